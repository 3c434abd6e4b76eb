/// Why a request counts as not signed.
public struct SigningRefusal: Error, Sendable, Hashable {
  /// The exception AWS's services name.
  public enum Code: String, Sendable, CaseIterable {
    /// There is no signature at all.
    case missingAuthenticationToken = "MissingAuthenticationTokenException"
    /// Parts of the signature are missing or malformed.
    case incompleteSignature = "IncompleteSignatureException"
    /// The signature does not fit the request, the secret, the time or the service.
    case invalidSignature = "InvalidSignatureException"
    /// There is a session token, and none is ever issued here.
    case unrecognizedClient = "UnrecognizedClientException"
  }

  /// The exception.
  public var code: Code
  /// What is wrong, in AWS's words where it has some.
  public var message: String

  /// The status AWS's REST services answer all of these with.
  public var status: Int { 403 }

  /// A refusal.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The one answer to a wrong secret, an unknown access key and a changed request: they must not be
  /// told apart from outside.
  public static let mismatch = SigningRefusal(
    .invalidSignature,
    "The request signature we calculated does not match the signature you provided. Check your "
      + "AWS Secret Access Key and signing method. Consult the service documentation for details.")
}
