/// The shape of `Host` and of absolute targets.
enum HostRules {
  /// True for `uri-host [ ":" port ]`, not empty, and without user information.
  ///
  /// Source: RFC 9110 §7.2 and RFC 3986 §3.2.2.
  static func isValid(_ host: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    if host.first == UInt8(ascii: "[") {
      guard let end = host.firstIndex(of: UInt8(ascii: "]")), end > 1 else { return false }
      for byte in host[1..<end] where !isInAddressLiteral(byte) { return false }
      index = end + 1
    } else {
      while index < host.count, isInName(host[index]) { index += 1 }
      if index == 0 { return false }
    }
    guard index < host.count else { return true }
    guard host[index] == UInt8(ascii: ":"), host.count - index <= 6 else { return false }
    for byte in host[(index + 1)...] where !ASCII.isDigit(byte) { return false }
    return true
  }

  /// The length of `http://` or `https://` at the start of a target, or nil.
  static func schemeLength(_ target: UnsafeRawBufferPointer) -> Int? {
    for scheme in ["http://", "https://"] as [StaticString] {
      let count = scheme.utf8CodeUnitCount
      if target.count > count,
        ASCII.equalsIgnoringCase(UnsafeRawBufferPointer(rebasing: target[..<count]), scheme)
      {
        return count
      }
    }
    return nil
  }

  /// Letters, digits, `-._~`, percent escapes and sub-delimiters.
  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "!"),
      0x24, 0x26...0x2C, UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  private static func isInAddressLiteral(_ byte: UInt8) -> Bool {
    ASCII.hexValue(byte) != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }
}
