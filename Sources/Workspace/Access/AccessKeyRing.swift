import GatewayModel
import Glibc

/// The credentials as a running control plane sees them: what was made or deleted a moment ago counts
/// for the next request.
///
/// The file is replaced as a whole, so its status tells a change; asking for it costs a microsecond, less
/// than hashing a request. If the file cannot be used, nobody is let in. Belongs to one thread.
public final class AccessKeyRing {
  /// What tells one file from the next.
  private struct Version: Equatable {
    var inode: ino_t
    var size: off_t
    var seconds: Int
    var nanoseconds: Int
    /// The status changes with owner, mode and links, which count too.
    var changeSeconds: Int
    var changeNanoseconds: Int
  }

  private let workspacePath: String
  private let filePath: String
  private let log: (String) -> Void
  private var version: Version?
  private var isRead = false
  private var credentials: [String: AccessCredential] = [:]

  /// The credentials of a workspace.
  ///
  /// - Parameters:
  ///   - workspacePath: The workspace's folder.
  ///   - log: Takes a line for an operator when the file cannot be used.
  public init(workspacePath: String, log: @escaping (String) -> Void) {
    self.workspacePath = workspacePath
    filePath = "\(workspacePath)/\(AccessFile.name)"
    self.log = log
  }

  /// The credential with an access key id, or nil.
  ///
  /// - Complexity: constant; linear in the number of credentials after a change.
  public func credential(_ id: String) -> AccessCredential? {
    refresh()
    return credentials[id]
  }

  /// How many there are.
  public var count: Int {
    refresh()
    return credentials.count
  }

  private func refresh() {
    let found = currentVersion()
    guard !isRead || found != version else { return }
    isRead = true
    version = found
    do throws(WorkspaceError) {
      let all = try AccessFile(workspacePath: workspacePath).read()
      credentials = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    } catch {
      credentials = [:]
      log("no signature is accepted: \(error)")
    }
  }

  private func currentVersion() -> Version? {
    var status = stat()
    guard lstat(filePath, &status) == 0 else { return nil }
    return Version(
      inode: status.st_ino, size: status.st_size, seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec, changeSeconds: status.st_ctim.tv_sec,
      changeNanoseconds: status.st_ctim.tv_nsec)
  }
}
