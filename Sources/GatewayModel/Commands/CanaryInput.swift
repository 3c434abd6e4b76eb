/// A canary as it arrives with a deployment or a new stage.
public struct CanaryInput: Sendable, Hashable, Codable {
  public var percentTraffic: Double?
  public var deploymentId: DeploymentID?
  public var stageVariableOverrides: [String: String]?
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
