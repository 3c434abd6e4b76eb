import Foundation
import TestSupport
import Testing

/// The driver, tried on programs that everybody has.
@Suite struct PseudoTerminalTests {
  @Test func showsWhatAProgramPrintsAndHowItEnds() throws {
    let pty = try PseudoTerminal(
      running: ["sh", "-c", "printf '\\033[3;5Hhello'; tput cup 5 1; stty size; exit 7"],
      columns: 70, rows: 20)
    #expect(try pty.waitForExit() == .code(7))
    #expect(pty.screen.text(ofRow: 2) == "    hello")
    #expect(pty.screen.text(ofRow: 5) == " 20 70")
  }

  @Test func typesAndWaits() throws {
    let pty = try PseudoTerminal(
      running: ["sh", "-c", "echo ready; read line; echo \"got:$line\"; read more"])
    try pty.wait(forText: "ready")
    pty.send("hello\r")
    try pty.wait(forText: "got:hello")
    try pty.press("^C")
    #expect(try pty.waitForExit() == .signal(SIGINT))
  }

  @Test func saysWhatItSawWhenItWaitsInVain() throws {
    let pty = try PseudoTerminal(running: ["sh", "-c", "echo here; read line"])
    try pty.wait(forText: "here")
    let error = #expect(throws: PseudoTerminalError.self) {
      try pty.wait(forText: "never", timeout: .milliseconds(20))
    }
    #expect(error?.description.contains("|here") == true)
    pty.send("\r")
    #expect(throws: PseudoTerminalError.self) { try pty.wait(forText: "never") }
  }

  @Test func drivesAFullScreenProgram() throws {
    let directory = try TemporaryDirectory()
    let file = directory.path + "/text"
    try (1...200).map { "line \($0)\n" }.joined().write(
      toFile: file, atomically: true, encoding: .utf8)
    let pty = try PseudoTerminal(
      running: ["less", file], columns: 40, rows: 10, environment: ["LESS": "", "LESSOPEN": ""])
    try pty.wait(forText: "line 9")
    #expect(pty.screen.isAlternateScreen)
    try pty.press("PgDn")
    try pty.wait(forText: "line 18")
    try pty.press("G")
    try pty.wait(forText: "line 200")
    try pty.resize(columns: 40, rows: 20)
    // The pager may take the signal just before it waits for a key, and then draws with the next one.
    try pty.press("r")
    try pty.wait(for: "a taller window") { $0.row(showing: "(END)") == 19 }
    try pty.press("q")
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.screen.leftovers == [])
    #expect(pty.isCooked)
  }

  @Test func givesTheEnvironmentAndTheDirectory() throws {
    let directory = try TemporaryDirectory()
    let pty = try PseudoTerminal(
      running: ["sh", "-c", "pwd; echo $TERM $EXTRA"], columns: 150,
      environment: ["EXTRA": "more", "TERM": "vt100"], directory: directory.path)
    #expect(try pty.waitForExit() == .code(0))
    #expect(pty.screen.shows(directory.path))
    #expect(pty.screen.shows("vt100 more"))
  }

  @Test func whatCannotRunExits127() throws {
    #expect(try PseudoTerminal(running: ["/no/such/program"]).waitForExit() == .code(127))
  }

  @Test func programsOfThePackageAreFound() {
    #expect(FileManager.default.isExecutableFile(atPath: BuiltProgram.path("keystile")))
  }
}
