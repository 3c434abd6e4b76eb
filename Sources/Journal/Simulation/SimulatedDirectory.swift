import Glibc

/// An open directory of a simulated file system.
final class SimulatedDirectory: StorageDirectory {
  let path: String
  private let fileSystem: SimulatedFileSystem
  private let inode: Int

  init(fileSystem: SimulatedFileSystem, inode: Int, path: String) {
    self.fileSystem = fileSystem
    self.inode = inode
    self.path = path
  }

  func status() throws(SystemCallError) -> FileStatus {
    try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("fstat", path)
      return disk.status(of: inode)
    }
  }

  func isRemote() throws(SystemCallError) -> Bool {
    try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("fstatfs", path)
      return disk.isRemote
    }
  }

  func open(_ name: String, _ mode: OpenMode) throws(SystemCallError) -> any StorageFile {
    let path = "\(path)/\(name)"
    let (file, handle, failures) = try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("open", path)
      let existing = disk.directories[inode]?.current[name]
      if mode == .createNew, existing != nil {
        throw SystemCallError(call: "open", path: path, number: EEXIST)
      }
      guard mode == .createNew || existing != nil else {
        throw SystemCallError(call: "open", path: path, number: ENOENT)
      }
      let file = existing ?? disk.makeFile(name, in: inode)
      return (file, disk.newHandle(), disk.files[file]?.syncFailureCount ?? 0)
    }
    return SimulatedFile(
      fileSystem: fileSystem, inode: file, handle: handle, path: path, seenFailures: failures)
  }

  func openDirectory(_ name: String) throws(SystemCallError) -> any StorageDirectory {
    try fileSystem.openDirectory("\(path)/\(name)")
  }

  func makeDirectory(_ name: String) throws(SystemCallError) {
    try fileSystem.makeDirectory("\(path)/\(name)")
  }

  func rename(_ name: String, to newName: String) throws(SystemCallError) {
    try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("rename", "\(path)/\(name)")
      guard let file = disk.directories[inode]?.current[name] else {
        throw SystemCallError(call: "rename", path: "\(path)/\(name)", number: ENOENT)
      }
      disk.change(inode, .init(added: (newName, file), removed: name))
    }
  }

  func remove(_ name: String) throws(SystemCallError) {
    try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("unlink", "\(path)/\(name)")
      guard disk.directories[inode]?.current[name] != nil else {
        throw SystemCallError(call: "unlink", path: "\(path)/\(name)", number: ENOENT)
      }
      disk.change(inode, .init(removed: name))
    }
  }

  func list() throws(SystemCallError) -> [String] {
    try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("readdir", path)
      return (disk.directories[inode]?.current.keys).map { $0.sorted() } ?? []
    }
  }

  func sync() throws(SystemCallError) {
    try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("fsync", path)
      disk.directories[inode]?.sync()
    }
  }
}
