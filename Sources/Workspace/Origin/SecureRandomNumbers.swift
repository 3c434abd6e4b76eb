import CCrypto

/// libcrypto's random source, as Swift's protocol has it; the standard library's own methods turn
/// its words into numbers below a bound by rejection.
struct SecureRandomNumbers: RandomNumberGenerator {
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
