import CSystem

/// A directory descriptor; every name is resolved with the `…at` calls against it.
final class PosixDirectory: StorageDirectory {
  let path: String
  private let descriptor: Int32

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    ks_file_close(descriptor)
  }

  func status() throws(SystemCallError) -> FileStatus {
    try fileStatus(descriptor, path)
  }

  func isRemote() throws(SystemCallError) -> Bool {
    try check(ks_file_is_remote(descriptor), "fstatfs", path) == 1
  }

  func open(_ name: String, _ mode: OpenMode) throws(SystemCallError) -> any StorageFile {
    let file = ks_file_open(descriptor, name, mode != .read, mode == .createNew)
    let opened = try check(file, "open", "\(path)/\(name)")
    return PosixFile(descriptor: opened, path: "\(path)/\(name)")
  }

  func openDirectory(_ name: String) throws(SystemCallError) -> any StorageDirectory {
    let opened = try check(ks_directory_open(descriptor, name), "open", "\(path)/\(name)")
    return PosixDirectory(descriptor: opened, path: "\(path)/\(name)")
  }

  func makeDirectory(_ name: String) throws(SystemCallError) {
    try check(ks_directory_make(descriptor, name, 0o700), "mkdir", "\(path)/\(name)")
  }

  func rename(_ name: String, to newName: String) throws(SystemCallError) {
    try check(ks_file_rename(descriptor, name, newName), "rename", "\(path)/\(name)")
  }

  func remove(_ name: String) throws(SystemCallError) {
    try check(ks_file_remove(descriptor, name), "unlink", "\(path)/\(name)")
  }

  func list() throws(SystemCallError) -> [String] {
    var names: [String] = []
    let result = withUnsafeMutablePointer(to: &names) { names in
      ks_directory_list(descriptor, names) { context, name in
        guard let context, let name else { return }
        context.assumingMemoryBound(to: [String].self).pointee.append(String(cString: name))
      }
    }
    try check(result, "readdir", path)
    return names.sorted()
  }

  func sync() throws(SystemCallError) {
    try check(ks_file_sync(descriptor), "fsync", path)
  }
}

/// `fstat`, for files and directories alike.
func fileStatus(
  _ descriptor: Int32, _ path: @autoclosure () -> String
) throws(SystemCallError) -> FileStatus {
  var found = ks_file_status()
  try check(ks_file_get_status(descriptor, &found), "fstat", path())
  return FileStatus(
    kind: found.is_regular ? .file : found.is_directory ? .directory : .other,
    sizeBytes: found.size_bytes, modeBits: found.mode_bits, owner: found.owner,
    linkCount: found.link_count)
}
