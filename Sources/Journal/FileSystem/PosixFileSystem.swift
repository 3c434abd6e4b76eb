import CSystem
import Glibc

/// The operating system's file system.
public struct PosixFileSystem: FileSystem {
  /// Makes the seam's real side; it holds nothing.
  public init() {}

  /// The effective user.
  public var userID: UInt32 { geteuid() }

  /// `pid 123 on host`.
  public var processDescription: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { name in
      guard let base = name.baseAddress else { return "pid \(getpid())" }
      ks_host_name(base, name.count)
      return "pid \(getpid()) on \(String(cString: base))"
    }
  }

  /// `open` with `O_DIRECTORY` and `O_NOFOLLOW`.
  public func openDirectory(_ path: String) throws(SystemCallError) -> any StorageDirectory {
    let descriptor = try check(ks_directory_open(AT_FDCWD, path), "open", path)
    return PosixDirectory(descriptor: descriptor, path: path)
  }

  /// `mkdir` with mode 0700.
  public func makeDirectory(_ path: String) throws(SystemCallError) {
    try check(ks_directory_make(AT_FDCWD, path, 0o700), "mkdir", path)
  }

  /// `fsync` of the parent, which may be reached through a link.
  public func syncParent(of path: String) throws(SystemCallError) {
    try check(ks_directory_sync_parent(path), "fsync", path)
  }

  /// An inotify descriptor; the paths of the directories are watched.
  public func watch(
    _ directories: [(directory: any StorageDirectory, includesWrites: Bool)]
  ) throws(SystemCallError) -> any ChangeWatch {
    let first = directories.first?.directory.path ?? ""
    let watch = PosixChangeWatch(
      descriptor: try check(ks_watch_open(), "inotify_init1", first), path: first)
    for (directory, includesWrites) in directories {
      try check(
        ks_watch_add(watch.descriptor, directory.path, includesWrites),
        "inotify_add_watch", directory.path)
    }
    return watch
  }
}

/// Turns a result of `CSystemFile.h` (a value, or a negated errno) into a value or an error.
@discardableResult
func check<Value: SignedInteger>(
  _ result: Value, _ call: String, _ path: @autoclosure () -> String
) throws(SystemCallError) -> Value {
  guard result < 0 else { return result }
  throw SystemCallError(call: call, path: path(), number: Int32(-result))
}
