/// Writes the narrow JSON of keys and memberships, the same bytes as the general encoder's.
struct ByteWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// An empty writer with room for some bytes.
  init(capacityBytes: Int) {
    bytes.reserveCapacity(capacityBytes)
  }

  /// Appends ASCII text as it is.
  mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a number.
  mutating func append(_ number: some BinaryInteger) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Appends a quoted string.
  ///
  /// - Returns: Whether it could be written without an escape.
  mutating func appendQuoted(_ text: String) -> Bool {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    let isPlain = bytes[start...].allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    bytes.append(UInt8(ascii: "\""))
    return isPlain
  }

  /// Appends a member that may be absent, with the comma and name before it.
  ///
  /// - Returns: Whether it could be written without an escape.
  mutating func appendMember(_ name: StaticString, _ text: String?) -> Bool {
    guard let text else { return true }
    append(name)
    return appendQuoted(text)
  }
}
