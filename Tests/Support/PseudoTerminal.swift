import CSystem
import Foundation
import Terminal

/// A program on a terminal of its own, driven as a user would: it is sent keys, its screen is read.
///
/// Waiting is for something to be seen or to happen, with a deadline; nothing here sleeps.
public final class PseudoTerminal {
  /// How a program ended.
  public enum Exit: Hashable, Sendable {
    /// By itself, with a code.
    case code(Int32)
    /// By a signal.
    case signal(Int32)
  }

  /// How long anything is waited for unless told otherwise, with room for a busy machine.
  public static let defaultTimeout = Duration.seconds(20)

  /// What the program's user sees.
  public private(set) var screen: VirtualTerminal
  /// The name of the program's side, for opening it in this process.
  public let path: String
  /// The program's process id, 0 without a program.
  public private(set) var processIdentifier: Int32 = 0
  private var descriptor: Int32
  private var processDescriptor: Int32 = -1
  private var exit: Exit?
  private var isAtEnd = false

  /// Makes a terminal without a program.
  /// - Throws: `PseudoTerminalError.system`.
  public init(columns: Int = 120, rows: Int = 40) throws {
    var name = [CChar](repeating: 0, count: KS_PTY_PATH_LIMIT_BYTES)
    descriptor = ks_pty_open(Int32(columns), Int32(rows), &name)
    guard descriptor >= 0 else {
      throw PseudoTerminalError.system(call: "posix_openpt", errno: -descriptor)
    }
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    screen = VirtualTerminal(columns: columns, rows: rows)
  }

  /// Makes a terminal and starts a program on it.
  /// - Parameters:
  ///   - arguments: the program, looked up in PATH, and its arguments.
  ///   - columns: the terminal's columns.
  ///   - rows: the terminal's rows.
  ///   - environment: added to a small fixed one: PATH, HOME, TERM=xterm-256color, LANG=C.UTF-8.
  ///   - directory: where the program starts, nil for where the test runs.
  ///   - prepare: sets up the virtual terminal before the program can see it.
  /// - Throws: `PseudoTerminalError.system`.
  public convenience init(
    running arguments: [String], columns: Int = 120, rows: Int = 40,
    environment: [String: String] = [:], directory: String? = nil,
    prepare: (inout VirtualTerminal) -> Void = { _ in }
  ) throws {
    try self.init(columns: columns, rows: rows)
    prepare(&screen)
    try start(arguments, environment: environment, directory: directory)
  }

  deinit {
    if processIdentifier > 0, exit == nil {
      // The program leads a session of its own; what it started goes with it.
      kill(-processIdentifier, SIGKILL)
      kill(processIdentifier, SIGKILL)
      var status: Int32 = 0
      waitpid(processIdentifier, &status, 0)
    }
    if processDescriptor >= 0 { close(processDescriptor) }
    if descriptor >= 0 { close(descriptor) }
  }

  private func start(
    _ arguments: [String], environment: [String: String], directory: String?
  ) throws {
    let own = ProcessInfo.processInfo.environment
    let variables = [
      "PATH": own["PATH"] ?? "/usr/bin:/bin", "HOME": own["HOME"] ?? "/",
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC",
    ].merging(environment) { $1 }
    let result = CStringList.with(arguments) { arguments in
      CStringList.with(variables.map { "\($0.key)=\($0.value)" }) { environment in
        ks_pty_start(path, directory, arguments, environment)
      }
    }
    guard result > 0 else { throw PseudoTerminalError.system(call: "fork", errno: -result) }
    processIdentifier = result
    processDescriptor = ks_process_descriptor(result)
    guard processDescriptor >= 0 else {
      throw PseudoTerminalError.system(call: "pidfd_open", errno: -processDescriptor)
    }
  }

  // MARK: Doing what a user does

  /// Types `text` as it is.
  public func send(_ text: String) { send(bytes: Array(text.utf8)) }

