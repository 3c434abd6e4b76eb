public import GatewayModel

/// An API was edited after the deployment that a stage serves.
///
/// Source: API Gateway developer guide, "Updating a REST API".
public struct UndeployedChanges: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `undeployed-changes`.
  public let id = "undeployed-changes"
  /// What the check looks for.
  public let title = "a stage serves something else than the API says"

  /// One finding a stage.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.servedStages.compactMap { id, _, served in
      let diff = state.undeployedChanges(of: id)
      guard !diff.isEmpty else { return nil }
      let now = state.apis[id.apiId]?.snapshot.keyRequiredRoutes ?? []
      let keysDiffer = Set(now) != Set(served.keyRequiredRoutes)
      return Finding(
        checkID: self.id, severity: keysDiffer ? .error : .warning, subject: .stage(id),
        problem: "\(Words.name(id, in: state)) does not serve the API as it is now: "
          + "\(diff.summary).",
        reason: keysDiffer
          ? "Which methods require a key is frozen with the deployment; until the next one the "
            + "stage goes on as before."
          : "Methods and integrations are frozen with the deployment; until the next one the "
            + "stage goes on as before.",
        mends: [
          "keystile stage diff \(id.apiId) \(Shell.quoted(id.stage))",
          "keystile deploy \(id.apiId) \(Shell.quoted(id.stage)) --yes",
        ])
    }
  }
}
