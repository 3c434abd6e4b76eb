/// Reads the narrow JSON that this program writes, from the left, without looking back.
///
/// Every method either takes what it names or answers that it is not there; only canonical forms
/// are recognised (no white space, no escapes, no fractions), the rest is for a full parser.
struct ByteScanner {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// A scanner at the first byte; the bytes must outlive it.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether all was taken.
  var isAtEnd: Bool { position == bytes.count }

  /// Takes exactly this ASCII text if it comes next.
  @inline(__always)
  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] {
      return false
    }
    position += count
    return true
  }

  /// Takes a string without escapes.
  ///
  /// - Complexity: linear in its length.
  mutating func string() -> String? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    var end = position + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\\") else { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    let text = String(
      validating: UnsafeRawBufferPointer(rebasing: bytes[(position + 1)..<end])
        .bindMemory(to: UInt8.self), as: UTF8.self)
    if text != nil { position = end + 1 }
    return text
  }

  /// Takes a whole number of at most 18 digits in its only canonical form.
  mutating func integer() -> Int64? {
    var next = position
    let isNegative = next < bytes.count && bytes[next] == UInt8(ascii: "-")
    if isNegative { next += 1 }
    let first = next
    var value: Int64 = 0
    while next < bytes.count, (0x30...0x39).contains(bytes[next]) {
      guard next - first < Self.integerDigits else { return nil }
      value = value * 10 + Int64(bytes[next] - 0x30)
      next += 1
    }
    let hasLeadingZero = bytes.count > first && bytes[first] == 0x30
    guard next > first, !hasLeadingZero || (next - first == 1 && !isNegative) else { return nil }
    position = next
    return isNegative ? -value : value
  }

  /// Takes `true` or `false`.
  mutating func boolean() -> Bool? {
    if take("true") { return true }
    return take("false") ? false : nil
  }

  /// Everything that is left but one last ASCII character, which must be there.
  func rest(droppingLast last: Unicode.Scalar) -> UnsafeRawBufferPointer? {
    guard position < bytes.count, bytes[bytes.count - 1] == UInt8(ascii: last) else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<(bytes.count - 1)])
  }

  /// The digits that always fit 64 bits.
  private static let integerDigits = 18
}
