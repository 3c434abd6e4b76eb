import Glibc
import Synchronization

/// An open file of a simulated file system.
final class SimulatedFile: StorageFile {
  let path: String
  private let fileSystem: SimulatedFileSystem
  private let inode: Int
  private let handle: Int
  /// The failed syncs of the file that were reported through this handle or before it was opened.
  private let seenFailures: Atomic<Int>

  init(
    fileSystem: SimulatedFileSystem, inode: Int, handle: Int, path: String, seenFailures: Int
  ) {
    self.fileSystem = fileSystem
    self.inode = inode
    self.handle = handle
    self.path = path
    self.seenFailures = Atomic(seenFailures)
  }

  deinit {
    let (inode, handle) = (inode, handle)
    fileSystem.disk.withLock { disk in
      if disk.locks[inode] == handle { disk.locks[inode] = nil }
    }
  }

  func status() throws(SystemCallError) -> FileStatus {
    try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("fstat", path)
      return disk.status(of: inode)
    }
  }

  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
  ) throws(SystemCallError) -> Int {
    let bytes = try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("pread", path)
      return disk.files[inode]?.current.dropFirst(Int(offset)).prefix(buffer.count) ?? []
    }
    buffer.copyBytes(from: bytes)
    return bytes.count
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(SystemCallError) -> Int {
    let written = Array(bytes)
    return try fileSystem.access { disk throws(SystemCallError) in
      let fallsShort = try disk.begin("pwrite", path)
      let count = fallsShort ? written.count / 2 : written.count
      disk.change(
        inode,
        SimulatedContent.Change.write(offset: Int(offset), bytes: Array(written.prefix(count))))
      return count
    }
  }

  func truncate(to sizeBytes: Int64) throws(SystemCallError) {
    try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("ftruncate", path)
      disk.change(inode, SimulatedContent.Change.resize(Int(sizeBytes)))
    }
  }

  func sync() throws(SystemCallError) {
    try sync("fsync")
  }

  func syncData() throws(SystemCallError) {
    try sync("fdatasync")
  }

  private func sync(_ call: String) throws(SystemCallError) {
    let inode = inode
    let seen = seenFailures.load(ordering: .relaxed)
    let result = fileSystem.disk.withLock { disk in
      let result = Result { () throws(SystemCallError) in
        try disk.beginSync(call, path) { $0.files[inode]?.failSync() }
      }
      let failures = disk.files[inode]?.syncFailureCount ?? 0
      seenFailures.store(failures, ordering: .relaxed)
      if failures == seen, case .success = result { disk.files[inode]?.sync() }
      return result.map { failures }
    }
    // The failure another open file caused is reported here once, too.
    if try result.get() != seen {
      throw SystemCallError(call: call, path: path, number: EIO)
    }
  }

  func lock(limit: Duration) throws(SystemCallError) -> Bool {
    try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("flock", path)
      if let holder = disk.locks[inode], holder != handle { return false }
      disk.locks[inode] = handle
      return true
    }
  }

  func unlock() throws(SystemCallError) {
    try fileSystem.access { disk throws(SystemCallError) in
      // A lock goes with the power, too: nothing to fail.
      if disk.locks[inode] == handle { disk.locks[inode] = nil }
    }
  }
}
