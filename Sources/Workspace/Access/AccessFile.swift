import CSystem
import GatewayModel
import Glibc

/// The file of credentials, `access.json` in the workspace's folder.
///
/// It holds secrets, so it is taken only as this program leaves it: a regular file of this user and of
/// mode 0600, under one name, not behind a link. It is replaced as a whole, so a reader sees the old one or
/// the new one.
struct AccessFile: ~Copyable {
  static let name = "access.json"
  private static let newName = "access.json.new"
  private static let version: Int64 = 1

  private let path: String
  private let directory: Int32

  /// Opens the workspace's folder.
  init(workspacePath: String) throws(WorkspaceError) {
    path = "\(workspacePath)/\(Self.name)"
    directory = ks_directory_open(AT_FDCWD, workspacePath)
    guard directory >= 0 else { throw Self.error(-directory, "open", workspacePath) }
  }

  deinit {
    if directory >= 0 { ks_file_close(directory) }
  }

  /// Keeps other writers out until this value goes.
  func lock() throws(WorkspaceError) {
    let deadline = ks_monotonic_nanoseconds() + AccessLimits.lockWaitMilliseconds * 1_000_000
    while true {
      let result = ks_file_try_lock(directory)
      if result == 1 { return }
      guard result == 0 else { throw Self.error(-result, "lock", path) }
      guard ks_monotonic_nanoseconds() < deadline else {
        throw WorkspaceError(
          .locked, "another process is changing \(path)", remedy: "Try again when it is done")
      }
      ks_pause(5_000_000)
    }
  }

  /// The credentials, in the order they were made; none without a file.
  func read() throws(WorkspaceError) -> [AccessCredential] {
    let file = ks_file_open(directory, Self.name, false, false)
    if file == -ENOENT { return [] }
    guard file >= 0 else { throw Self.error(-file, "open", path) }
    defer { ks_file_close(file) }
    let size = try check(file)
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var count = 0
    while count < bytes.count {
      let result = bytes.withUnsafeMutableBytes { buffer in
        ks_file_read(
          file, buffer.baseAddress?.advanced(by: count), buffer.count - count, Int64(count))
      }
      guard result >= 0 else { throw Self.error(Int32(-result), "read", path) }
      guard result > 0 else { break }
      count += result
    }
    return try Self.credentials(Array(bytes[..<count]), path: path)
  }

  /// Puts these credentials in the place of the ones there are, durably.
  func replace(with credentials: [AccessCredential]) throws(WorkspaceError) {
    let document: JSONValue = [
      "version": .integer(Self.version), "credentials": .array(credentials.map(\.stored)),
    ]
    let bytes = Array((document.text + "\n").utf8)
    // What a writer left that did not come to its end.
    let removed = ks_file_remove(directory, Self.newName)
    guard removed >= 0 || removed == -ENOENT else { throw Self.error(-removed, "unlink", path) }
    let file = ks_file_open(directory, Self.newName, true, true)
    guard file >= 0 else { throw Self.error(-file, "create", path) }
    defer { ks_file_close(file) }
    var count = 0
    while count < bytes.count {
      let result = bytes.withUnsafeBytes { buffer in
        ks_file_write(
          file, buffer.baseAddress?.advanced(by: count), buffer.count - count, Int64(count))
      }
      guard result > 0 else { throw Self.error(Int32(-result), "write", path) }
      count += result
    }
    for (call, result) in [
      ("fsync", ks_file_sync(file)),
      ("rename", ks_file_rename(directory, Self.newName, Self.name)),
      ("fsync", ks_file_sync(directory)),
    ] where result < 0 {
      throw Self.error(-result, call, path)
    }
  }

  /// Refuses a file that others can read or change, and gives its size in bytes.
  private func check(_ file: Int32) throws(WorkspaceError) -> Int64 {
    var status = ks_file_status()
    let result = ks_file_get_status(file, &status)
    guard result >= 0 else { throw Self.error(-result, "fstat", path) }
    guard status.is_regular, status.link_count == 1, status.owner == geteuid() else {
      throw WorkspaceError(
        .cannotOpen, "\(path) is not a file of this user under one name",
        remedy: "Move it away and make the credentials anew: keystile access create")
    }
    guard status.mode_bits & 0o077 == 0 else {
      throw WorkspaceError(
        .cannotOpen, "\(path) can be reached by other users",
        remedy: "Take their access away: chmod 600 \(path)")
    }
    guard status.size_bytes <= AccessLimits.fileBytes else { throw Self.damaged(path) }
    return status.size_bytes
  }

  private static func credentials(
    _ bytes: [UInt8], path: String
  ) throws(WorkspaceError) -> [AccessCredential] {
    guard let document = try? JSONValue(reading: bytes), case .object(let members) = document,
      case .integer(let version)? = members["version"],
      case .array(let list)? = members["credentials"]
    else { throw damaged(path) }
    guard version == Self.version else {
      throw WorkspaceError(
        .newerVersion, "\(path) has the form \(version), which this version does not know",
        remedy: "Use at least the version of keystile that wrote it")
    }
    let credentials = list.compactMap(AccessCredential.init(stored:))
    guard credentials.count == list.count, Set(credentials.map(\.id)).count == list.count else {
      throw damaged(path)
    }
    return credentials
  }

  private static func damaged(_ path: String) -> WorkspaceError {
    WorkspaceError(
      .damaged, "\(path) is damaged",
      remedy: "Move it away and make the credentials anew: keystile access create")
  }

  private static func error(_ number: Int32, _ call: String, _ path: String) -> WorkspaceError {
    let code: WorkspaceErrorCode =
      switch number {
      case ENOSPC, EDQUOT: .diskFull
      case EROFS: .readOnly
      case EIO: .inputOutput
      case ENOENT: .notFound
      default: .cannotOpen
      }
    return WorkspaceError(
      code, "\(path): \(call): \(String(cString: strerror(number)))",
      remedy: number == ELOOP
        ? "Credentials are not read through a link: put the file itself there"
        : "Look after the workspace's folder and try again")
  }
}
