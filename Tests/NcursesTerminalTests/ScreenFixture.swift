import Foundation
import NcursesTerminal
import Terminal
import TestSupport

/// A real screen on a pseudo terminal whose user is the test.
final class ScreenFixture {
  let pty: PseudoTerminal
  let screen: NcursesTerminal
  private let descriptor: Int32

  init(
    columns: Int = 60, rows: Int = 12, environment: [String: String] = [:],
    supportsHeldFrames: Bool = true, adjust: (inout TerminalOptions) -> Void = { _ in }
  ) throws {
    pty = try PseudoTerminal(columns: columns, rows: rows)
    pty.configure { $0.supportsHeldFrames = supportsHeldFrames }
    descriptor = open(pty.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    // The C library asks the process, not the options, for its locale.
    setenv("LC_ALL", environment["LC_ALL"] ?? "C.UTF-8", 1)
    var options = TerminalOptions(
      environment: ["TERM": "xterm-256color"].merging(environment) { $1 }, descriptor: descriptor)
    options.handlesSignals = false
    options.standardError = .unchanged
    adjust(&options)
    do {
      screen = try NcursesTerminal(options)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit {
    screen.close()
    close(descriptor)
  }

  /// Shows a frame drawn by `body` and takes what the screen wrote.
  /// - Returns: the number of bytes written.
  @discardableResult
  func show(cursor: Cursor? = nil, _ body: (inout Frame) -> Void) -> Int {
    let before = pty.screen.byteCount
    var frame = screen.makeFrame()
    body(&frame)
    screen.present(frame, cursor: cursor)
    pty.takeOutput()
    return pty.screen.byteCount - before
  }

  /// Types `text` and reads what the screen makes of it.
  func events(_ text: String) -> [TerminalEvent] {
    pty.send(text)
    return screen.readEvents()
  }
}
