/// Why a request's caller is not known.
public struct AuthenticationFailure: Error, Sendable, Hashable {
  /// The exception's name, for example `InvalidSignatureException`.
  public var code: String
  /// The text for the client; never a secret.
  public var message: String
  /// The HTTP status, 400 or 403.
  public var status: Int

  /// A refusal.
  public init(_ code: String, _ message: String, status: Int = 403) {
    self.code = code
    self.message = message
    self.status = status
  }

  /// The request carries no signature.
  public static let missingToken = AuthenticationFailure(
    "MissingAuthenticationTokenException", "Missing Authentication Token")
}
