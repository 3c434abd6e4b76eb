/// An access key id and its secret.
public struct SigningCredential: Sendable, Hashable, CustomStringConvertible {
  /// The public half, as it stands in `Credential=`.
  public var accessKeyID: String
  /// The secret half; never printed.
  public var secret: String

  /// A credential.
  public init(accessKeyID: String, secret: String) {
    self.accessKeyID = accessKeyID
    self.secret = secret
  }

  /// The access key id alone, so that no log shows the secret by accident.
  public var description: String { accessKeyID }
}
