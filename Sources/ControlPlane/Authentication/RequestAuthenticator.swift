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
}
