/// A key derived from a secret for one scope.
struct SigningKey: Sendable {
  private let bytes: [UInt8]

  /// Derives the key: four authentication codes, each the key of the next.
  ///
  /// Source: AWS General Reference, "Create a signed AWS API request", step 4.
  init(secret: String, scope: SigningScope) {
    var key = Array("AWS4".utf8) + Array(secret.utf8)
    for part in [scope.day, scope.region, scope.service, SigningScope.terminator] {
      key = SHA256.authenticationCode(Array(part.utf8), key: key)
    }
    bytes = key
  }

  /// The signature of a string to sign, 64 hexadecimal digits.
  func signature(of stringToSign: [UInt8]) -> [UInt8] {
    Bytes.hexadecimal(SHA256.authenticationCode(stringToSign, key: bytes))
  }
}
