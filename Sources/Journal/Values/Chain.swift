/// The first 128 bits of the SHA-256 of a record line, as the next record repeats it.
///
/// It ties each record to everything before it: a line that was changed, dropped, doubled or moved
/// no longer fits the record that follows.
public struct Chain: Sendable, Hashable, CustomStringConvertible {
  /// The text's length: 128 bits in base64url without padding.
  static let textByteCount = 22
  /// The length in bytes where it is stored as binary.
  static let byteCount = 16

  /// The first eight bytes, big-endian.
  var high: UInt64
  /// The last eight bytes, big-endian.
  var low: UInt64

  /// The value as base64url, 22 characters.
  public var description: String {
    String(unsafeUninitializedCapacity: Self.textByteCount) { text in
      write(to: UnsafeMutableRawBufferPointer(text))
      return Self.textByteCount
    }
  }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads the 22 characters of base64url; nil for anything else, bits beyond the 128 included.
  public init?(_ text: some StringProtocol) {
    var copy = Array(text.utf8)
    guard let chain = copy.withUnsafeMutableBytes({ Chain(text: UnsafeRawBufferPointer($0)) })
    else { return nil }
    self = chain
  }

  init?(text: UnsafeRawBufferPointer) {
    guard text.count == Self.textByteCount else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<Self.textByteCount {
      let digit = Base64URL.values[Int(text[index])]
      guard digit < 64 else { return nil }
      // The last character carries two bits of the value; its other four must be zero.
      if index == Self.textByteCount - 1 {
        guard digit & 0x0f == 0 else { return nil }
        high = high << 2 | low >> 62
        low = low << 2 | UInt64(digit >> 4)
      } else {
        high = high << 6 | low >> 58
        low = low << 6 | UInt64(digit)
      }
    }
    self.init(high: high, low: low)
  }

  /// Writes the 22 characters into `buffer`, which must hold them.
  func write(to buffer: UnsafeMutableRawBufferPointer) {
    var high = high
    var low = low
    buffer[Self.textByteCount - 1] = Base64URL.digits[Int(low & 0x03) << 4]
    low = low >> 2 | high << 62
    high >>= 2
    for index in stride(from: Self.textByteCount - 2, through: 0, by: -1) {
      buffer[index] = Base64URL.digits[Int(low & 0x3f)]
      low = low >> 6 | high << 58
      high >>= 6
    }
  }
}

/// The digits of base64url and their values.
///
/// Source: RFC 4648 section 5.
enum Base64URL {
  static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  /// The value of each byte, 255 for a byte that is no digit.
  static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()
}
