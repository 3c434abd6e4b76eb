import CCrypto

/// SHA-256 and HMAC-SHA-256.
enum SHA256 {
  /// The length of a digest, in bytes.
  static let byteCount = 32

  /// The digest of a message.
  ///
  /// The precondition can only fail when memory is out or libcrypto is unusable.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount) { digest, count in
      var length: UInt32 = 0
      let result = EVP_Digest(
        message, message.count, digest.baseAddress, &length, EVP_sha256(), nil)
      precondition(result == 1 && length == byteCount, "libcrypto has no SHA-256")
      count = byteCount
    }
  }

  /// The authentication code of a message under a key.
  static func authenticationCode(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount) { code, count in
      var length: UInt32 = 0
      let result = HMAC(
        EVP_sha256(), key, Int32(key.count), message, message.count, code.baseAddress, &length)
      precondition(result != nil && length == byteCount, "libcrypto has no HMAC-SHA-256")
      count = byteCount
    }
  }

  /// True if two texts are equal, told in a time that depends on their length only.
  static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
  }

  /// Bytes nobody can guess.
  static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
