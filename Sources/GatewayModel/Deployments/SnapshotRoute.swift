/// A frozen resource with its methods.
public struct SnapshotRoute: Sendable, Hashable, Codable {
  /// The resource's id when it was frozen.
  public var resourceId: ResourceID
  /// The whole path, for example `/pets/{id}`.
  public var path: String
  /// The methods, sorted by verb; a resource without methods is not a route.
  public var methods: [Method]

  /// A frozen resource.
  public init(resourceId: ResourceID, path: String, methods: [Method]) {
    self.resourceId = resourceId
    self.path = path
    self.methods = methods
  }

  /// The method for a verb, exact before `ANY`.
  public func method(for httpMethod: String) -> Method? {
    methods.first { $0.httpMethod == httpMethod } ?? methods.first { $0.httpMethod == "ANY" }
  }
}
