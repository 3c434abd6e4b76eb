import Foundation
import Terminal
import Testing

/// Screens as text files; `KEYSTILE_REWRITE_GOLDEN=1` writes them anew.
enum Golden {
  /// Compares a screen with its golden file.
  static func expect(
    _ screen: MemoryScreen, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Goldens")
    let file = folder.appendingPathComponent("\(name).txt")
    let actual = screen.text
    if ProcessInfo.processInfo.environment["KEYSTILE_REWRITE_GOLDEN"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
      } catch {
        Issue.record("cannot write \(file.path): \(error)", sourceLocation: sourceLocation)
      }
      return
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      Issue.record("no golden \(name); it would be\n\(actual)", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: data, as: UTF8.self)
    if actual != expected {
      Issue.record(
        "\(name) differs\n--- is\n\(actual)--- expected\n\(expected)",
        sourceLocation: sourceLocation)
    }
  }
}
