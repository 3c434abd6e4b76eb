import GatewayModel
import Glibc

/// A list in the workspace's folder that only grows: one JSON object a line.
///
/// For what has to be known later but changes no configuration, so that it has no place in the journal.
struct AuditFile: Sendable {
  let path: String
  /// The most bytes it grows to; then nothing is noted until it is moved away.
  let limitBytes: Int

  /// Adds a line.
  ///
  /// - Returns: False if it could not be written.
  func append(_ entry: JSONValue) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    guard lseek(file, 0, SEEK_END) < limitBytes else { return false }
    let bytes = Array((entry.text + "\n").utf8)
    return write(file, bytes, bytes.count) == bytes.count
  }
}
