internal import CSystem
internal import Glibc
internal import Terminal

/// The terminal's descriptor: finding it, its size, and writing past ncurses.
struct TerminalDevice {
  /// The size of a terminal that does not tell its own.
  static let fallbackSize = Size(width: 80, height: 24)

  let descriptor: Int32
  private let isOwned: Bool

  /// Takes the given terminal, or finds the program's own.
  init(descriptor: Int32?) throws(TerminalError) {
    if let descriptor {
      guard isatty(descriptor) == 1 else { throw .notATerminal }
      self.descriptor = descriptor
      isOwned = false
      return
    }
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      self.descriptor = STDOUT_FILENO
      isOwned = false
      return
    }
    let opened = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard opened >= 0 else { throw .notATerminal }
    self.descriptor = opened
    isOwned = true
  }

  func close() {
    if isOwned { _ = Glibc.close(descriptor) }
  }

  /// The terminal's size at present.
  var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard ks_terminal_size(descriptor, &columns, &rows) == 0, columns > 0, rows > 0 else {
      return Self.fallbackSize
    }
    return Size(width: Int(columns), height: Int(rows))
  }

  /// True when the terminal has gone or its input has ended.
  var isClosed: Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, 0) > 0 else { return false }
    let events = Int32(state.revents)
    if events & (POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
    // Readable with nothing to read is the end of the input.
    return events & POLLIN != 0 && ks_terminal_readable(descriptor) == 0
  }

  /// Writes all of `text`; waits while the terminal does not take more.
  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if written < 0, errno == EAGAIN {
        var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&state, 1, -1) >= 0 || errno == EINTR else { return }
      } else if written < 0, errno == EINTR {
        continue
      } else {
        // The terminal has gone; reading tells the program so.
        return
      }
    }
  }
}
