import CSystem
import Foundation

/// A program on a pseudo terminal of 120×40, timed by what it writes there.
final class TerminalProgram {
  /// What a program wrote after something happened.
  struct Output {
    var byteCount = 0
    /// When the first of it came, in microseconds; nil if nothing did.
    var firstMicroseconds: Double?
    /// When the last of it came, in microseconds.
    var lastMicroseconds = 0.0
  }

  static let columns: Int32 = 120
  static let rows: Int32 = 40
  /// What switching a terminal to a screen of its own never takes, and a filled one always does.
  private static let screenfulBytes = 2_000
  /// The longest anything is waited for.
  private static let limit = Duration.seconds(20)

  let processIdentifier: Int32
  private let terminal: Int32
  private let started: ContinuousClock.Instant
  private var replies = TerminalReplies()
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: Its path, and the arguments.
  ///   - directory: Where it starts.
  init(_ arguments: [String], directory: String? = nil) throws {
    var name = [CChar](repeating: 0, count: Int(KS_PTY_PATH_LIMIT_BYTES))
    terminal = ks_pty_open(Self.columns, Self.rows, &name)
    guard terminal >= 0 else { throw BenchmarkError("there is no pseudo terminal: \(terminal)") }
    let own = ProcessInfo.processInfo.environment
    let environment = [
      "PATH=\(own["PATH"] ?? "/usr/bin:/bin")", "HOME=\(own["HOME"] ?? "/")", "LANG=C.UTF-8",
      "TERM=xterm-256color",
    ]
    started = .now
    processIdentifier = Self.withStrings(arguments) { arguments in
      Self.withStrings(environment) { ks_pty_start(name, directory, arguments, $0) }
    }
    guard processIdentifier > 0 else {
      close(terminal)
      throw BenchmarkError("\(arguments[0]) cannot be started: \(processIdentifier)")
    }
  }

  deinit {
    kill(processIdentifier, SIGKILL)
    var status: Int32 = 0
    waitpid(processIdentifier, &status, 0)
    close(terminal)
  }

  var usage: ProcessUsage { ProcessUsage(of: processIdentifier) }

  /// Takes what it writes from its start on, until a screenful is there and it is quiet.
  func outputOfStart(quiet: Duration) throws -> Output {
    var output = Output()
    while output.byteCount < Self.screenfulBytes {
      guard try waitForOutput(Self.limit) else { throw BenchmarkError("the screen stays empty") }
      try take(into: &output, since: started)
    }
    while try waitForOutput(quiet) {
      try take(into: &output, since: started)
      guard .now - started < Self.limit else { throw BenchmarkError("the screen never rests") }
    }
    return output
  }

  /// Presses keys, all at once, and takes what comes of it.
  func outputOfKeys(_ keys: String, quiet: Duration) throws -> Output {
    let bytes = Array(keys.utf8)
    let start = ContinuousClock.now
    guard write(terminal, bytes, bytes.count) == bytes.count else {
      throw BenchmarkError("the terminal takes no more keys")
    }
    return try output(since: start, quiet: quiet)
  }

  /// Takes what it writes while nothing happens.
  func outputOfNothing(for time: Duration) throws -> Output {
    var output = Output()
    let start = ContinuousClock.now
    while let left = Self.positive(time - (.now - start)) {
      if try waitForOutput(left) { try take(into: &output, since: start) }
    }
    return output
  }

  /// Does something, and takes what is written until a text is among it.
  ///
  /// - Parameters:
  ///   - text: What is written in one go; any colour between its letters would hide it.
  ///   - start: From when the time counts.
  func microseconds(
    until text: String, since start: ContinuousClock.Instant, after action: () throws -> Void
  ) throws -> Double {
    try action()
    var output = Output()
    var written: [UInt8] = []
    while written.firstRange(of: Array(text.utf8)) == nil {
      guard .now - start < Self.limit, try waitForOutput(Self.limit) else {
        throw BenchmarkError("the screen never shows \(text)")
      }
      written += try take(into: &output, since: start)
    }
    return output.lastMicroseconds
  }

  private func output(since start: ContinuousClock.Instant, quiet: Duration) throws -> Output {
    var output = Output()
    while try waitForOutput(output.firstMicroseconds == nil ? Self.limit : quiet) {
      try take(into: &output, since: start)
      guard .now - start < Self.limit else { throw BenchmarkError("the screen never rests") }
    }
    guard output.firstMicroseconds != nil else { throw BenchmarkError("the screen stays as it is") }
    return output
  }

  private func waitForOutput(_ time: Duration) throws -> Bool {
    var state = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    let (seconds, attoseconds) = time.components
    let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    return poll(&state, 1, Int32(clamping: milliseconds + 1)) > 0
  }

  @discardableResult
  private func take(
    into output: inout Output, since start: ContinuousClock.Instant
  ) throws -> ArraySlice<UInt8> {
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else {
      if count < 0, errno == EAGAIN || errno == EINTR { return [] }
      throw BenchmarkError("the program ended before it was measured")
    }
    output.lastMicroseconds = Stopwatch.microseconds(since: start)
    output.firstMicroseconds = output.firstMicroseconds ?? output.lastMicroseconds
    output.byteCount += count
    let answer = replies.answer(to: buffer[..<count])
    if !answer.isEmpty { _ = write(terminal, answer, answer.count) }
    return buffer[..<count]
  }

  private static func positive(_ time: Duration) -> Duration? { time > .zero ? time : nil }

  private static func withStrings(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> Int32 {
    var copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return copies.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { body($0) } ?? -EINVAL
    }
  }
}
