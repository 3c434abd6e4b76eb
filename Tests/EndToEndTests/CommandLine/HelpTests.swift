import Foundation
import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  @Test("Every verb that help lists has a page, which names its usage and an example")
  func pages() throws {
    let bench = try Workbench()
    let verbs = try Self.verbs(bench)
    #expect(verbs.count > 40, "\(verbs)")
    for words in verbs {
      let run = try bench.run(words + ["--help"])
      #expect(run.exit == .code(0), "\(run)")
      #expect(run.output.contains("keystile \(words.joined(separator: " "))"), "\(run)")
      #expect(run.errors.isEmpty, "\(run)")
    }
    for noun in Set(verbs.filter { $0.count == 2 }.map { $0[0] }) {
      let run = try bench.run([noun, "--help"])
      #expect(run.exit == .code(0) && run.output.contains(noun), "\(run)")
    }
  }

  @Test("Help needs no workspace and makes none")
  func noWorkspace() throws {
    let bench = try Workbench()
    for words in [["help"], ["--help"], ["key", "--help"], ["version"], ["manual"]] {
      let run = try bench.run(words, environment: ["KEYSTILE_WORKSPACE": "/nowhere/at/all"])
      #expect(run.exit == .code(0) && !run.output.isEmpty, "\(run)")
    }
  }

  @Test("Bash takes the completions")
  func completions() throws {
    let bench = try Workbench()
    for shell in ["bash", "zsh", "fish"] {
      #expect(try bench.keystile("completion", shell).contains("rotate"), "\(shell)")
    }
    let script = try bench.keystile("completion", "bash")
    let bash = try ChildProcess(
      ["/bin/bash", "-n"], environment: bench.environment, input: Array(script.utf8))
    #expect(try bash.waitForExit() == .code(0), "\(bash.errorOutput)")
  }

  /// The verbs of `keystile help`, as words.
  static func verbs(_ bench: Workbench) throws -> [[String]] {
    let lines = try bench.keystile("help").split(separator: "\n", omittingEmptySubsequences: false)
    func rows(under title: String) -> [(left: String, right: String)] {
      lines.drop { $0 != title }.dropFirst().prefix { !$0.isEmpty }.map { line in
        let parts = line.dropFirst(2).split(separator: " ", maxSplits: 1)
        return (String(parts[0]), parts.last?.trimmingCharacters(in: .whitespaces) ?? "")
      }
    }
    return rows(under: "Verbs:").map { [$0.left] }
      + rows(under: "Nouns and their verbs:").flatMap { row in
        row.right.components(separatedBy: ", ").map { [row.left, $0] }
      }
  }
}
