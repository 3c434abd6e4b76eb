import AdminCLI
import DataPlane
import Foundation
import GatewayModel
import HTTPClient
import HTTPServer
import NcursesTerminal
import Workspace

/// The process's own streams, files and clock.
struct ProcessEdges {
  let variables = ProcessInfo.processInfo.environment
  let inputIsTerminal = isatty(STDIN_FILENO) == 1
  let outputIsTerminal = isatty(STDOUT_FILENO) == 1

  var environment: AdminEnvironment {
    AdminEnvironment(
      variables: variables, inputIsTerminal: inputIsTerminal, outputIsTerminal: outputIsTerminal,
      readInput: { Self.readAll(of: STDIN_FILENO, limitBytes: $0) }, readLine: Self.readLine,
      readFile: Self.readFile, writeOutput: StandardOutput.write,
      writeError: { Self.write($0, to: STDERR_FILENO) }, now: Self.now,
      wait: Self.wait)
  }

  /// The folder the verb works on.
  func workspaceDirectory(_ globals: GlobalOptions) throws -> String {
    guard
      let directory = WorkspaceLocation.resolve(
        option: globals.workspace, environment: variables)
    else {
      throw ProgramError(
        .usage, "there is no home folder for the workspace", remedy: "keystile --workspace DIR")
    }
    return directory
  }

  /// Prints why a program verb could not go on, one line and what to do.
  func report(_ error: any Error) -> ExitCode {
    let report = Self.words(for: error)
    Self.print(report)
    return report.exitCode
  }

  /// Prints a report on standard error.
  static func print(_ report: ErrorReport) {
    if let message = report.message {
      write("keystile: \(report.code): \(AdminOutput.safe(message))\n", to: STDERR_FILENO)
    }
    if let remedy = report.remedy {
      write("try: \(AdminOutput.safe(remedy))\n", to: STDERR_FILENO)
    }
  }

  private static func words(for error: any Error) -> ErrorReport {
    switch error {
    case let error as ProgramError:
      ErrorReport(error.code, "program", error.message, remedy: error.remedy)
    case let error as TerminalError: ErrorReport(.terminal, "terminal", "\(error)")
    case let error as HTTPServerError:
      ErrorReport(
        .unavailable, "listen", "\(error)", remedy: "keystile serve --listen 127.0.0.1:0")
    case let error as HTTPClientError: ErrorReport(.unavailable, "client", error.message)
    default:
      ErrorReport(error)
        ?? ErrorReport(.unavailable, "unexpected", "\(error)", remedy: "keystile doctor")
    }
  }

  /// The wall clock.
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }

  /// Writes all of a text.
  ///
  /// - Returns: The errno of what failed, 0 if nothing did.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return errno }
      if count > 0 { bytes = bytes.dropFirst(count) }
    }
    return 0
  }

  /// Waits for a while, or until Ctrl-C or a request to end, which it takes as its answer.
  private static func wait(_ duration: Duration) -> ExitCode? {
    // A reader that left ends what would be printed for it.
    if StandardOutput.isLost { return .done }
    var ends = sigset_t()
    var before = sigset_t()
    sigemptyset(&ends)
    sigaddset(&ends, SIGINT)
    sigaddset(&ends, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &ends, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let parts = duration.components
    var time = timespec(
      tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
    return switch sigtimedwait(&ends, nil, &time) {
    case SIGINT: .interrupted
    case SIGTERM: .terminated
    default: nil
    }
  }

  private static func readAll(
    of descriptor: Int32, limitBytes: Int
  ) -> Result<String, FileProblem> {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Foundation.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return .failure(problem(of: errno)) }
      guard count > 0 else { break }
      bytes += piece[..<count]
      guard bytes.count <= limitBytes else { return .failure(.tooLong) }
    }
    return .success(String(decoding: bytes, as: UTF8.self))
  }

  private static func readFile(
    _ path: String, limitBytes: Int
  ) -> Result<String, FileProblem> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(problem(of: errno)) }
    defer { close(descriptor) }
    return readAll(of: descriptor, limitBytes: limitBytes)
  }

  private static func problem(of number: Int32) -> FileProblem {
    switch number {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .folder
    case EACCES, EPERM: .denied
    default: .unreadable(String(cString: strerror(number)))
    }
  }

  private static func readLine(hidesTyping: Bool) -> String? {
    guard hidesTyping else { return Swift.readLine() }
    var saved = termios()
    guard tcgetattr(STDIN_FILENO, &saved) == 0 else { return Swift.readLine() }
    // Held back until the terminal shows typing again: a process that died of Ctrl-C before that would
    // leave a shell that shows nothing.
    var ends = sigset_t()
    var before = sigset_t()
    sigemptyset(&ends)
    for number in endingSignals { sigaddset(&ends, number) }
    pthread_sigmask(SIG_BLOCK, &ends, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var quiet = saved
    quiet.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved) }
    return waitForInput() ? Swift.readLine() : nil
  }

  private static let endingSignals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  /// How often a held back signal is looked for while a person types, in milliseconds.
  private static let signalLookMilliseconds: Int32 = 100

  /// Waits until there is input; false if a signal that is held back came first.
  private static func waitForInput() -> Bool {
    while true {
      var pending = sigset_t()
      sigpending(&pending)
      if endingSignals.contains(where: { sigismember(&pending, $0) == 1 }) { return false }
      var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      if poll(&input, 1, signalLookMilliseconds) != 0 { return true }
    }
  }
}
