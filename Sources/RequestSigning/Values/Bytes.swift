/// Small things done to bytes of ASCII.
enum Bytes {
  /// Upper case made lower.
  static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// True if a name is equal to one in lower case.
  static func isEqualIgnoringCase(_ bytes: [UInt8], _ name: StaticString) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    for (index, byte) in bytes.enumerated() {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard lower == name.utf8Start[index] else { return false }
    }
    return true
  }

  /// Lower-case hexadecimal digits.
  static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(lowerDigits[Int(byte >> 4)])
      text.append(lowerDigits[Int(byte & 0x0F)])
    }
    return text
  }

  /// The value of a hexadecimal digit of either case.
  static func value(ofHexadecimal digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }

  /// True for 64 lower-case hexadecimal digits, the text of a SHA-256.
  static func isDigestText(_ text: some Collection<UInt8>) -> Bool {
    text.count == 64
      && text.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// A value without the blanks at its ends and with single ones within.
  ///
  /// Source: AWS General Reference, "Create a signed AWS API request", canonical headers.
  static func folded(_ value: [UInt8]) -> [UInt8] {
    let space = UInt8(ascii: " ")
    var folded: [UInt8] = []
    folded.reserveCapacity(value.count)
    for byte in value where byte != space || folded.last != space {
      if byte == space && folded.isEmpty { continue }
      folded.append(byte)
    }
    if folded.last == space { folded.removeLast() }
    return folded
  }

  private static let lowerDigits = Array("0123456789abcdef".utf8)
}
