import AdminCLI
import CSystem
import Foundation
import Synchronization

/// Standard output, and whether it took all that was written: a script that redirects it to a full disk
/// must not take a cut result for a whole one.
enum StandardOutput {
  private static let failedErrno = Atomic<Int32>(0)

  /// Writes all of a text, unless an earlier one could not be written.
  static func write(_ text: String) {
    guard failedErrno.load(ordering: .relaxed) == 0 else { return }
    let number = ProcessEdges.write(text, to: STDOUT_FILENO)
    if number != 0 { failedErrno.store(number, ordering: .relaxed) }
  }

  /// Whether nobody takes what is written any more.
  static var isLost: Bool { failedErrno.load(ordering: .relaxed) != 0 }

  /// Why what was written is not all there; nil if it is, or if its reader left of its own accord.
  static var failure: ErrorReport? {
    let number = failedErrno.load(ordering: .relaxed)
    guard number != 0, number != EPIPE else { return nil }
    return ErrorReport(
      .unavailable, "output",
      "standard output could not be written: \(String(cString: strerror(number))); what was printed "
        + "is not all there, what was changed is done",
      remedy: "keystile history")
  }

  /// Puts something that takes no bytes in the place of closed standard streams.
  ///
  /// The next file that is opened would get the number of a closed stream, and a note meant for people
  /// would be written into the journal.
  static func holdPlaces() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number, which is this one. Opened the wrong way round, so that its use fails.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
