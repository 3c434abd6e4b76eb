/// Reads records of comma-separated values, one at a time.
///
/// Lines end in CR LF or LF; a cell in double quotes may hold commas, line ends and doubled quotes. API
/// Gateway's guide also quotes the list of plans with apostrophes, so one column may be read so.
/// Source: RFC 4180; API Gateway developer guide, "API Gateway API key file format".
struct CSVReader {
  /// A line of the table.
  struct Record: Equatable {
    /// The line of the text it starts on, 1 for the first.
    let line: Int
    /// The cells, unquoted.
    let cells: [String]
  }

  /// A record that cannot be read.
  struct Malformed: Error, Equatable {
    /// The line the record starts on.
    let line: Int
    /// What is wrong.
    let reason: String
  }

  /// Cells a record may have.
  static let cellLimit = 256

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  /// A reader of a whole text; a byte-order mark at its start is skipped.
  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next record, or nil at the end.
  ///
  /// - Parameter apostropheColumn: The column, from 0, in which apostrophes quote too.
  /// - Complexity: linear in the record's length.
  mutating func next(apostropheColumn: Int? = nil) throws(Malformed) -> Record? {
    guard position < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      guard cells.count < Self.cellLimit else {
        throw Malformed(line: start, reason: "more than \(Self.cellLimit) cells")
      }
      let alsoQuotes = cells.count == apostropheColumn ? UInt8(ascii: "'") : UInt8(ascii: "\"")
      cells.append(try cell(alsoQuotes: alsoQuotes, startLine: start))
      guard position < bytes.count else { break }
      if take(UInt8(ascii: ",")) { continue }
      skipLineEnd()
      break
    }
    return Record(line: start, cells: cells)
  }

  /// Goes on to the next line that has anything in it.
  ///
  /// - Complexity: linear in the number of lines, without memory for any.
  mutating func skipBlankLines() {
    while position < bytes.count, Self.endsLine(bytes[position]) { skipLineEnd() }
  }

  private mutating func skipLineEnd() {
    _ = take(Self.carriageReturn)
    _ = take(Self.lineFeed)
    line += 1
  }

  private mutating func cell(alsoQuotes: UInt8, startLine: Int) throws(Malformed) -> String {
    var place = position
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == alsoQuotes
    else { return plainCell() }
    position = place + 1
    return try quotedCell(bytes[place], startLine: startLine)
  }

  private mutating func plainCell() -> String {
    let start = position
    while position < bytes.count, !Self.endsCell(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quotedCell(_ quote: UInt8, startLine: Int) throws(Malformed) -> String {
    var text: [UInt8] = []
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == Self.lineFeed { line += 1 }
      guard byte == quote else { continue }
      text += bytes[start..<position - 1]
      start = position
      // The second of two quotes stands for itself.
      if take(quote) { continue }
      while take(UInt8(ascii: " ")) {}
      guard position == bytes.count || Self.endsCell(bytes[position]) else {
        throw Malformed(line: startLine, reason: "text after a closing quote")
      }
      return String(decoding: text, as: UTF8.self)
    }
    throw Malformed(line: startLine, reason: "a quote that is not closed")
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }

  private static func endsCell(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || endsLine(byte)
  }
}
