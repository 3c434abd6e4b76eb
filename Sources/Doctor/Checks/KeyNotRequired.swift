public import GatewayModel

/// A plan covers a stage and has keys, but no method of the stage requires a key.
///
/// The key is then ignored, and so are the plan's throttle and quota: the commonest of all surprises.
/// Source: API Gateway developer guide, "Usage plans and API keys".
public struct KeyNotRequired: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `key-not-required`.
  public let id = "key-not-required"
  /// What the check looks for.
  public let title = "a plan covers a stage where no method requires a key"

  /// One finding a stage that is in a plan with keys and serves no method that requires one.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.servedStages.compactMap { id, _, snapshot in
      let plans = state.sortedPlans.filter {
        $0.apiStage(id) != nil && state.planKeys[$0.id] != nil
      }
      guard let plan = plans.first, !snapshot.routes.isEmpty, snapshot.keyRequiredRoutes.isEmpty,
        let route = snapshot.routes.first, let method = route.methods.first
      else { return nil }
      let alreadyEdited = state.apis[id.apiId].map { !$0.snapshot.keyRequiredRoutes.isEmpty }
      let deploy = "keystile deploy \(id.apiId) \(Shell.quoted(id.stage)) --yes"
      let require =
        "keystile method require-key \(id.apiId) \(method.httpMethod) "
        + "\(Shell.quoted(route.path)) on"
      return Finding(
        checkID: self.id, severity: .error, subject: .stage(id),
        problem: "No method that \(Words.name(id, in: state)) serves requires a key, "
          + "although plan \(Words.name(plan)) gives keys to it.",
        reason: "A key is ignored, and with it the plan's throttle and quota, unless the method "
          + "says that a key is required and that has been deployed.",
        mends: alreadyEdited == true ? [deploy] : [require, deploy])
    }
  }
}
