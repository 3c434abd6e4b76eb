/// The open folders of a workspace, checked for owner, mode and kind of file system.
///
/// Key values lie in these files in the clear, so a folder others can read is refused, as ssh does
/// with its keys.
final class Workplace: Sendable {
  static let manifestName = "MANIFEST"
  static let manifestDraftName = "MANIFEST.tmp"
  static let headName = "HEAD"
  static let lockName = "LOCK"

  let fileSystem: any FileSystem
  /// The workspace folder.
  let home: any StorageDirectory
  /// `journal/`, the segments.
  let segments: any StorageDirectory
  /// `checkpoint/`.
  let checkpoints: any StorageDirectory

  /// Opens the folders and makes missing ones when `creates` is set.
  init(
    path: String, fileSystem: any FileSystem, creates: Bool, allowsRemote: Bool
  ) throws(JournalError) {
    func folder(_ make: () throws(SystemCallError) -> Void) throws(JournalError) {
      guard creates else { return }
      do throws(SystemCallError) {
        try make()
      } catch  where error.isAlreadyThere {
        return
      } catch  where error.isMissing {
        throw JournalError(
          .notFound, "the folder that the workspace is to stand in is missing",
          remedy: "Make that folder first, or name another workspace", at: .init(file: path))
      } catch {
        throw JournalError(error, "create the workspace folder")
      }
    }
    try folder { () throws(SystemCallError) in try fileSystem.makeDirectory(path) }
    let home: any StorageDirectory
    do throws(SystemCallError) {
      home = try fileSystem.openDirectory(path)
    } catch  where error.isMissing {
      throw JournalError(.notFound, "there is no workspace", at: .init(file: path))
    } catch {
      throw JournalError(error, "open the workspace folder")
    }
    try Self.check(home, userID: fileSystem.userID)
    let isRemote = try journalCall("find the kind of file system") {
      () throws(SystemCallError) in try home.isRemote()
    }
    guard allowsRemote || !isRemote else {
      throw JournalError(
        .remoteFileSystem, "the workspace is on a network or user-space file system",
        at: .init(file: path))
    }
    try folder { () throws(SystemCallError) in try home.makeDirectory("journal") }
    try folder { () throws(SystemCallError) in try home.makeDirectory("checkpoint") }
    self.fileSystem = fileSystem
    self.home = home
    segments = try Self.openFolder("journal", in: home, userID: fileSystem.userID)
    checkpoints = try Self.openFolder("checkpoint", in: home, userID: fileSystem.userID)
  }

  private static func openFolder(
    _ name: String, in home: any StorageDirectory, userID: UInt32
  ) throws(JournalError) -> any StorageDirectory {
    let folder: any StorageDirectory
    do throws(SystemCallError) {
      folder = try home.openDirectory(name)
    } catch  where error.isMissing {
      throw JournalError(
        .notFound, "the folder holds no journal", at: .init(file: home.path))
    } catch {
      throw JournalError(error, "open the folder \(name)")
    }
    try check(folder, userID: userID)
    return folder
  }

  private static func check(
    _ folder: any StorageDirectory, userID: UInt32
  ) throws(JournalError) {
    let status = try journalCall("look at the workspace folder") { () throws(SystemCallError) in
      try folder.status()
    }
    try check(status, path: folder.path, kind: .directory, userID: userID)
  }

  private static func check(
    _ status: FileStatus, path: String, kind: FileStatus.Kind, userID: UInt32
  ) throws(JournalError) {
    let location = JournalError.Location(file: path)
    guard status.kind == kind else {
      throw JournalError(.unsafeFile, "it is not a regular file or folder", at: location)
    }
    guard status.owner == userID else {
      throw JournalError(
        .foreignOwner, "it belongs to user \(status.owner), not to user \(userID)", at: location)
    }
    guard status.modeBits & 0o077 == 0 else {
      throw JournalError(
        .unsafePermissions,
        "its mode \(String(status.modeBits, radix: 8)) lets other users in", at: location)
    }
    guard kind == .directory || status.linkCount <= 1 else {
      throw JournalError(
        .unsafeFile, "the file has \(status.linkCount) names, and one may be elsewhere",
        at: location)
    }
  }

  /// Opens a file and checks it; nil when there is none.
  func openFile(
    _ name: String, in folder: any StorageDirectory, _ mode: OpenMode
  ) throws(JournalError) -> (any StorageFile)? {
    let path = "\(folder.path)/\(name)"
    let file: any StorageFile
    let status: FileStatus
    do throws(SystemCallError) {
      file = try folder.open(name, mode)
      status = try file.status()
    } catch  where error.isMissing {
      return nil
    } catch {
      throw JournalError(error, "open \(path)")
    }
    try Self.check(status, path: path, kind: .file, userID: fileSystem.userID)
    return file
  }

  /// The names in a folder.
  func names(in folder: any StorageDirectory) throws(JournalError) -> [String] {
    try journalCall("list \(folder.path)") { () throws(SystemCallError) in try folder.list() }
  }
}

extension SystemCallError {
  /// `ENOENT`.
  var isMissing: Bool { number == 2 }
  /// `EEXIST`.
  var isAlreadyThere: Bool { number == 17 }
}
