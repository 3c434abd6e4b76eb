/// Lower-case hexadecimal numbers. Upper case is refused, so that each value has one spelling and
/// a changed bit in a checksum's text cannot go unnoticed.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// The value of 1…16 digits, or nil.
  static func value(_ text: UnsafeRawBufferPointer) -> UInt64? {
    guard (1...16).contains(text.count) else { return nil }
    var value: UInt64 = 0
    for byte in text {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: value = value << 4 | UInt64(byte - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// Writes exactly `count` digits of `value` at `offset`.
  static func write(
    _ value: UInt64, digits count: Int, to buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) {
    for index in 0..<count {
      buffer[offset + index] = digits[Int(value >> UInt64(4 * (count - 1 - index)) & 0x0f)]
    }
  }

  /// Bytes as text, two digits each.
  static func text(_ bytes: some Sequence<UInt8>, separator: String = "") -> String {
    bytes.map { byte in
      String(
        decoding: [digits[Int(byte >> 4)], digits[Int(byte & 0x0f)]], as: UTF8.self)
    }.joined(separator: separator)
  }
}
