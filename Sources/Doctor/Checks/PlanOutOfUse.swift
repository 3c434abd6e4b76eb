public import GatewayModel

/// A plan that opens stages but has no keys: it does nothing, and API Gateway will not delete it
/// while it opens stages.
public struct PlanOutOfUse: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `plan-out-of-use`.
  public let id = "plan-out-of-use"
  /// What the check looks for.
  public let title = "a plan opens stages but has no keys"

  /// One finding a plan.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.sortedPlans.compactMap { plan in
      guard !plan.apiStages.isEmpty, state.planKeys[plan.id] == nil else { return nil }
      let stages = plan.apiStages.map(\.id.description)
      return Finding(
        checkID: id, severity: .info, subject: .usagePlan(plan.id),
        problem: "Plan \(Words.name(plan)) opens \(Words.list(stages)) but has no keys.",
        reason: "It opens nothing for anybody. To delete it, its stages must be removed first.",
        mends: stages.map { "keystile plan remove-stage \(plan.id) \(Shell.quoted($0))" }
          + ["keystile plan delete \(plan.id)"])
    }
  }
}
