import Enforcement
import GatewayModel

/// What answers a method, made ready once for each deployment.
enum ReadyIntegration {
  case mock(MockIntegration)
  case proxy(ProxyIntegration)
  /// Stored, but nothing here can answer for it.
  case unavailable(String)

  init(_ method: Method) {
    guard let integration = method.methodIntegration else {
      self = .unavailable("the method has no integration")
      return
    }
    switch integration.type {
    case .mock:
      self = .mock(MockIntegration(integration))
    case .httpProxy:
      self =
        ProxyIntegration(integration).map { .proxy($0) }
        ?? .unavailable("the integration has no address")
    case .http, .aws, .awsProxy:
      self = .unavailable("integrations of type \(integration.type.rawValue) are not served here")
    }
  }
}
