/// Cells of comma-separated values.
enum CSVCell {
  /// A cell that any reader takes as one text.
  ///
  /// A leading `= + - @` would be run as a formula by a spreadsheet, so it gets a quote before it.
  /// Source: RFC 4180.
  static func quoted(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
