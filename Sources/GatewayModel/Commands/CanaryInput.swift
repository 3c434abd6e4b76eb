/// A canary as it arrives with a deployment or a new stage.
public struct CanaryInput: Sendable, Hashable, Codable {
  /// The share of the requests, 0 to 100.
  public var percentTraffic: Double?
  /// The deployment that takes the share; nil is the new, or the stage's own.
  public var deploymentId: DeploymentID?
  /// Variables laid over the stage's own.
  public var stageVariableOverrides: [String: String]?
  /// Kept and shown.
  public var useStageCache: Bool?

  /// A canary as it arrives.
  public init(
    percentTraffic: Double? = nil, deploymentId: DeploymentID? = nil,
    stageVariableOverrides: [String: String]? = nil, useStageCache: Bool? = nil
  ) {
    self.percentTraffic = percentTraffic
    self.deploymentId = deploymentId
    self.stageVariableOverrides = stageVariableOverrides
    self.useStageCache = useStageCache
  }
}
