public import GatewayModel

/// A stage was deleted and made again, and a plan that opened it does so no longer.
public struct LostPlanStage: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `lost-plan-stage`.
  public let id = "lost-plan-stage"
  /// What the check looks for.
  public let title = "a plan lost a stage when the stage was deleted"

  /// One finding a plan and stage.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    observed.lostStages.compactMap { lost in
      guard let plan = state.plans[lost.usagePlanId], plan.apiStage(lost.stage) == nil else {
        return nil
      }
      let exists = state.stage(lost.stage) != nil
      let stage = Shell.quoted(lost.stage.description)
      let deploy = "keystile deploy \(lost.stage.apiId) \(Shell.quoted(lost.stage.stage)) --yes"
      let apiIsGone = state.apis[lost.stage.apiId] == nil
      return Finding(
        checkID: id, severity: exists ? .error : .info, subject: .usagePlan(plan.id),
        problem: "Plan \(Words.name(plan)) opened \(Words.name(lost.stage, in: state)) until the "
          + "stage was deleted (journal line \(lost.sequence)).",
        reason: exists
          ? "The stage was made again, but a plan is not given it back: its keys get 403 there."
          : "Making the stage again will not put it back in the plan.",
        mends: apiIsGone
          ? [] : (exists ? [] : [deploy]) + ["keystile plan add-stage \(plan.id) \(stage)"])
    }
  }
}
