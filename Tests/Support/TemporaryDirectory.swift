import Foundation

/// A directory that exists as long as the value is held, for tests that need real files.
public final class TemporaryDirectory: Sendable {
  /// The absolute path, mode 0700.
  public let path: String

  /// Makes a fresh directory under the system's temporary folder.
  public init() throws {
    let base = FileManager.default.temporaryDirectory.path
    path = "\(base)/keystile-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    // Nothing useful can be done about a directory that does not go; the system clears it.
    try? FileManager.default.removeItem(atPath: path)
  }
}
