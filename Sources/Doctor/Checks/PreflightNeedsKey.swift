public import GatewayModel

/// An OPTIONS method that requires a key: browsers send none with a preflight, so CORS fails.
public struct PreflightNeedsKey: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `preflight-needs-key`.
  public let id = "preflight-needs-key"
  /// What the check looks for.
  public let title = "an OPTIONS method requires a key"

  /// One finding a method.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.apis.values.sorted { $0.api.id < $1.api.id }.flatMap { api in
      api.snapshot.routes.compactMap { route -> Finding? in
        guard let method = route.methods.first(where: { $0.httpMethod == "OPTIONS" }),
          method.apiKeyRequired
        else { return nil }
        let place = "\(api.api.id) OPTIONS \(Shell.quoted(route.path))"
        return Finding(
          checkID: id, severity: .warning,
          subject: .method(api.api.id, route.resourceId, httpMethod: "OPTIONS"),
          problem: "OPTIONS \(route.path) of “\(api.api.name)” requires a key.",
          reason: "A browser's preflight never carries one, so every cross-origin call fails.",
          mends: ["keystile method require-key \(place) off"]
            + api.stages.keys.sorted().map {
              "keystile deploy \(api.api.id) \(Shell.quoted($0)) --yes"
            })
      }
    }
  }
}
