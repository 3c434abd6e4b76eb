/// A legacy association of a key with a stage, as `CreateApiKey` takes it.
public struct StageKey: Sendable, Hashable, Codable {
  /// The API's id.
  public var restApiId: RestApiID?
  /// The stage's name.
  public var stageName: StageName?

  /// A legacy association.
  public init(restApiId: RestApiID? = nil, stageName: StageName? = nil) {
    self.restApiId = restApiId
    self.stageName = stageName
  }
}
