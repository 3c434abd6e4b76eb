public import GatewayModel

/// Methods that a stage serves with an authorizer, which no local gateway can ask.
///
/// Source: API Gateway developer guide, "Gateway response types", `AUTHORIZER_CONFIGURATION_ERROR`.
public struct AuthorizerCannotRun: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `authorizer-cannot-run`.
  public let id = "authorizer-cannot-run"
  /// What the check looks for.
  public let title = "a served method asks an authorizer"

  /// One finding a stage.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.servedStages.compactMap { id, _, snapshot in
      let asking = snapshot.routes.flatMap { route in
        route.methods.filter(\.asksAuthorizer).map { (route: route, method: $0) }
      }
      guard !asking.isEmpty else { return nil }
      let names = snapshot.authorizers.filter { authorizer in
        asking.contains { $0.method.authorizerId == authorizer.id }
      }.map { "“\($0.name)”" }
      let routes = asking.map { Words.route($0.method, at: $0.route.path) }
      return Finding(
        checkID: self.id, severity: .error, subject: .stage(id),
        problem: "\(Words.name(id, in: state)) serves \(Words.list(routes)), which "
          + "\(names.isEmpty ? "an authorizer" : Words.list(names)) must admit.",
        reason:
          "Neither Lambda functions nor Cognito user pools are here to be asked: 500 for all.",
        mends: asking.map { route, method in
          "keystile method open \(id.apiId) \(method.httpMethod) \(Shell.quoted(route.path))"
        } + ["keystile deploy \(id.apiId) \(Shell.quoted(id.stage)) --yes"])
    }
  }
}
