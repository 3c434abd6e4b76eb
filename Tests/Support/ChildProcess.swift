import CSystem
import Foundation

/// A program run by a test, without a terminal: its input is given, its output is taken.
///
/// Waiting is for output or for the end, with a deadline. The program is killed with this value.
public final class ChildProcess {
  /// How long anything is waited for unless told otherwise, with room for a busy machine.
  public static let defaultTimeout = Duration.seconds(30)
  /// What is kept of the output, in bytes.
  static let outputLimitBytes = 64 << 20

  /// The process id.
  public let processIdentifier: Int32
  /// What was written to standard output and taken so far.
  public private(set) var output = ""
  private var partial: [UInt8] = []
  private var outputEnd: Int32
  private var inputEnd: Int32
  private var input: ArraySlice<UInt8>
  private let errorFile: Int32
  private let processDescriptor: Int32
  private var exit: PseudoTerminal.Exit?

  /// Starts a program in a process group of its own.
  /// - Parameters:
  ///   - arguments: the program's path and its arguments.
  ///   - environment: all of its variables.
  ///   - input: what it reads from standard input.
  /// - Throws: `ChildProcessError.system`.
  public init(
    _ arguments: [String], environment: [String: String], input: [UInt8] = []
  ) throws {
    let (inputRead, inputWrite) = try Self.pipe()
    let (outputRead, outputWrite) = try Self.pipe()
    errorFile = try Self.unnamedFile()
    defer {
      close(inputRead)
      close(outputWrite)
    }
    Self.makeBlocking(inputRead)
    Self.makeBlocking(outputWrite)
    (inputEnd, outputEnd, self.input) = (inputWrite, outputRead, input[...])
    processIdentifier = try Self.spawn(
      arguments, environment, streams: [inputRead, outputWrite, errorFile])
    processDescriptor = ks_process_descriptor(processIdentifier)
    guard processDescriptor >= 0 else {
      throw ChildProcessError.system(call: "pidfd_open", errno: -processDescriptor)
    }
  }

  deinit {
    if exit == nil {
      kill(-processIdentifier, SIGKILL)
      var status: Int32 = 0
      waitpid(processIdentifier, &status, 0)
    }
    for descriptor in [inputEnd, outputEnd, errorFile, processDescriptor] where descriptor >= 0 {
      close(descriptor)
    }
  }

  /// What the program has written to standard error so far.
  public var errorOutput: String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < Self.outputLimitBytes {
      let count = pread(errorFile, &piece, piece.count, off_t(bytes.count))
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// True until the program has ended.
  public var isRunning: Bool {
    var state = pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) == 0
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) {
    guard exit == nil else { return }
    kill(processIdentifier, number)
  }

  /// Waits until the output satisfies `condition`.
  /// - Throws: `ChildProcessError.timedOut` or `.ended` with the output there is.
  public func wait(
    for what: String, timeout: Duration = ChildProcess.defaultTimeout,
    _ condition: (String) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + timeout
    while true {
      takeOutput()
      if condition(output) { return }
      guard outputEnd >= 0 else { throw failure(ChildProcessError.ended, what) }
      guard waitForEvent(until: deadline) else { throw failure(ChildProcessError.timedOut, what) }
    }
  }

  /// Waits for the program's end and takes all it has written.
  /// - Throws: `ChildProcessError.timedOut`.
  public func waitForExit(
    timeout: Duration = ChildProcess.defaultTimeout
  ) throws -> PseudoTerminal.Exit {
    if let exit { return exit }
    let deadline = ContinuousClock.now + timeout
    while isRunning {
      takeOutput()
      guard waitForEvent(until: deadline) else {
        throw failure(ChildProcessError.timedOut, "the program's end")
      }
    }
    var status: Int32 = 0
    waitpid(processIdentifier, &status, 0)
    takeOutput()
    // A child that is being started elsewhere may hold the pipe for a moment: its end is not waited
    // for.
    output += String(decoding: partial, as: UTF8.self)
    partial = []
    let signal = status & 0x7F
    let ended: PseudoTerminal.Exit =
      signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
    exit = ended
    return ended
  }

  private func failure(
    _ make: (String, String, String) -> ChildProcessError, _ what: String
  ) -> ChildProcessError {
    make(what, output, errorOutput)
  }

  // MARK: Streams

  private func takeOutput() {
    var piece = [UInt8](repeating: 0, count: 65_536)
    while outputEnd >= 0 {
      let count = read(outputEnd, &piece, piece.count)
      if count > 0 {
        partial += piece[..<count]
      } else if count < 0, errno == EINTR {
        continue
      } else {
        if count == 0 {
          close(outputEnd)
          outputEnd = -1
        }
        break
      }
    }
    // A character may come in two pieces; what has come to its line's end is whole.
    let whole = outputEnd < 0 ? partial.count : (partial.lastIndex(of: 0x0A) ?? -1) + 1
    output += String(decoding: partial[..<whole], as: UTF8.self)
    partial.removeFirst(whole)
  }

  private func giveInput() {
    while !input.isEmpty {
      let count = input.withUnsafeBytes { write(inputEnd, $0.baseAddress, $0.count) }
      if count < 0, errno == EAGAIN || errno == EINTR { return }
      // A program that does not read its input to the end has its reasons.
      input = count > 0 ? input.dropFirst(count) : []
    }
    close(inputEnd)
    inputEnd = -1
  }

  /// False when the deadline passed first.
  private func waitForEvent(until deadline: ContinuousClock.Instant) -> Bool {
    if inputEnd >= 0 { giveInput() }
    var states = [pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0)]
    if outputEnd >= 0 { states.append(pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0)) }
    if inputEnd >= 0 { states.append(pollfd(fd: inputEnd, events: Int16(POLLOUT), revents: 0)) }
    let rest = ContinuousClock.now.duration(to: deadline)
    let milliseconds = rest / .milliseconds(1)
    return poll(&states, nfds_t(states.count), Int32(max(0, milliseconds))) != 0
  }

  // MARK: Starting

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: (Int32, Int32) = (-1, -1)
    let result = ks_pipe_create(&ends.0, &ends.1)
    guard result == 0 else { throw ChildProcessError.system(call: "pipe2", errno: -result) }
    return ends
  }

  private static func makeBlocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
  }

  private static func unnamedFile() throws -> Int32 {
    let path = "\(NSTemporaryDirectory())/keystile-test-\(UUID().uuidString)"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ChildProcessError.system(call: "open", errno: errno) }
    unlink(path)
    return descriptor
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String: String], streams: [Int32]
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, descriptor) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    // Threads of a pool have signals blocked, which the program would inherit.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let path = arguments.first ?? ""
    var pid: pid_t = 0
    let result = CStringList.with(arguments) { arguments in
      CStringList.with(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&pid, path, &actions, &attributes, arguments, environment)
      }
    }
    guard result == 0 else { throw ChildProcessError.system(call: "posix_spawn", errno: result) }
    return pid
  }
}
