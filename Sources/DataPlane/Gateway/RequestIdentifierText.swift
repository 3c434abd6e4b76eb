/// The text of a request's id: a UUID in lower case.
enum RequestIdentifierText {
  /// The length of the text, in bytes.
  static let byteCount = 36
  /// Where the last of the five parts begins, in bytes.
  static let lastPartOffset = 24

  /// The id as text, for those who keep it.
  static func text(_ words: (high: UInt64, low: UInt64)) -> String {
    String(unsafeUninitializedCapacity: byteCount) { bytes in
      write(words, to: UnsafeMutableRawBufferPointer(bytes))
      return byteCount
    }
  }

  /// Writes the id as text.
  ///
  /// - Parameters:
  ///   - words: The id, the first half in the first.
  ///   - bytes: At least `byteCount` of them.
  static func write(
    _ words: (high: UInt64, low: UInt64), to bytes: UnsafeMutableRawBufferPointer
  ) {
    write(words.high, firstShift: 60, count: 8, to: bytes, at: 0)
    write(words.high, firstShift: 28, count: 4, to: bytes, at: 9)
    write(words.high, firstShift: 12, count: 4, to: bytes, at: 14)
    write(words.low, firstShift: 60, count: 4, to: bytes, at: 19)
    write(words.low, firstShift: 44, count: 12, to: bytes, at: lastPartOffset)
    bytes[8] = 0x2D
    bytes[13] = 0x2D
    bytes[18] = 0x2D
    bytes[23] = 0x2D
  }

  private static func write(
    _ word: UInt64, firstShift: Int, count: Int, to bytes: UnsafeMutableRawBufferPointer,
    at offset: Int
  ) {
    for index in 0..<count {
      let nibble = UInt8(truncatingIfNeeded: word >> UInt64(firstShift - 4 * index)) & 15
      bytes[offset + index] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
    }
  }
}
