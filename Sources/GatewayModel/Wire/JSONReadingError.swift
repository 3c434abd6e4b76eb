/// Why bytes are no JSON text.
public struct JSONReadingError: Error, Sendable, Hashable {
  /// Where reading stopped, in bytes from the beginning.
  public var offset: Int
  /// What should have stood there, for example `a colon`.
  public var expected: String
}
