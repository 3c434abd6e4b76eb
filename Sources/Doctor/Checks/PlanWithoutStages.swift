public import GatewayModel

/// A usage plan with keys that opens no stage.
public struct PlanWithoutStages: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `plan-without-stages`.
  public let id = "plan-without-stages"
  /// What the check looks for.
  public let title = "a plan has keys but opens no stage"

  /// One finding a plan.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.sortedPlans.compactMap { plan in
      guard plan.apiStages.isEmpty, let members = state.planKeys[plan.id] else { return nil }
      let uncovered = state.servedStages.first {
        !$0.snapshot.keyRequiredRoutes.isEmpty && !state.plannedStages.contains($0.id)
      }
      let stage = (uncovered ?? state.servedStages.first).map(\.id.description)
      return Finding(
        checkID: id, severity: .error, subject: .usagePlan(plan.id),
        problem:
          "Plan \(Words.name(plan)) has \(members.count) key\(members.count == 1 ? "" : "s") "
          + "but opens no stage.",
        reason: "Its keys are answered with 403 Forbidden everywhere: a plan opens only the stages "
          + "it lists, and a stage must exist before it can be listed.",
        mends: stage.map { ["keystile plan add-stage \(plan.id) \(Shell.quoted($0))"] }
          ?? mendsWithoutStage(plan, in: state))
    }
  }

  /// Makes a stage first, of an API that has something to serve.
  private func mendsWithoutStage(_ plan: UsagePlan, in state: GatewayState) -> [String] {
    let apis = state.apis.values.filter { !$0.methods.isEmpty }.map(\.api.id)
    guard let api = apis.min() else { return [] }
    return [
      "keystile deploy \(api) prod --yes", "keystile plan add-stage \(plan.id) \(api):prod",
    ]
  }
}
