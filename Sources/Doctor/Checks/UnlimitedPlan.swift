public import GatewayModel

/// A plan in use that sets neither a throttle nor a quota.
public struct UnlimitedPlan: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `unlimited-plan`.
  public let id = "unlimited-plan"
  /// What the check looks for.
  public let title = "a plan in use has neither throttle nor quota"

  /// One finding a plan.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.sortedPlans.filter { plan in
      plan.throttle == nil && plan.quota == nil && !plan.apiStages.isEmpty
        && plan.apiStages.allSatisfy(\.throttle.isEmpty) && state.planKeys[plan.id] != nil
    }.map { plan in
      Finding(
        checkID: id, severity: .info, subject: .usagePlan(plan.id),
        problem: "Plan \(Words.name(plan)) sets neither a throttle nor a quota.",
        reason: "Its keys are limited by the stage and the account only, together with everybody.",
        mends: ["keystile plan set \(plan.id) --rate 50 --burst 100"])
    }
  }
}
