import GatewayModel

extension TextTable {
  /// The methods of an API, a row each.
  init(methodsOf api: ApiState) {
    self.init("METHOD", "PATH", "KEY", "BACKEND")
    for route in api.snapshot.routes {
      for method in route.methods {
        let integration = method.methodIntegration
        add(
          id: "\(method.httpMethod) \(route.path)", method.httpMethod, route.path,
          method.apiKeyRequired ? "required" : "—",
          integration.map { [$0.type.rawValue, $0.uri].compactMap { $0 }.joined(separator: " ") }
            ?? "none: cannot be deployed")
      }
    }
  }
}
