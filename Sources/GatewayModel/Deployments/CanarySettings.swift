/// A second deployment that takes a share of a stage's requests.
public struct CanarySettings: Sendable, Hashable, Codable {
  /// The share, 0 to 100.
  public var percentTraffic: Double
  /// The deployment that takes it.
  public var deploymentId: DeploymentID
  /// Variables laid over the stage's own.
  public var stageVariableOverrides: [String: String]?
  /// Kept and shown.
  public var useStageCache: Bool

  /// A canary.
  public init(
    percentTraffic: Double = 0, deploymentId: DeploymentID,
    stageVariableOverrides: [String: String]? = nil, useStageCache: Bool = false
  ) {
    self.percentTraffic = percentTraffic
    self.deploymentId = deploymentId
    self.stageVariableOverrides = stageVariableOverrides
    self.useStageCache = useStageCache
  }
}
