/// Who signed a request.
public struct VerifiedRequest: Sendable, Hashable {
  /// The access key it was signed with.
  public var accessKeyID: String
  /// The scope it was signed in.
  public var scope: SigningScope
  /// When it was signed, by its own clock.
  public var signedAt: SigningTime
}
