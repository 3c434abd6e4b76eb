/// Names one thing the console can do, such as `key.toggle`; stable, since users may bind keys to
/// it.
public struct ActionID: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
  /// Words of lower-case letters with dots and hyphens.
  public let rawValue: String

  /// Names an action.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Names an action.
  public init(stringLiteral value: String) {
    rawValue = value
  }
}
