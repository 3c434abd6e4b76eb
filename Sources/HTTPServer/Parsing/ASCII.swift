internal import Glibc

/// Byte comparisons for protocol text.
enum ASCII {
  /// True if the bytes are `text` (which is in lower case), letters compared without case.
  static func equalsIgnoringCase(_ bytes: UnsafeRawBufferPointer, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    let other = text.utf8Start
    for index in 0..<bytes.count where lowercase(bytes[index]) != other[index] { return false }
    return true
  }

  /// True if both have the same bytes, letters compared without case.
  static func equalsIgnoringCase(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where lowercase(left[index]) != lowercase(right[index]) {
      return false
    }
    return true
  }

  /// The byte, a letter in lower case.
  static func lowercase(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// True for `0` to `9`.
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }

  /// The value of a hexadecimal digit.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte &- 0x30 }
    let letter = lowercase(byte) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }

  /// True for the bytes of a token.
  ///
  /// Source: RFC 9110 §5.6.2.
  static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5E...0x7A, 0x7C, 0x7E, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D,
      0x2E:
      true
    default: false
    }
  }

  /// True if no byte is a control byte other than the tab: what a header value may hold.
  ///
  /// Eight bytes at once, since every answer's fields go through this; a tab is rare enough to have
  /// the bytes looked at one by one.
  static func isFieldContent(_ bytes: UnsafeRawBufferPointer) -> Bool {
    typealias Word = UInt64
    let ones: Word = 0x0101_0101_0101_0101
    var controls: Word = 0
    var offset = 0
    while offset + MemoryLayout<Word>.size <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)
      let delete = word ^ ones &* 0x7F
      controls |= (word &- ones &* 0x20) & ~word | (delete &- ones) & ~delete
      offset += MemoryLayout<Word>.size
    }
    if controls & (ones &* 0x80) != 0 { offset = 0 }
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { return false }
      offset += 1
    }
    return true
  }

  /// The bytes without spaces and tabs at both ends.
  static func trimmingBlanks(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var rest = bytes[...]
    while let first = rest.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
    while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
    return UnsafeRawBufferPointer(rebasing: rest)
  }

  /// The offset of the first line feed in `count` bytes, or nil.
  static func lineFeed(in bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    guard count > 0, let found = memchr(bytes, 0x0A, count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
  }
}
