import Foundation
import TestSupport
import Testing

/// Where there can be no console, one sentence says why.
@Suite("Terminals that cannot serve")
struct TerminalRefusalTests {
  @Test("Without a terminal")
  func none() throws {
    let bench = try Workbench()
    let child = try ChildProcess(
      ["/usr/bin/setsid", "--wait", Workbench.program], environment: bench.environment)
    #expect(try child.waitForExit() == .code(4))
    Self.expectOneSentence(child.errorOutput, saying: "terminal")
    #expect(child.output.isEmpty)
  }

  @Test(
    "With a terminal type that is not set, not known, or too simple",
    arguments: ["TERM=", "-u TERM", "TERM=dumb", "TERM=no-such-terminal"])
  func terminalType(_ setting: String) throws {
    let words = setting.split(separator: " ").map(String.init)
    let (output, exit) = try Self.inTerminal(["/usr/bin/env"] + words + [Workbench.program])
    #expect(exit == .code(4), "\(output)")
    Self.expectOneSentence(output, saying: "TERM")
  }

  @Test("With standard output or input elsewhere", arguments: ["| cat", "</dev/null"])
  func redirected(_ redirection: String) throws {
    let command = "set -o pipefail; \(Workbench.program) \(redirection)"
    let (output, exit) = try Self.inTerminal(["/bin/bash", "-c", command])
    #expect(exit == .code(4), "\(output)")
    Self.expectOneSentence(output, saying: "terminal")
  }

  @Test("With a terminal that is too small")
  func tooSmall() throws {
    let bench = try Workbench()
    let terminal = try bench.console(columns: 30, rows: 8)
    #expect(try terminal.waitForExit() == .code(4))
    let text = terminal.screen.lines.joined()
    #expect(text.contains("keystile: ") && text.contains("30×8"), "\(text)")
    #expect(text.contains("40×10"), "\(text)")
    #expect(terminal.screen.leftovers == [] && terminal.isCooked)
  }

  private static func inTerminal(_ words: [String]) throws -> (String, PseudoTerminal.Exit) {
    let bench = try Workbench()
    let terminal = try PseudoTerminal(
      running: words, columns: 200, rows: 10, environment: bench.environment,
      directory: bench.home.path)
    let exit = try terminal.waitForExit()
    #expect(terminal.screen.leftovers == [] && terminal.isCooked)
    #expect(terminal.screen.alternateScreenCount == 0)
    return (terminal.screen.text.trimmingCharacters(in: .whitespacesAndNewlines), exit)
  }

  private static func expectOneSentence(_ text: String, saying word: String) {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("try: ") }
    #expect(lines.count == 1 && lines[0].hasPrefix("keystile: "), "\(text)")
    #expect(text.contains(word), "\(text)")
  }
}
