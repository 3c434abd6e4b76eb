import CSystem
import Foundation
import NcursesTerminal
import Terminal
import TestSupport
import Testing

extension NcursesTerminalTests {
  @Suite struct Start {
    @Test(
      arguments: [
        ([:], .noTerminalType), (["TERM": ""], .noTerminalType),
        (["TERM": "no-such-type"], .unknownTerminalType("no-such-type")),
        (["TERM": "dumb"], .terminalTooSimple("dumb")),
      ] as [([String: String], TerminalError)])
    func unusableTypesAreRefused(environment: [String: String], error: TerminalError) throws {
      let pty = try PseudoTerminal()
      let descriptor = open(pty.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
      defer { close(descriptor) }
      #expect(throws: error) {
        try NcursesTerminal(TerminalOptions(environment: environment, descriptor: descriptor))
      }
      pty.takeOutput()
      #expect(pty.screen.byteCount == 0)
      #expect(pty.isCooked)
      #expect(!error.description.isEmpty)
    }

    @Test func whatIsNoTerminalIsRefused() {
      let descriptor = open("/dev/null", O_RDWR | O_CLOEXEC)
      defer { close(descriptor) }
      #expect(throws: TerminalError.notATerminal) {
        try NcursesTerminal(
          TerminalOptions(environment: ["TERM": "xterm"], descriptor: descriptor))
      }
    }

    @Test func aSecondScreenIsRefused() throws {
      let fixture = try ScreenFixture()
      #expect(throws: TerminalError.screenInUse) { try ScreenFixture() }
      fixture.screen.close()
      _ = try ScreenFixture()
    }

    @Test(arguments: ["xterm", "xterm-mono", "linux", "vt100", "vt220", "screen", "tmux-256color"])
    func otherTypesShowTheSameText(type: String) throws {
      let fixture = try ScreenFixture(environment: ["TERM": type])
      fixture.show { frame in
        frame.drawBox(frame.bounds, title: "Keys")
        frame.draw("acme", at: Point(x: 2, y: 2), Style(.error, .bold))
      }
      #expect(fixture.pty.screen.text(ofRow: 0).hasPrefix("┌─ Keys ──"))
      #expect(fixture.pty.screen.text(ofRow: 2).hasPrefix("│ acme"))
      fixture.screen.close()
      fixture.pty.takeOutput()
      #expect(fixture.pty.screen.leftovers == [])
      #expect(fixture.pty.isCooked)
    }

    /// In a process of its own: the others write to standard error too.
    @Test func standardErrorIsKeptOffTheScreenAndShownLater() async throws {
      let pty = try PseudoTerminal()
      let directory = try TemporaryDirectory()
      let log = directory.path + "/log"
      let descriptor = open(pty.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
      defer { close(descriptor) }
      let path = pty.path
      await #expect(processExitsWith: .success) {
        [path = path as String, log = log as String] in
        let descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        dup2(descriptor, STDERR_FILENO)
        var options = TerminalOptions(
          environment: ["TERM": "xterm-256color"], descriptor: descriptor)
        options.standardError = .file(path: log)
        let screen = try NcursesTerminal(options)
        write(STDERR_FILENO, "careful\n", 8)
        screen.present(screen.makeFrame(), cursor: nil)
        screen.close()
        write(STDERR_FILENO, "afterwards\n", 11)
        exit(0)
      }
      pty.takeOutput()
      #expect(pty.screen.leftovers == [])
      let rows = (pty.screen.row(showing: "careful"), pty.screen.row(showing: "afterwards"))
      #expect(rows.0.map { $0 + 1 } == rows.1 && rows.1 != nil)
      #expect(FileManager.default.contents(atPath: log) == Data("careful\n".utf8))
    }

    @Test func runsAProgramAndComesBack() throws {
      let fixture = try ScreenFixture { $0.asksTerminal = false }
      fixture.show { $0.draw("mine", at: Point(x: 0, y: 0)) }
      let status = try fixture.screen.run(
        ["sh", "-c", "test -t 0 && echo child-was-here; exit 3"],
        environment: ["PATH": "/usr/bin:/bin"])
      #expect(status == 3)
      fixture.pty.takeOutput()
      #expect(!fixture.pty.screen.isAlternateScreen)
      #expect(fixture.pty.screen.shows("child-was-here"))
      fixture.show { $0.draw("mine", at: Point(x: 0, y: 0)) }
      #expect(fixture.pty.screen.isAlternateScreen)
      #expect(fixture.pty.screen.shows("mine"))
      #expect(fixture.pty.screen.modes.isSuperset(of: [2004, 1004, 1002, 1006]))
      #expect(fixture.events("\u{1B}OA") == [.key(KeyEvent(.up))])
      #expect(throws: TerminalError.self) {
        try fixture.screen.run(["/no/such/program"], environment: [:])
      }
      #expect(
        try fixture.screen.run(["sh", "-c", "kill -9 $$"], environment: ["PATH": "/usr/bin:/bin"])
          == 137)
    }
  }
}
