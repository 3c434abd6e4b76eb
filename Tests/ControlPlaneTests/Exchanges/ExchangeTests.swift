import Foundation
import TestSupport
import Testing

/// Each file of `Golden` is a conversation on a fresh workspace: requests and the whole answers.
@Suite("Exchanges, word for word")
struct ExchangeTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".txt") }.sorted() ?? []

  @Test("There are conversations to check")
  func exist() {
    #expect(Self.names.count >= 8)
  }

  @Test("The conversation goes as written", arguments: names)
  func conversation(name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let bench = try ControlBench()
    var script = ExchangeScript(text)
    expectGolden(try script.run(on: try bench.connect()), name)
  }
}
