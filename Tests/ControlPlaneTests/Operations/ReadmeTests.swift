import ControlPlane
import Foundation
import HTTPServer
import Testing

@Suite("The README's table of operations")
struct ReadmeTests {
  @Test("It is the table that answers; KEYSTILE_REWRITE_GOLDEN=1 writes it anew")
  func operations() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- operations -->\n"))
    let end = try #require(text.range(of: "<!-- end of operations -->"))
    let written = String(text[begin.upperBound..<end.lowerBound])
    if ProcessInfo.processInfo.environment["KEYSTILE_REWRITE_GOLDEN"] == "1" {
      try (text[..<begin.upperBound] + Self.table + text[end.lowerBound...])
        .write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(written == Self.table)
    }
  }

  /// A row a path, in the table's order.
  private static var table: String {
    var paths: [String] = []
    var rows: [String: [String]] = [:]
    for operation in OperationTable.all {
      if rows[operation.path.text] == nil { paths.append(operation.path.text) }
      let fixed = operation.fixedQuery.map { " `?\($0.name)=\($0.value)`" } ?? ""
      rows[operation.path.text, default: []].append(
        "\(operation.verb.name)\(fixed) \(operation.name) "
          + (operation.handler.isImpossible ? "501" : "\(operation.status)"))
    }
    return "| path | method, operation, status of success, or 501 |\n|---|---|\n"
      + paths.map { "| `\($0)` | \((rows[$0] ?? []).joined(separator: " · ")) |\n" }.joined()
  }
}
