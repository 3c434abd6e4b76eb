/// A stage that a usage plan opens, with the plan's own limits for single methods there.
public struct ApiStage: Sendable, Hashable, Codable {
  /// The REST API.
  public var apiId: RestApiID
  /// The stage of that API.
  public var stage: StageName
  /// Limits by `/path/VERB`, for example `/pets/GET`, and `//GET` for the root; at most 20.
  public var throttle: [String: ThrottleSettings]

  /// A stage a plan opens.
  public init(apiId: RestApiID, stage: StageName, throttle: [String: ThrottleSettings] = [:]) {
    self.apiId = apiId
    self.stage = stage
    self.throttle = throttle
  }

  /// The stage's name.
  public var id: ApiStageID { ApiStageID(apiId: apiId, stage: stage) }

  /// The key of a method in `throttle`.
  ///
  /// - Parameters:
  ///   - path: The resource path, for example `/pets` or `/`.
  ///   - httpMethod: The verb, for example `GET`.
  public static func throttleKey(path: String, httpMethod: String) -> String {
    "\(path)/\(httpMethod)"
  }
}
