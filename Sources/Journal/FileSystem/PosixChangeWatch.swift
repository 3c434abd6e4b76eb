import CSystem

/// An inotify descriptor.
final class PosixChangeWatch: ChangeWatch {
  let descriptor: Int32
  private let path: String

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    ks_file_close(descriptor)
  }

  func drain() throws(SystemCallError) -> Bool {
    try check(ks_watch_drain(descriptor), "read", path) > 0
  }
}
