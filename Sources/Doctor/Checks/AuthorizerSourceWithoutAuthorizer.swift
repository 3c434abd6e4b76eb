public import GatewayModel

/// Methods that require a key of an API whose keys come from an authorizer, but have none.
///
/// Source: API Gateway developer guide, "Choose an API key source".
public struct AuthorizerSourceWithoutAuthorizer: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `authorizer-source-without-authorizer`.
  public let id = "authorizer-source-without-authorizer"
  /// What the check looks for.
  public let title = "keys come from an authorizer that a method does not have"

  /// One finding an API.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.apis.values.sorted { $0.api.id < $1.api.id }.compactMap { api in
      guard api.api.apiKeySource == .authorizer else { return nil }
      let routes = api.snapshot.routes.flatMap { route in
        route.methods.filter { $0.apiKeyRequired && $0.authorizationType == "NONE" }
          .map { Words.route($0, at: route.path) }
      }
      guard !routes.isEmpty else { return nil }
      return Finding(
        checkID: id, severity: .error, subject: .restApi(api.api.id),
        problem: "API “\(api.api.name)” takes keys from an authorizer, but "
          + "\(Words.list(routes)) has none.",
        reason: "The x-api-key header is not read, and nothing else gives a key: 403 for all.",
        mends: ["keystile api set \(api.api.id) --key-source HEADER"]
          + api.stages.keys.sorted().map {
            "keystile deploy \(api.api.id) \(Shell.quoted($0)) --yes"
          })
    }
  }
}
