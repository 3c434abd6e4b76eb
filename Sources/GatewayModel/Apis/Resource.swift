/// A path of an API.
public struct Resource: Sendable, Hashable, Codable {
  /// 6 lower-case letters and digits, 10 for the root.
  public var id: ResourceID
  /// Nil for the root alone.
  public var parentId: ResourceID?
  /// The last segment: literal, `{name}` or `{name+}`; nil for the root alone.
  public var pathPart: String?
  /// The whole path, for example `/pets/{id}`; `/` for the root.
  public var path: String

  /// A resource.
  public init(id: ResourceID, parentId: ResourceID? = nil, pathPart: String? = nil, path: String) {
    self.id = id
    self.parentId = parentId
    self.pathPart = pathPart
    self.path = path
  }

  /// The path of a child of this resource.
  public func childPath(_ pathPart: String) -> String {
    path == "/" ? "/\(pathPart)" : "\(path)/\(pathPart)"
  }
}
