public import GatewayModel

/// A stage with methods that require a key, which no plan opens.
public struct StageWithoutPlan: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `stage-without-plan`.
  public let id = "stage-without-plan"
  /// What the check looks for.
  public let title = "a stage requires keys but is in no plan"

  /// One finding a stage.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    let planned = state.plannedStages
    let plan = state.sortedPlans.first { state.planKeys[$0.id] != nil } ?? state.sortedPlans.first
    return state.servedStages.compactMap { id, _, snapshot in
      let routes = snapshot.keyRequiredRoutes
      guard !routes.isEmpty, !planned.contains(id) else { return nil }
      let stage = Shell.quoted(id.description)
      return Finding(
        checkID: self.id, severity: .error, subject: .stage(id),
        problem: "\(Words.name(id, in: state)) requires a key for \(Words.list(routes)), "
          + "but no usage plan opens it.",
        reason: "Every key is answered with 403 Forbidden there.",
        mends: [
          plan.map { "keystile plan add-stage \($0.id) \(stage)" }
            ?? "keystile plan create standard --rate 50 --burst 100 --stage \(stage)"
        ])
    }
  }
}
