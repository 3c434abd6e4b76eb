import Foundation
import TestSupport
import Testing

/// However the console ends, the terminal is as it was.
@Suite("Leaving the console")
struct LeavingTests {
  @Test("Keys end it with 0", arguments: ["q", "Q", "^C ^C", ": q u i t Enter"])
  func keys(_ notation: String) throws {
    let terminal = try open()
    try terminal.press(notation)
    #expect(try terminal.waitForExit() == .code(0))
    Self.expectClean(terminal, "\(notation)")
  }

  @Test(
    "A signal ends it with that signal",
    arguments: [
      SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGBUS, SIGUSR1, SIGUSR2, SIGALRM,
    ])
  func signals(_ number: Int32) throws {
    let terminal = try open()
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .signal(number))
    Self.expectClean(terminal, "signal \(number)")
  }

  @Test("A terminal that goes away ends it")
  func hangUp() throws {
    let terminal = try open()
    terminal.hangUp()
    let exit = try terminal.waitForExit()
    #expect(exit == .signal(SIGHUP) || exit == .code(0), "\(exit)")
  }

  @Test("The shell takes over on ^Z and gives the console back on fg")
  func suspension() throws {
    let terminal = try PseudoTerminal(
      running: ["/bin/bash", "--norc", "--noprofile", "-i"], columns: 100, rows: 30,
      environment: bench.environment.merging(["PS1": "shell> "]) { $1 },
      directory: bench.home.path)
    try terminal.wait(forText: "shell>")
    terminal.send("\(Workbench.program)\r")
    try terminal.wait(for: "the console") { $0.isAlternateScreen && $0.shows("Keys") }
    for _ in 0..<2 {
      try terminal.press("^Z")
      try terminal.wait(for: "the shell") { !$0.isAlternateScreen && $0.shows("Stopped") }
      #expect(terminal.screen.leftovers.filter { $0 != "mode 2004 on" } == [])
      terminal.send("clear; fg\r")
      try terminal.wait(for: "the console again") { $0.isAlternateScreen && $0.shows("Keys") }
    }
    try terminal.press("Q")
    try terminal.wait(for: "the shell at last") { !$0.isAlternateScreen }
    terminal.send("echo it-ended-with-$?\r")
    try terminal.wait(forText: "it-ended-with-0")
    terminal.send("exit\r")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test("It follows the window's size, down to one too small and back")
  func resizing() throws {
    let terminal = try open()
    try terminal.resize(columns: 80, rows: 24)
    try terminal.wait(for: "a smaller frame") { $0.lines.last?.contains("help") == true }
    try terminal.resize(columns: 30, rows: 8)
    try terminal.wait(for: "a notice") { !$0.shows("Keys") && $0.shows("40") }
    try terminal.resize(columns: 120, rows: 40)
    try terminal.wait(for: "the console") { $0.shows("1 Keys") && $0.shows("4 Stages") }
    try terminal.press("Q")
    #expect(try terminal.waitForExit() == .code(0))
    Self.expectClean(terminal, "resized")
  }

  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func open() throws -> PseudoTerminal {
    let terminal = try bench.console()
    try terminal.wait(for: "the console") { $0.isAlternateScreen && $0.shows("Keys") }
    return terminal
  }

  private static func expectClean(_ terminal: PseudoTerminal, _ how: String) {
    #expect(terminal.screen.leftovers == [], "\(how)")
    #expect(!terminal.screen.isAlternateScreen, "\(how)")
    #expect(terminal.isCooked, "\(how)")
  }
}
