import Glibc

/// Reads the fields of our own JSON lines in their fixed order. Not a JSON parser: it accepts what
/// the format document says, byte for byte, and skips values of fields it does not know.
struct FieldScanner {
  private let bytes: UnsafeRawBufferPointer
  /// The next byte to read.
  private(set) var index = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether everything was read.
  var isAtEnd: Bool { index == bytes.count }

  /// What was not read yet.
  var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[index...]) }

  /// Takes `text` if it comes next.
  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - index >= count, let base = bytes.baseAddress,
      memcmp(base + index, text.utf8Start, count) == 0
    else { return false }
    index += count
    return true
  }

  /// Takes a whole number without sign, leading zeros, fraction or exponent, up to 19 digits.
  mutating func number() -> UInt64? {
    let start = index
    var value: UInt64 = 0
    while index < bytes.count, index - start < 19, (0x30...0x39).contains(bytes[index]) {
      value = value * 10 + UInt64(bytes[index] - 0x30)
      index += 1
    }
    guard index > start, bytes[start] != 0x30 || index == start + 1 else { return nil }
    return value
  }

  /// Takes a string, escapes left as they are, without its quotes.
  mutating func string() -> UnsafeRawBufferPointer? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
    let start = index + 1
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        index = at + 1
        return UnsafeRawBufferPointer(rebasing: bytes[start..<at])
      case UInt8(ascii: "\\"): at += 2
      default: at += 1
      }
    }
    return nil
  }

  /// Passes over fields a later version put in before the field `name`.
  ///
  /// - Parameter name: the field to stop at, as in `,"ops":`; it is taken.
  mutating func skip(to name: StaticString) -> Bool {
    while !take(name) {
      guard take(","), string() != nil, take(":"), skipValue() else { return false }
    }
    return true
  }

  private mutating func skipValue() -> Bool {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return false }
        if depth == 0 { return true }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        index += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return true }
        depth -= 1
        index += 1
        if depth == 0 { return true }
      case UInt8(ascii: ",") where depth == 0: return true
      default: index += 1
      }
    }
    return depth == 0
  }
}
