import CSystem

/// The fixed end of every line: `,"c":"` + 8 hexadecimal digits + `"}` + line break, 17 bytes. The
/// checksum covers every byte before it, so checking a line needs no JSON parser.
enum Trailer {
  /// The length in bytes.
  static let byteCount = 17
  private static let opening: StaticString = ",\"c\":\""
  private static let closing: StaticString = "\"}\n"

  /// What is wrong with a line's trailer.
  enum Problem: Error, Hashable {
    /// The last 17 bytes are not a trailer.
    case malformed
    /// The bytes before it do not give its checksum.
    case checksum(expected: UInt32, found: UInt32)
  }

  /// Writes the trailer of `line[..<bodyCount]` behind it.
  static func write(to line: UnsafeMutableRawBufferPointer, after bodyCount: Int) {
    let checksum = ks_crc32c(0, line.baseAddress, bodyCount)
    let trailer = UnsafeMutableRawBufferPointer(
      rebasing: line[bodyCount..<bodyCount + byteCount])
    trailer.copyBytes(from: UnsafeRawBufferPointer(start: opening.utf8Start, count: 6))
    Hexadecimal.write(UInt64(checksum), digits: 8, to: trailer, at: 6)
    UnsafeMutableRawBufferPointer(rebasing: trailer[14...])
      .copyBytes(from: UnsafeRawBufferPointer(start: closing.utf8Start, count: 3))
  }

  /// Checks a whole line, line break included.
  ///
  /// - Returns: the line without its trailer.
  static func check(_ line: UnsafeRawBufferPointer) throws(Problem) -> UnsafeRawBufferPointer {
    let bodyCount = line.count - byteCount
    guard bodyCount > 0 else { throw .malformed }
    let trailer = UnsafeRawBufferPointer(rebasing: line[bodyCount...])
    guard matches(trailer, opening, at: 0), matches(trailer, closing, at: 14),
      let expected = Hexadecimal.value(UnsafeRawBufferPointer(rebasing: trailer[6..<14]))
    else { throw .malformed }
    let found = ks_crc32c(0, line.baseAddress, bodyCount)
    guard UInt64(found) == expected else {
      throw .checksum(expected: UInt32(expected), found: found)
    }
    return UnsafeRawBufferPointer(rebasing: line[..<bodyCount])
  }

  private static func matches(
    _ bytes: UnsafeRawBufferPointer, _ text: StaticString, at offset: Int
  ) -> Bool {
    bytes[offset..<offset + text.utf8CodeUnitCount]
      .elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
