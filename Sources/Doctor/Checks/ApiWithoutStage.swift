public import GatewayModel

/// An API that has methods but no stage, so that nothing can call it and no plan can list it.
public struct ApiWithoutStage: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `api-without-stage`.
  public let id = "api-without-stage"
  /// What the check looks for.
  public let title = "an API with methods has no stage"

  /// One finding an API.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.apis.values.sorted { $0.api.id < $1.api.id }.compactMap { api in
      guard api.stages.isEmpty, !api.methods.isEmpty else { return nil }
      return Finding(
        checkID: id, severity: .warning, subject: .restApi(api.api.id),
        problem: "API “\(api.api.name)” has methods but no stage.",
        reason: "Nothing can call it, and a usage plan cannot list a stage that does not exist: "
          + "first the stage, then the plan.",
        mends: ["keystile deploy \(api.api.id) prod --yes"])
    }
  }
}
