public import GatewayModel
public import RequestSigning
import Workspace

/// Knows callers by their signatures: the one way into a control plane that is not open.
///
/// Credentials are those of `keystile access`; one that is made or deleted while this runs counts for
/// the next request.
public final class SignatureAuthenticator: RequestAuthenticator {
  private let keys: AccessKeyRing
  private let verifier: RequestVerifier
  private let now: () -> Timestamp

  /// Requests are taken signed or not at all.
  public var requiresSignature: Bool { true }

  /// Knows the callers of a workspace.
  ///
  /// - Parameters:
  ///   - workspaceDirectory: The folder with the credentials.
  ///   - now: The wall clock.
  ///   - log: Takes a line for an operator when the credentials cannot be read.
  public init(
    workspaceDirectory: String, now: @escaping () -> Timestamp, log: @escaping (String) -> Void
  ) {
    keys = AccessKeyRing(workspacePath: workspaceDirectory, log: log)
    verifier = RequestVerifier(start: SigningTime(now()))
    self.now = now
  }

  /// Checks everything about a signature but itself.
  public func refusal(
    ofHead request: RawRequest, service: ControlService
  ) -> AuthenticationFailure? {
    do throws(SigningRefusal) {
      try verifier.checkHead(of: request, for: service.rawValue, at: SigningTime(now()))
      return nil
    } catch {
      return AuthenticationFailure(error)
    }
  }

  /// Checks the signature.
  public func authenticate(
    _ request: RawRequest, service: ControlService
  ) -> Result<Principal, AuthenticationFailure> {
    var signer: AccessCredential?
    do throws(SigningRefusal) {
      let verified = try verifier.verify(
        request, for: service.rawValue, at: SigningTime(now()),
        // STS has one operation here, which tells who asks and is sent by POST.
        isChange: service == .apiGateway && request.isChange
      ) { id in
        signer = keys.credential(id)
        return signer?.secret
      }
      guard let signer else { return .failure(AuthenticationFailure(.mismatch)) }
      return .success(
        Principal(
          actor: signer.actor, accessKeyId: verified.accessKeyID, userName: signer.name,
          isReadOnly: signer.isReadOnly))
    } catch {
      return .failure(AuthenticationFailure(error))
    }
  }
}

extension AuthenticationFailure {
  /// The refusal of a signature as it goes on the wire.
  init(_ refusal: SigningRefusal) {
    self.init(refusal.code.rawValue, refusal.message, status: refusal.status)
  }
}

extension SigningTime {
  /// A moment of the model's clock.
  init(_ time: Timestamp) {
    self.init(milliseconds: time.microseconds / 1_000)
  }
}
