/// A failed system call: which, on what, and the errno it gave.
public struct SystemCallError: Error, Sendable, Hashable {
  /// The call, by its manual page: `pwrite`, `fdatasync`.
  public var call: String
  /// The file or directory it was about.
  public var path: String
  /// The errno.
  public var number: Int32

  /// Puts an error together.
  public init(call: String, path: String, number: Int32) {
    self.call = call
    self.path = path
    self.number = number
  }
}
