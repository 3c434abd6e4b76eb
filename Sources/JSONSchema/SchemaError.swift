/// Why a schema cannot be used.
public struct SchemaError: Error, Sendable, Hashable {
  /// The model and the place in it, for example `Pet#/properties/name`.
  public var place: String
  /// What is wrong there, as a sentence without its full stop.
  public var reason: String
}
