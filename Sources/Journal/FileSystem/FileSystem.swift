/// The calls the journal makes to the operating system, as a seam.
///
/// The journal's promises are about what is on disk after a failed call or a power cut. Behind this
/// seam such moments can be produced at will (``SimulatedFileSystem``), which no real disk allows.
/// Files and directories may be used from several threads.
public protocol FileSystem: Sendable {
  /// The user the process acts as: the only accepted owner of a workspace.
  var userID: UInt32 { get }

  /// Who holds a lock, in words for another process: process number and host, at most 63 bytes,
  /// no line break.
  var processDescription: String { get }

  /// Opens an existing directory; a symbolic link as last component is refused (`ELOOP` or
  /// `ENOTDIR`).
  func openDirectory(_ path: String) throws(SystemCallError) -> any StorageDirectory

  /// Makes a directory of mode 0700; its parent must exist.
  func makeDirectory(_ path: String) throws(SystemCallError)

  /// Makes the name of a directory durable in its parent.
  func syncParent(of path: String) throws(SystemCallError)

  /// Starts watching directories for changes by any process.
  ///
  /// - Parameter directories: what to watch, and whether writes into existing files count or only
  ///   files created or renamed into it.
  func watch(
    _ directories: [(directory: any StorageDirectory, includesWrites: Bool)]
  ) throws(SystemCallError) -> any ChangeWatch
}
