import GatewayModel
import Terminal

/// The rows of a pane as comma-separated values, as they are filtered and ordered.
enum PaneExport {
  /// Rows written at most; what follows is left out and said to be.
  static let limitRows = 100_000

  /// The text of the file.
  ///
  /// Source: RFC 4180.
  static func text(of pane: PaneState, _ context: RowContext) -> String {
    let columns = pane.columns.filter { $0.source == .configuration || $0.column.id != "last" }
    var text = line(columns.map(\.column.id))
    for place in 0..<min(pane.index.count, limitRows) {
      guard let ref = pane.index[place] else { continue }
      text += line(columns.map { $0.text(ref, context) })
    }
    return text
  }

  /// A file name with the moment in it, such as `keystile-keys-20260306T140207Z.csv`.
  static func fileName(_ kind: PaneKind, _ now: Timestamp) -> String {
    let digits = "\(now.day)T\(now.timeOfDay)".filter { $0 != "-" && $0 != ":" }
    return "keystile-\(kind.title.lowercased())-\(digits)Z.csv"
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
