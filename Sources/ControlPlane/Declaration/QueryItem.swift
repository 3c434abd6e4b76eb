/// A name and a value of a query, decoded.
public struct QueryItem: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The value; empty where there was none.
  public var value: String

  /// An item.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
