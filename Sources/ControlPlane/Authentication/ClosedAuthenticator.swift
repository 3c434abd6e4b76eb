/// Refuses every request: for a listener whose credentials cannot be read.
public final class ClosedAuthenticator: RequestAuthenticator {
  /// Nothing is accepted.
  public var requiresSignature: Bool { true }

  /// Lets nobody in.
  public init() {}

  /// Refuses.
  public func authenticate(
    _ head: RawRequestHead, body: [UInt8]
  ) -> Result<Principal, AuthenticationFailure> {
    .failure(
      AuthenticationFailure(
        "UnrecognizedClientException", "The security token included in the request is invalid."))
  }
}
