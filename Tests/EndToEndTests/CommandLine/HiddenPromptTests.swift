import Foundation
import TestSupport
import Testing

@Suite("The prompt for a key value")
struct HiddenPromptTests {
  @Test("It hides what is typed, and Ctrl-C gives the terminal back as it was")
  func interrupted() throws {
    let bench = try Workbench()
    let terminal = try Self.asked(bench)
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .signal(SIGINT))
    #expect(terminal.isCooked)
  }

  @Test("What is typed becomes the value and is not shown beside the question")
  func typed() throws {
    let bench = try Workbench()
    let terminal = try Self.asked(bench)
    let value = "correct-horse-battery-staple"
    terminal.send("\(value)\n")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.isCooked)
    #expect(terminal.screen.lines.first?.contains(value) == false)
    #expect(try bench.keystile("key", "export", "--reveal").contains(value))
  }

  /// The program as it waits for the value.
  private static func asked(_ bench: Workbench) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      running: [Workbench.program, "key", "create", "web", "--value-stdin"],
      environment: bench.environment)
    try terminal.wait(forText: "Key value:")
    let deadline = ContinuousClock.now + PseudoTerminal.defaultTimeout
    while terminal.isCooked {
      try #require(ContinuousClock.now < deadline, "typing is never hidden")
      sched_yield()
    }
    return terminal
  }
}
