/// Decides who a request comes from.
///
/// Called once for every request, on the control plane's thread, before anything of it is used.
public protocol RequestAuthenticator: AnyObject {
  /// Whether requests are signed; only then are the service's own host names accepted.
  var requiresSignature: Bool { get }

  /// Who the request comes from.
  ///
  /// - Parameters:
  ///   - head: The request line and header fields as they were sent.
  ///   - body: The whole body.
  /// - Returns: The caller, or why the request is refused.
  func authenticate(_ head: RawRequestHead, body: [UInt8]) -> Result<
    Principal, AuthenticationFailure
  >
}
