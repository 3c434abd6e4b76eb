import CSystem
import Foundation
import NcursesTerminal
import Terminal
import TestSupport
import Testing

extension NcursesTerminalTests {
  /// Each test lets a process of its own die with the screen up and looks at what is left of the
  /// terminal.
  @Suite struct CrashGuard {
    /// Opens a screen on `path`, shows something and writes to standard error.
    static func openScreen(_ path: String) throws -> NcursesTerminal {
      setenv("LC_ALL", "C.UTF-8", 1)
      let descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
      dup2(descriptor, STDERR_FILENO)
      let screen = try NcursesTerminal(
        TerminalOptions(environment: ["TERM": "xterm-256color"], descriptor: descriptor))
      var frame = screen.makeFrame()
      frame.draw("up", at: Point(x: 0, y: 0), Style(.error, .bold))
      screen.present(frame, cursor: Cursor(Point(x: 0, y: 0), isVisible: true))
      write(STDERR_FILENO, "last words\n", 11)
      return screen
    }

    /// Signals for the whole process arrive when the system likes, and show as input.
    static func awaitReadable(_ screen: NcursesTerminal) {
      var states = screen.inputDescriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      poll(&states, nfds_t(states.count), 20_000)
    }

    static func awaitEvents(_ screen: NcursesTerminal) -> [TerminalEvent] {
      awaitReadable(screen)
      return screen.readEvents()
    }

    /// The other side has to stay open for what was written to be read after the process has gone.
    private func expectFresh(_ pty: PseudoTerminal, _ what: String) {
      pty.takeOutput()
      #expect(pty.screen.leftovers == [], "\(what)")
      #expect(pty.isCooked, "\(what)")
      #expect(pty.screen.shows("last words"), "\(what)")
      #expect(pty.screen.clearCount > 0, "the screen was up")
    }

    private func withTerminal(
      _ body: (PseudoTerminal, String) async throws -> Void
    ) async throws {
      let pty = try PseudoTerminal(columns: 80, rows: 60)
      let descriptor = open(pty.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
      defer { close(descriptor) }
      try await body(pty, pty.path)
    }

    @Test func segmentationFault() async throws {
      try await withTerminal { pty, path in
        await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
          let screen = try CrashGuard.openScreen(path)
          withExtendedLifetime(screen) { _ = raise(SIGSEGV) }
        }
        expectFresh(pty, "SIGSEGV")
      }
    }

    @Test func abort() async throws {
      try await withTerminal { pty, path in
        await #expect(processExitsWith: .signal(SIGABRT)) { [path = path as String] in
          let screen = try CrashGuard.openScreen(path)
          withExtendedLifetime(screen) { Foundation.abort() }
        }
        expectFresh(pty, "SIGABRT")
      }
    }

    @Test func swiftTrap() async throws {
      try await withTerminal { pty, path in
        await #expect(processExitsWith: .failure) { [path = path as String] in
          let screen = try CrashGuard.openScreen(path)
          let rows = [Int](repeating: 0, count: screen.size.height)
          withExtendedLifetime(screen) { print(rows[screen.size.width * 100]) }
        }
        expectFresh(pty, "trap")
        #expect(pty.screen.text.contains("Index out of range"))
      }
    }

    @Test func stackOverflow() async throws {
      try await withTerminal { pty, path in
        await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
          let screen = try CrashGuard.openScreen(path)
          func deeper(_ depth: Int) -> Int {
            withUnsafeTemporaryAllocation(of: Int.self, capacity: 512) { buffer in
              buffer[0] = depth
              return depth == .max ? 0 : deeper(depth + 1) &+ buffer[0]
            }
          }
          withExtendedLifetime(screen) { print(deeper(0)) }
        }
        expectFresh(pty, "stack overflow")
      }
    }

    @Test func theFirstEndingSignalIsAnEvent() async throws {
      try await withTerminal { pty, path in
        await #expect(processExitsWith: .exitCode(42)) { [path = path as String] in
          let screen = try CrashGuard.openScreen(path)
          kill(getpid(), SIGTERM)
          let events = CrashGuard.awaitEvents(screen)
          screen.close()
          exit(events.contains(.terminate(signal: SIGTERM)) ? 42 : 1)
        }
        expectFresh(pty, "SIGTERM")
      }
    }

    @Test func theSecondEndingSignalEnds() async throws {
      try await withTerminal { pty, path in
        await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
          let screen = try CrashGuard.openScreen(path)
          kill(getpid(), SIGHUP)
          CrashGuard.awaitReadable(screen)
          kill(getpid(), SIGTERM)
          withExtendedLifetime(screen) { while true { pause() } }
        }
        expectFresh(pty, "SIGHUP, SIGTERM")
      }
    }

    /// In a session of its own the process is orphaned, so the system ignores the stop itself and
    /// what is seen is the way out and back.
    @Test func stoppingLeavesTheScreenAndComesBack() async throws {
      try await withTerminal { pty, path in
        await #expect(processExitsWith: .exitCode(42)) { [path = path as String] in
          setsid()
          let screen = try CrashGuard.openScreen(path)
          screen.suspend()
          screen.present(screen.makeFrame(), cursor: nil)
          kill(getpid(), SIGTSTP)
          var states = [pollfd(fd: screen.inputDescriptors[1], events: Int16(POLLIN), revents: 0)]
          poll(&states, 1, 20_000)
          let isResumed = screen.readEvents().contains(.resumed)
          screen.present(screen.makeFrame(), cursor: nil)
          screen.close()
          exit(isResumed ? 42 : 1)
        }
        expectFresh(pty, "SIGTSTP")
        // Once at the start and once after each stop.
        #expect(pty.screen.alternateScreenCount == 3)
      }
    }

    @Test func continuingAndResizingAreEvents() async throws {
      try await withTerminal { pty, path in
        await #expect(processExitsWith: .exitCode(42)) { [path = path as String] in
          let screen = try CrashGuard.openScreen(path)
          _ = screen.readEvents()
          kill(getpid(), SIGCONT)
          let isResumed = CrashGuard.awaitEvents(screen).contains(.resumed)
          kill(getpid(), SIGWINCH)
          let isQuiet = CrashGuard.awaitEvents(screen).isEmpty
          screen.present(screen.makeFrame(), cursor: nil)
          screen.close()
          exit(isResumed && isQuiet ? 42 : isResumed ? 1 : 2)
        }
        expectFresh(pty, "SIGCONT")
      }
    }
  }
}
