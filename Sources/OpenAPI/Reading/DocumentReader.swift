import GatewayModel

/// Turns the bytes of a document, JSON or YAML, into a value.
enum DocumentReader {
  /// Reads a document.
  ///
  /// A text that begins with a brace or a bracket is read as JSON, strictly: no name twice, no trailing
  /// comma. Anything else is YAML.
  /// - Throws: `DocumentError` with line and column.
  /// - Complexity: linear in the number of bytes.
  static func value(of bytes: [UInt8]) throws(DocumentError) -> JSONValue {
    guard bytes.count <= DocumentLimits.documentBytes else {
      throw DocumentError("the document is longer than \(DocumentLimits.documentBytes) bytes")
    }
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]]
    guard !marks.contains(where: bytes.starts) else {
      throw DocumentError(
        "a byte order mark; save the document as UTF-8 without one", at: .text(line: 1, column: 1))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw DocumentError("the document is not UTF-8", at: placeOfBadText(in: bytes))
    }
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    switch bytes.first(where: { !blanks.contains($0) }) {
    case nil: throw DocumentError("the document is empty")
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return try json(bytes)
    default:
      var reader = YAMLReader(YAMLEvents(bytes))
      return try reader.document()
    }
  }

  /// In a document one of two members of one name would be lost without a word, so it is an error with
  /// its place.
  private static func json(_ bytes: [UInt8]) throws(DocumentError) -> JSONValue {
    do throws(JSONReadingError) {
      return try JSONValue(
        reading: bytes,
        rules: JSONReadingRules(
          depthLimit: DocumentLimits.depth, valueLimit: DocumentLimits.valueCount,
          refusesRepeatedNames: true, refusesHalfSurrogates: true))
    } catch {
      throw DocumentError(error.reason, at: place(ofByte: error.offset, in: bytes))
    }
  }

  /// The place of a byte, counted from 1.
  static func place(ofByte offset: Int, in bytes: [UInt8]) -> DocumentError.Place {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let characters = String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self)
    return .text(line: line, column: characters.count + 1)
  }

  private static func placeOfBadText(in bytes: [UInt8]) -> DocumentError.Place {
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: line, as: UTF8.self) == nil { break }
      start += line.count + 1
    }
    return place(ofByte: start, in: bytes)
  }
}
