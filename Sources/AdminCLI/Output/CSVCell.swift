/// Cells of comma-separated values.
enum CSVCell {
  /// A cell that any reader takes as one text. Source: RFC 4180.
  ///
  /// - Parameter guardsFormulas: Puts a quote before a leading `= + - @`, which a spreadsheet would
  ///   run as a formula; not for what is to be read back as it was.
  static func quoted(_ text: String, guardsFormulas: Bool = true) -> String {
    let first = text.unicodeScalars.first
    let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let cell = guardsFormulas && isFormula ? "'" + text : text
    let special = Array(",\"\n\r".utf8)
    guard cell.utf8.contains(where: special.contains) else { return cell }
    return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
