/// Why bytes are no JSON text.
public struct JSONReadingError: Error, Sendable, Hashable {
  /// Where reading stopped, in bytes from the beginning.
  public var offset: Int
  /// What is wrong there, for example `expected a colon`.
  public var reason: String
}
