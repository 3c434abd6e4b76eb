import GatewayModel

/// A method whose requests are taken whole before they are answered: those that are validated,
/// mapped or
/// tested.
///
/// A class, because every request takes it out of the list of ready ones.
final class BufferedMethod {
  /// What answers.
  enum Backend {
    case mock(MockIntegration)
    case http(HTTPIntegration)
    case proxy(ProxyIntegration)
    /// Stored, but nothing here can answer for it: why.
    case unavailable(String)
  }

  /// What is asked of requests before the backend is.
  let validation: RequestValidation?
  /// What answers.
  let backend: Backend

  init(_ method: Method, in snapshot: ApiSnapshot) {
    validation = RequestValidation(method, in: snapshot)
    backend = Self.backend(of: method, in: snapshot)
  }

  /// A mock whose answer the request decides.
  init(_ mock: MockIntegration) {
    validation = nil
    backend = .mock(mock)
  }

  /// Whether a request's body decides anything before a proxy passes it on.
  var needsBuffer: Bool {
    if case .http = backend { return true }
    return validation != nil
  }

  private static func backend(of method: Method, in snapshot: ApiSnapshot) -> Backend {
    guard let integration = method.methodIntegration else {
      return .unavailable("No integration defined for method")
    }
    switch integration.type {
    case .mock:
      return .mock(MockIntegration(integration, BinaryBodies(snapshot.binaryMediaTypes)))
    case .httpProxy:
      return ProxyIntegration(integration).map { .proxy($0) }
        ?? .unavailable("Invalid endpoint address")
    case .http:
      let bodies = BinaryBodies(snapshot.binaryMediaTypes)
      return HTTPIntegration(integration, bodies).map { .http($0) }
        ?? .unavailable("Invalid endpoint address")
    case .aws, .awsProxy:
      return .unavailable(
        "integrations of type \(integration.type.rawValue) are stored, and not called from here")
    }
  }
}
