/// An open directory: names are single components, resolved against it and never through a link.
public protocol StorageDirectory: AnyObject, Sendable {
  /// The path it was opened by, for messages.
  var path: String { get }

  /// Owner, mode and kind.
  func status() throws(SystemCallError) -> FileStatus

  /// Whether it lies on a network or user-space file system.
  func isRemote() throws(SystemCallError) -> Bool

  /// Opens a file in it; a symbolic link is refused with `ELOOP`.
  func open(_ name: String, _ mode: OpenMode) throws(SystemCallError) -> any StorageFile

  /// Opens a directory in it; a symbolic link is refused.
  func openDirectory(_ name: String) throws(SystemCallError) -> any StorageDirectory

  /// Makes a directory of mode 0700 in it.
  func makeDirectory(_ name: String) throws(SystemCallError)

  /// Renames within the directory, replacing the target in one step.
  func rename(_ name: String, to newName: String) throws(SystemCallError)

  /// Removes a file.
  func remove(_ name: String) throws(SystemCallError)

  /// The names in it, sorted.
  ///
  /// - Complexity: O(*n* log *n*) in the number of names.
  func list() throws(SystemCallError) -> [String]

  /// Makes creations, renames and removals in it durable.
  func sync() throws(SystemCallError)
}

/// How a file is opened.
public enum OpenMode: Sendable, Hashable {
  /// For reading only.
  case read
  /// For reading and writing.
  case readWrite
  /// For reading and writing, mode 0600; a file of that name must not exist (`EEXIST`).
  case createNew
}
