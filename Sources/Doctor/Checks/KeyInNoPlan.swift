public import GatewayModel

/// An enabled key that no usage plan carries.
///
/// Source: API Gateway developer guide, "Usage plans and API keys".
public struct KeyInNoPlan: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `key-in-no-plan`.
  public let id = "key-in-no-plan"
  /// What the check looks for.
  public let title = "an enabled key is in no usage plan"

  /// One finding a key.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    let plan = state.sortedPlans.first { !$0.apiStages.isEmpty } ?? state.sortedPlans.first
    return state.sortedKeys.filter { $0.enabled && state.planIdsByKey[$0.id] == nil }.map { key in
      Finding(
        checkID: id, severity: .error, subject: .apiKey(key.id),
        problem: "Key \(Words.name(key)) is in no usage plan.",
        reason: "Every method that requires a key answers it with 403 Forbidden: a key opens a "
          + "stage only through a usage plan that carries both.",
        mends: mends(for: key, plan: plan, state: state))
    }
  }

  private func mends(for key: ApiKey, plan: UsagePlan?, state: GatewayState) -> [String] {
    if let plan { return ["keystile plan attach \(plan.id) \(key.id)"] }
    let stage = state.servedStages.first.map { " --stage \(Shell.quoted($0.id.description))" } ?? ""
    return [
      "plan=$(keystile plan create standard --rate 50 --burst 100\(stage) --quiet)",
      "keystile plan attach \"$plan\" \(key.id)",
    ]
  }
}
