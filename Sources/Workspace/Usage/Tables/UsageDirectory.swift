internal import CSystem
internal import Glibc

/// The folder of the usage files; made when something is first written.
struct UsageDirectory: ~Copyable {
  let path: String
  private var descriptor: Int32?

  init(path: String) {
    self.path = path
  }

  deinit {
    if let descriptor { ks_file_close(descriptor) }
  }

  /// The name of a file in messages.
  func name(of file: String) -> String { "\(path)/\(file)" }

  /// Opens a file of the folder.
  ///
  /// - Parameter isWritable: Whether it is written to; then it is made if there is none.
  /// - Returns: The descriptor, or nil if there is no file and none is to be made.
  mutating func open(_ file: String, isWritable: Bool) throws(UsageError) -> Int32? {
    guard let directory = try opened(isWritable: isWritable) else { return nil }
    let result = ks_file_open(directory, file, isWritable, false)
    guard result == -ENOENT else { return try check(result, "open", file) }
    guard isWritable else { return nil }
    let made = ks_file_open(directory, file, true, true)
    // Another process was faster: its file is as good.
    if made == -EEXIST {
      return try check(ks_file_open(directory, file, true, false), "open", file)
    }
    return try check(made, "create", file)
  }

  /// Deletes a file; it is no error if there is none.
  mutating func remove(_ file: String) throws(UsageError) {
    guard let directory = try opened(isWritable: false) else { return }
    let result = ks_file_remove(directory, file)
    if result != -ENOENT { _ = try check(result, "unlink", file) }
  }

  /// The files of the folder, in any order.
  mutating func files() throws(UsageError) -> [String] {
    guard let directory = try opened(isWritable: false) else { return [] }
    let names = NameList()
    let result = withExtendedLifetime(names) {
      ks_directory_list(directory, Unmanaged.passUnretained(names).toOpaque()) { context, name in
        guard let context, let name else { return }
        Unmanaged<NameList>.fromOpaque(context).takeUnretainedValue()
          .names.append(String(cString: name))
      }
    }
    _ = try check(result, "readdir", "")
    return names.names
  }

  /// Makes the result of a call an error if it is one.
  func check(_ result: Int32, _ call: String, _ file: String) throws(UsageError) -> Int32 {
    guard result < 0 else { return result }
    throw .system(call: call, file: name(of: file), errno: -result)
  }

  private mutating func opened(isWritable: Bool) throws(UsageError) -> Int32? {
    if let descriptor { return descriptor }
    if isWritable {
      let made = ks_directory_make(AT_FDCWD, path, 0o700)
      if made != -EEXIST { _ = try check(made, "mkdir", "") }
    }
    let result = ks_directory_open(AT_FDCWD, path)
    if result == -ENOENT { return nil }
    descriptor = try check(result, "open", "")
    return descriptor
  }
}

/// Collects names for a C call.
private final class NameList {
  var names: [String] = []
}
