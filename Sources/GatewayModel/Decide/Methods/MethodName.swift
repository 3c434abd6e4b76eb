/// The method a command is about.
struct MethodName {
  /// The API.
  let restApiId: RestApiID
  /// The resource's id, or its path.
  let resourceId: ResourceID
  /// The verb, upper case.
  let verb: String

  /// Names a method; the verb may be in any case.
  init(_ restApiId: RestApiID, _ resourceId: ResourceID, _ httpMethod: String) {
    self.restApiId = restApiId
    self.resourceId = resourceId
    verb = httpMethod.uppercased()
  }

  /// The entity a method with this name is.
  func entity(_ method: Method, at resource: Resource) -> Entity {
    .method(restApiId, resource.id, method)
  }
}
