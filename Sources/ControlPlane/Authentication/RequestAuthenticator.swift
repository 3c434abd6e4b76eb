public import RequestSigning

/// Decides who a request comes from.
///
/// Called once for every request, on the control plane's thread, before anything of it is used.
public protocol RequestAuthenticator: AnyObject {
  /// Whether requests are signed; only then are the service's own host names accepted.
  var requiresSignature: Bool { get }

  /// Who the request comes from.
  ///
  /// - Parameters:
  ///   - request: The request byte for byte as it was sent, with its whole body.
  ///   - service: The service its operation belongs to.
  /// - Returns: The caller, or why the request is refused.
  func authenticate(
    _ request: RawRequest, service: ControlService
  ) -> Result<Principal, AuthenticationFailure>

  /// Why a request will be refused whatever its body is; nil if that is not known yet.
  ///
  /// Asked before a long body is taken from somebody who cannot have signed it. Tells nothing of which
  /// credentials there are.
  /// - Parameters:
  ///   - request: The request without its body.
  ///   - service: The service its operation belongs to.
  func refusal(ofHead request: RawRequest, service: ControlService) -> AuthenticationFailure?
}

extension RequestAuthenticator {
  /// Nothing is known before the body.
  public func refusal(
    ofHead request: RawRequest, service: ControlService
  ) -> AuthenticationFailure? { nil }
}
