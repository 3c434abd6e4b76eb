public import RequestSigning
public import Workspace

/// Takes every request as one actor's: for a listener that only this machine reaches.
public final class OpenAuthenticator: RequestAuthenticator {
  private let principal: Principal

  /// Signatures are not looked at.
  public var requiresSignature: Bool { false }

  /// Lets everyone in.
  ///
  /// - Parameter actor: Who the journal names for every change.
  public init(actor: Actor) {
    principal = Principal(actor: actor)
  }

  /// The one actor.
  public func authenticate(
    _ request: RawRequest, service: ControlService
  ) -> Result<Principal, AuthenticationFailure> {
    .success(principal)
  }
}
