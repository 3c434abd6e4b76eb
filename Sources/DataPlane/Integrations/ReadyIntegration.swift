import Enforcement
import GatewayModel

/// What answers a method, made ready once for each deployment.
enum ReadyIntegration {
  case mock(MockIntegration)
  case proxy(ProxyIntegration)
  /// Validated or mapped, so that the request is taken whole.
  case buffered(BufferedMethod)
  /// Stored, but nothing here can answer for it.
  case unavailable(String)

  init(_ method: Method, in snapshot: ApiSnapshot) {
    let buffered = BufferedMethod(method, in: snapshot)
    guard !buffered.needsBuffer else {
      self = .buffered(buffered)
      return
    }
    switch buffered.backend {
    case .mock(let mock): self = .mock(mock)
    case .proxy(let proxy): self = .proxy(proxy)
    case .http: self = .buffered(buffered)
    case .unavailable(let reason): self = .unavailable(reason)
    }
  }
}
