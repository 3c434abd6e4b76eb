/// A named piece of a request path.
public struct PathParameter: Sendable, Hashable {
  /// The name between the braces, without the `+`.
  public let name: String
  /// The piece, with its escapes.
  public let value: String

  /// A named piece of a request path.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
