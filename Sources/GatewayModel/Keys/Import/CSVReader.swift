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

    /// Whether the line is blank.
    var isBlank: Bool { cells == [""] }
  }

  /// A cell whose quotes do not match.
  struct Malformed: Error, Equatable {
    /// The line the record starts on.
    let line: Int
    /// What is wrong.
    let reason: String
  }

  private var rest: Substring.UnicodeScalarView
  private var line = 1

  /// A reader of a whole text; a byte-order mark at its start is skipped.
  init(_ text: String) {
    rest = text[...].unicodeScalars
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
  }

  /// The next record, or nil at the end.
  ///
  /// - Parameter apostropheColumn: The column, from 0, in which apostrophes quote too.
  /// - Complexity: linear in the record's length.
  mutating func next(apostropheColumn: Int? = nil) throws(Malformed) -> Record? {
    guard !rest.isEmpty else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      let quotes: [Unicode.Scalar] = cells.count == apostropheColumn ? ["\"", "'"] : ["\""]
      cells.append(try cell(quotes: quotes, startLine: start))
      guard let separator = rest.popFirst() else { break }
      if separator == "," { continue }
      if separator == "\r", rest.first == "\n" { rest.removeFirst() }
      line += 1
      break
    }
    return Record(line: start, cells: cells)
  }

  private mutating func cell(
    quotes: [Unicode.Scalar], startLine: Int
  ) throws(Malformed) -> String {
    let padding = rest.prefix { $0 == " " }
    guard let quote = rest.dropFirst(padding.count).first, quotes.contains(quote) else {
      return plainCell()
    }
    rest = rest.dropFirst(padding.count + 1)
    return try quotedCell(quote, startLine: startLine)
  }

  private mutating func plainCell() -> String {
    let text = rest.prefix { !Self.endsCell($0) }
    rest = rest.dropFirst(text.count)
    return String(Substring(text))
  }

  private mutating func quotedCell(
    _ quote: Unicode.Scalar, startLine: Int
  ) throws(Malformed) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\n" { line += 1 }
      guard scalar == quote else {
        text.append(scalar)
        continue
      }
      if rest.first == quote {
        text.append(quote)
        rest.removeFirst()
        continue
      }
      while rest.first == " " { rest.removeFirst() }
      guard rest.first.map(Self.endsCell) ?? true else {
        throw Malformed(line: startLine, reason: "text after a closing quote")
      }
      return String(text)
    }
    throw Malformed(line: startLine, reason: "a quote that is not closed")
  }

  private static func endsCell(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "\n" || scalar == "\r"
  }
}
