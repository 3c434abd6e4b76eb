/// The method a command is about.
public struct MethodName: Sendable, Hashable {
  /// The API.
  public let restApiId: RestApiID
  /// The resource's id, or its path.
  public let resourceId: ResourceID
  /// The verb, upper case.
  public let verb: String

  /// Names a method; the verb may be in any case.
  public init(_ restApiId: RestApiID, _ resourceId: ResourceID, _ httpMethod: String) {
    self.restApiId = restApiId
    self.resourceId = resourceId
    verb = httpMethod.uppercased()
  }

  /// The entity a method with this name is.
  func entity(_ method: Method, at resource: Resource) -> Entity {
    .method(restApiId, resource.id, method)
  }
}
