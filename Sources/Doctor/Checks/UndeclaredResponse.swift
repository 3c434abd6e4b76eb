public import GatewayModel

/// An integration response that answers what its method does not declare: a status, or a header.
///
/// It is served here. API Gateway refuses the header's mapping and answers such a status 500, so the
/// definition would fail once it is carried to AWS.
/// Source: API Gateway developer guide, "Set up a method response".
public struct UndeclaredResponse: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `undeclared-response`.
  public let id = "undeclared-response"
  /// What the check looks for.
  public let title = "a method answers what it does not declare, which fails on AWS"

  /// One finding a method, of the APIs as they are.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.apis.values.sorted { $0.api.id < $1.api.id }.flatMap { api in
      api.snapshot.routes.flatMap { route in
        route.methods.compactMap { method in finding(method, at: route, of: api) }
      }
    }
  }

  private func finding(_ method: Method, at route: SnapshotRoute, of api: ApiState) -> Finding? {
    let missing = Self.undeclared(in: method)
    guard !missing.isEmpty else { return nil }
    return Finding(
      checkID: id, severity: .warning,
      subject: .method(api.api.id, route.resourceId, httpMethod: method.httpMethod),
      problem: "\(Words.route(method, at: route.path)) of \(api.api.name) answers "
        + "\(Words.list(missing)) without a method response that declares it.",
      reason: "It is answered here, and refused or answered 500 Internal server error on AWS: "
        + "declare it with put-method-response, or by a definition.",
      mends: [])
  }

  /// The statuses and headers, in words; what a proxy answers needs no declaration.
  private static func undeclared(in method: Method) -> [String] {
    guard let integration = method.methodIntegration, !integration.type.isProxy else { return [] }
    return integration.integrationResponses.sorted { $0.key < $1.key }
      .flatMap { status, response -> [String] in
        guard let declared = method.methodResponses[status] else { return ["status \(status)"] }
        return (response.responseParameters ?? [:]).keys.sorted()
          .filter { declared.responseParameters?[$0] == nil }
          .map { "\($0.split(separator: ".").last.map(String.init) ?? $0) with status \(status)" }
      }
  }
}

extension IntegrationType {
  fileprivate var isProxy: Bool {
    switch self {
    case .httpProxy, .awsProxy: true
    case .aws, .http, .mock: false
    }
  }
}
