import CSystem

/// A file descriptor.
final class PosixFile: StorageFile {
  /// How long the first wait for a lock is; each further one doubles up to the longest. A journal
  /// lock is held for some ten microseconds, so the first wait is usually the last.
  private static let firstPauseNanoseconds: Int64 = 20_000
  private static let longestPauseNanoseconds: Int64 = 2_000_000

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

  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
  ) throws(SystemCallError) -> Int {
    try check(ks_file_read(descriptor, buffer.baseAddress, buffer.count, offset), "pread", path)
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(SystemCallError) -> Int {
    try check(ks_file_write(descriptor, bytes.baseAddress, bytes.count, offset), "pwrite", path)
  }

  func truncate(to sizeBytes: Int64) throws(SystemCallError) {
    try check(ks_file_truncate(descriptor, sizeBytes), "ftruncate", path)
  }

  func sync() throws(SystemCallError) {
    try check(ks_file_sync(descriptor), "fsync", path)
  }

  func syncData() throws(SystemCallError) {
    try check(ks_file_sync_data(descriptor), "fdatasync", path)
  }

  func lock(limit: Duration) throws(SystemCallError) -> Bool {
    if try check(ks_file_try_lock(descriptor), "flock", path) == 1 { return true }
    let limitNanoseconds =
      limit.components.seconds * 1_000_000_000
      + limit.components.attoseconds / 1_000_000_000
    let deadline = ks_monotonic_nanoseconds() + limitNanoseconds
    var pause = Self.firstPauseNanoseconds
    while ks_monotonic_nanoseconds() < deadline {
      ks_pause(pause)
      pause = min(pause * 2, Self.longestPauseNanoseconds)
      if try check(ks_file_try_lock(descriptor), "flock", path) == 1 { return true }
    }
    return false
  }

  func unlock() throws(SystemCallError) {
    try check(ks_file_unlock(descriptor), "flock", path)
  }
}
