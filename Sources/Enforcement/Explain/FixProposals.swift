internal import GatewayModel

/// What might change how a request ends, before anything is tried.
///
/// One list for each verdict; `Explainer` tries them and leaves out what would be refused itself.
struct FixProposals {
  /// The most plans that are proposed by name.
  static let planLimit = 4

  let request: ExplainedRequest
  let trial: Trial
  let scope: GatewayState
  let context: DecisionContext

  init(
    _ request: ExplainedRequest, _ trial: Trial, _ scope: GatewayState, _ context: DecisionContext
  ) {
    self.request = request
    self.trial = trial
    self.scope = scope
    self.context = context
  }

  var api: ApiState? { scope.apis[request.stage.apiId] }
  var key: ApiKey? { scope.keyId(of: request).flatMap { scope.keys[$0] } }
  var plan: UsagePlan? { trial.usagePlanId.flatMap { scope.plans[$0] } }

  /// The proposals, the most direct first.
  var all: [Fix] {
    switch trial.verdict {
    case .noSuchApi: []
    case .admitted: requiredKeyFixes
    case .refusedPath: [Fix("send the path in one unambiguous spelling")]
    case .noSuchStage: stageFixes
    case .endpointDisabled: endpointFixes
    case .noRoute: routeFixes
    case .authorizerUnavailable: authorizerFixes
    case .missingKey: missingKeyFixes
    case .unknownKey:
      [Fix("send the value of a key of this workspace, letter for letter")]
    case .disabledKey: disabledKeyFixes
    case .keyInNoPlan: joinFixes
    case .planDoesNotCoverStage: coverFixes + joinFixes
    case .quotaExhausted: quotaFixes
    case .throttled(let level): throttleFixes(level)
    case .usageUnavailable: [Fix("make room on the workspace's disk")]
    }
  }

  /// Freezes the API as it is now and points the stage at the copy.
  var deploy: Command {
    .createDeployment(
      Command.CreateDeployment(restApiId: request.stage.apiId, stageName: request.stage.stage))
  }

  func batch(_ commands: [Command]) -> Command {
    .batch(Command.Batch(commands: commands))
  }
}
