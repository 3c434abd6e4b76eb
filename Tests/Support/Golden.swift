import Foundation
public import Testing

/// Expects `text` to be what the file `name` in the folder `Golden` beside the test holds.
///
/// With `KEYSTILE_REWRITE_GOLDEN=1` in the environment the file is written instead, and the change
/// is looked at in the version control.
/// - Parameters:
///   - text: what the program shows.
///   - name: the file's name with its ending; folders in it are made.
///   - testFile: the test's file, for finding the folder.
///   - sourceLocation: where a difference is reported.
public func expectGolden(
  _ text: String, _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["KEYSTILE_REWRITE_GOLDEN"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    Issue.record(
      "there is no Golden/\(name): run once with KEYSTILE_REWRITE_GOLDEN=1; it would hold\n\(text)",
      sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard expected != text else { return }
  Issue.record(
    "Golden/\(name) differs (- expected, + is):\n\(LineDifference.describe(expected, text))",
    sourceLocation: sourceLocation)
}
