internal import CSystem
internal import Glibc

/// The signals a screen has to know of, as bytes in a pipe that an event loop can watch.
struct SignalInbox {
  /// Those that end the program; the guard hands them over.
  static let ending = [
    SIGTERM, SIGHUP, SIGINT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
  ]
  private static let watched = [SIGWINCH, SIGTSTP, SIGCONT]

  /// Readable when a signal has come.
  let descriptor: Int32
  /// Where the handlers write.
  let writeDescriptor: Int32

  init() throws(TerminalError) {
    var readEnd: Int32 = -1
    var writeEnd: Int32 = -1
    let result = ks_pipe_create(&readEnd, &writeEnd)
    guard result == 0 else { throw .system(call: "pipe2", errno: -result) }
    descriptor = readEnd
    writeDescriptor = writeEnd
  }

  /// Takes over the signals of resizing, stopping and continuing; those somebody else in the
  /// process watches already stay theirs.
  func watch() {
    for number in Self.watched { _ = ks_signal_watch(number, writeDescriptor) }
  }

  func close() {
    for number in Self.watched { ks_signal_unwatch(number) }
    _ = Glibc.close(descriptor)
    _ = Glibc.close(writeDescriptor)
  }

  /// The signals that have come since the last call, each once, in no particular order.
  func take() -> Set<Int32> {
    var numbers: Set<Int32> = []
    var buffer = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return numbers }
      numbers.formUnion(buffer[..<count].map(Int32.init))
    }
  }
}
