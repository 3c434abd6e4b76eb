/// Names a stage of an API, written `apiId:stage` as API Gateway's patch operations do.
public struct ApiStageID: Sendable, Hashable, Comparable, Codable {
  /// The REST API.
  public var apiId: RestApiID
  /// The stage of that API.
  public var stage: StageName

  /// Names a stage of an API.
  public init(apiId: RestApiID, stage: StageName) {
    self.apiId = apiId
    self.stage = stage
  }

  /// Reads `apiId:stage`, or nil if either side is empty or the colon is missing.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let apiId = String(text[..<colon])
    let stage = String(text[text.index(after: colon)...])
    guard !apiId.isEmpty, !stage.isEmpty else { return nil }
    self.init(apiId: apiId, stage: stage)
  }

  /// Orders by API, then by stage name.
  public static func < (left: ApiStageID, right: ApiStageID) -> Bool {
    (left.apiId, left.stage) < (right.apiId, right.stage)
  }
}

extension ApiStageID: CustomStringConvertible {
  /// The stage as `apiId:stage`.
  public var description: String { "\(apiId):\(stage)" }
}
