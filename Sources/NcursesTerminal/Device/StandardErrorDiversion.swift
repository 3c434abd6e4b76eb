internal import CSystem
internal import Glibc

/// Sends standard error elsewhere for a while and shows its tail afterwards.
struct StandardErrorDiversion {
  private let original: Int32
  private let file: Int32
  private let start: Int
  /// True when the file stays, so that it is worth writing a backtrace to.
  private let isLasting: Bool

  /// Begins the diversion; nil when it shall stay as it is.
  init?(to target: TerminalOptions.StandardError) throws(TerminalError) {
    switch target {
    case .unchanged: return nil
    case .memory:
      isLasting = false
      file = ks_memory_file("standard error")
      guard file >= 0 else { throw .system(call: "memfd_create", errno: -file) }
    case .file(let path):
      isLasting = true
      file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw .system(call: "open the log", errno: errno) }
    }
    start = Int(lseek(file, 0, SEEK_END))
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard original >= 0, dup2(file, STDERR_FILENO) >= 0 else {
      throw .system(call: "dup standard error", errno: errno)
    }
  }

  /// Tells the guard, so that a crash shows the tail too.
  func informGuard() {
    ks_terminal_guard_divert(original, file, start, isLasting ? file : -1)
  }

  /// Ends the diversion and shows what was written meanwhile, or its tail.
  func end() {
    _ = dup2(original, STDERR_FILENO)
    ks_terminal_replay(file, start, STDERR_FILENO)
    _ = close(original)
    _ = close(file)
  }
}
