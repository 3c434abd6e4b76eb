import CCrypto

/// libcrypto's random source, as Swift's protocol has it; the standard library's own methods turn
/// its words into numbers below a bound by rejection.
struct SecureRandomNumbers: RandomNumberGenerator {
  /// Bytes in one call of the source, which costs as much for one as for a hundred.
  static func bytes(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, Int32(count)) == 1 else {
      var system = SystemRandomNumberGenerator()
      return bytes.map { _ in UInt8(truncatingIfNeeded: system.next()) }
    }
    return bytes
  }

  /// The number of byte values that fall on each number below a bound equally often.
  static func fairBytes(below bound: Int) -> Int { 256 - 256 % bound }

  mutating func next() -> UInt64 {
    var word: UInt64 = 0
    let isFilled = withUnsafeMutableBytes(of: &word) { bytes in
      RAND_bytes(bytes.baseAddress, Int32(bytes.count)) == 1
    }
    guard isFilled else {
      // Without libcrypto's generator the kernel's is the one left; both come from the same entropy.
      var system = SystemRandomNumberGenerator()
      return system.next()
    }
    return word
  }
}
