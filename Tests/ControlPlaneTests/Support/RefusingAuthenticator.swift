import ControlPlane
import RequestSigning

/// Knows nobody.
final class RefusingAuthenticator: RequestAuthenticator {
  var requiresSignature: Bool { true }

  func authenticate(
    _ request: RawRequest, service: ControlService
  ) -> Result<Principal, AuthenticationFailure> {
    .failure(AuthenticationFailure("UnrecognizedClientException", "Nobody is known here"))
  }
}
