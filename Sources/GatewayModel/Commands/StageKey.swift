/// A legacy association of a key with a stage, as `CreateApiKey` takes it.
public struct StageKey: Sendable, Hashable, Codable {
  public var restApiId: RestApiID?
  public var stageName: StageName?

  /// A legacy association.
  public init(restApiId: RestApiID? = nil, stageName: StageName? = nil) {
    self.restApiId = restApiId
    self.stageName = stageName
  }
}