  /// Sends bytes as they are.
  public func send(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else {
        var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard errno == EAGAIN || errno == EINTR, poll(&state, 1, 1000) > 0 else { return }
      }
    }
  }

  /// Presses keys given in key notation with blanks between them, such as `g g ^S F4`.
  /// - Throws: `KeyNotationError` when a part names no key.
  public func press(_ notation: String) throws {
    send(try KeySequence(notation: notation).keys.map(XtermKeys.sequence).joined())
  }

  /// Pastes `text` as a terminal does that was asked to mark it.
  public func paste(_ text: String) { send("\u{1B}[200~\(text)\u{1B}[201~") }

  /// Clicks at a place.
  public func click(column: Int, row: Int) {
    send("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m")
  }

  /// Gives the terminal another size.
  /// - Throws: `PseudoTerminalError.system`.
  public func resize(columns: Int, rows: Int) throws {
    screen.resize(columns: columns, rows: rows)
    let result = ks_pty_resize(descriptor, Int32(columns), Int32(rows))
    guard result == 0 else { throw PseudoTerminalError.system(call: "TIOCSWINSZ", errno: -result) }
  }

  /// Changes the virtual terminal, for example what it answers.
  public func configure(_ change: (inout VirtualTerminal) -> Void) { change(&screen) }

  /// Takes the terminal away, as when its window is closed.
  public func hangUp() {
    guard !isAtEnd else { return }
    isAtEnd = true
    close(descriptor)
    descriptor = -1
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) { kill(processIdentifier, number) }

  // MARK: Seeing what a user sees

  /// Waits until the screen satisfies `condition`.
  /// - Throws: `PseudoTerminalError.timedOut` or `.ended` with what the screen shows instead.
  public func wait(
    for what: String, timeout: Duration = PseudoTerminal.defaultTimeout,
    _ condition: (VirtualTerminal) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + timeout
    while true {
      takeOutput()
      if condition(screen) { return }
      if isAtEnd { throw PseudoTerminalError.ended(waitingFor: what, screen: screen.text) }
      guard waitForOutput(until: deadline) else {
        throw PseudoTerminalError.timedOut(waitingFor: what, screen: screen.text)
      }
    }
  }

  /// Waits until some row shows `text`.
  /// - Throws: as `wait(for:)`.
  public func wait(
    forText text: String, timeout: Duration = PseudoTerminal.defaultTimeout
  ) throws {
    try wait(for: "\"\(text)\"", timeout: timeout) { $0.shows(text) }
  }

  /// Waits until no row shows `text`.
  /// - Throws: as `wait(for:)`.
  public func wait(
    untilGone text: String, timeout: Duration = PseudoTerminal.defaultTimeout
  ) throws {
    try wait(for: "end of \"\(text)\"", timeout: timeout) { !$0.shows(text) }
  }

  /// Takes what the program has written so far, and answers what it asked.
  public func takeOutput() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        screen.feed(buffer[..<count])
        let replies = screen.takeReplies()
        if !replies.isEmpty { send(replies) }
      } else if count < 0, errno == EINTR {
        continue
      } else {
        // EIO: nobody has the other side open any longer.
        if count == 0 || (count < 0 && errno == EIO && processIdentifier > 0) { isAtEnd = true }
        return
      }
    }
  }

  /// Waits for the program's end and takes all it has written.
  /// - Throws: `PseudoTerminalError.timedOut`.
  public func waitForExit(timeout: Duration = PseudoTerminal.defaultTimeout) throws -> Exit {
    if let exit { return exit }
    let deadline = ContinuousClock.now + timeout
    while true {
      takeOutput()
      var states = [pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0)]
      if !isAtEnd {
        states.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
      }
      guard poll(&states, nfds_t(states.count), Self.milliseconds(until: deadline)) > 0 else {
        throw PseudoTerminalError.timedOut(waitingFor: "the program's end", screen: screen.text)
      }
      if states[0].revents != 0 { break }
    }
    var status: Int32 = 0
    waitpid(processIdentifier, &status, 0)
    takeOutput()
    let signal = status & 0x7F
    let ended: Exit = signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
    exit = ended
    return ended
  }

  /// True when lines are edited and echoed, as a shell expects its terminal.
  public var isCooked: Bool {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return false }
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return settings.c_lflag & wanted == wanted && settings.c_oflag & tcflag_t(OPOST) != 0
  }

  private func waitForOutput(until deadline: ContinuousClock.Instant) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, Self.milliseconds(until: deadline)) > 0
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let rest = ContinuousClock.now.duration(to: deadline)
    return max(
      0, Int32(rest.components.seconds * 1000 + rest.components.attoseconds / 1_000_000_000_000_000)
    )
  }
}
