/// An open regular file, closed when the last reference goes.
///
/// There is no explicit close: everything that matters is synced before, and the file systems on
/// which `close` reports a write error are refused at open.
public protocol StorageFile: AnyObject, Sendable {
  /// The path it was opened by, for messages.
  var path: String { get }

  /// Size, owner, mode and number of links, now.
  func status() throws(SystemCallError) -> FileStatus

  /// Reads at most the buffer's size from `offset`; 0 means end of file.
  ///
  /// - Returns: the bytes read, in 0…`buffer.count`.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
  ) throws(SystemCallError) -> Int

  /// Writes at `offset` with one call, which may fall short.
  ///
  /// - Returns: the bytes written, in 0…`bytes.count`.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(SystemCallError) -> Int

  /// Cuts or extends (with zeros) to `sizeBytes`.
  func truncate(to sizeBytes: Int64) throws(SystemCallError)

  /// Makes content and metadata durable. A failure is reported once and loses the data: never
  /// call it again on the same file after one.
  func sync() throws(SystemCallError)

  /// Makes content and size durable; as to failures like ``sync()``.
  func syncData() throws(SystemCallError)

  /// Waits for the exclusive advisory lock of this file.
  ///
  /// The lock belongs to this open file: a second open of the same name competes with it, and a
  /// process that dies gives it back.
  ///
  /// - Returns: false when another holder kept it for the whole `limit`.
  func lock(limit: Duration) throws(SystemCallError) -> Bool

  /// Gives the lock back.
  func unlock() throws(SystemCallError)
}
