/// A path of a definition with its methods.
public struct DefinedPath: Sendable, Hashable, Codable {
  /// The whole path, for example `/pets/{petId}`; `/` for the root.
  public var path: String
  /// Its methods, in the document's order; may be empty.
  public var methods: [DefinedMethod]

  /// A path.
  public init(path: String, methods: [DefinedMethod] = []) {
    self.path = path
    self.methods = methods
  }
}
