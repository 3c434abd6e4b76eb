internal import CSystem

/// A file that is yet to be written to the disk, by a descriptor of its own.
final class UnsyncedFile: Sendable {
  private let name: String
  private let descriptor: Int32

  /// Takes a descriptor over.
  init(name: String, descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
  }

  deinit {
    ks_file_close(descriptor)
  }

  /// Waits until what was written is on the disk.
  func sync() throws(UsageError) {
    let result = ks_file_sync_data(descriptor)
    guard result >= 0 else { throw .system(call: "fdatasync", file: name, errno: -result) }
  }
}
