/// What a canary may be.
enum CanaryRules {
  /// Refuses a share outside 0 to 100 and overrides that no stage variable could be.
  static func check(_ canary: CanarySettings) throws(CommandError) {
    let shares = ApiLimits.canaryPercent
    guard shares.contains(canary.percentTraffic) else {
      throw CommandError(
        .badRequest,
        "Percent traffic must be between \(shares.lowerBound) and \(shares.upperBound)",
        field: "canarySettings.percentTraffic", remedy: "Use a share from 0 to 100 percent.")
    }
    try StageRules.check(
      variables: canary.stageVariableOverrides ?? [:],
      field: "canarySettings.stageVariableOverrides")
  }
}

extension CanarySettings {
  /// A canary from its input; a share not given is 0, so nothing goes to it yet.
  ///
  /// - Parameters:
  ///   - input: As it arrived.
  ///   - deploymentId: The deployment that takes the share.
  init(_ input: CanaryInput, deploymentId: DeploymentID) {
    self.init(
      percentTraffic: input.percentTraffic ?? 0, deploymentId: deploymentId,
      stageVariableOverrides: input.stageVariableOverrides,
      useStageCache: input.useStageCache ?? false)
  }
}
