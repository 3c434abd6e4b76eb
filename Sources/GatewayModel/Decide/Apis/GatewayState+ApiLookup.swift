extension GatewayState {
  /// The API with this id.
  ///
  /// - Throws: `notFound`, in the words API Gateway has for operations on an API and its direct parts.
  public func existingApi(
    _ id: RestApiID, field: String = "restApiId"
  ) throws(CommandError) -> ApiState {
    guard let api = apis[id] else {
      throw CommandError(
        .notFound, "Invalid API identifier specified \(Account.id):\(id)", field: field,
        remedy: "Use the id of an API of this workspace; ids are case-sensitive.")
    }
    return api
  }

  /// The resource with this id, or with this path: a command made for people may name it by path,
  /// so that one batch can make a path and fill it. Ids never start with a slash.
  ///
  /// - Throws: `notFound`; an unknown API is reported as an unknown resource, as API Gateway does.
  public func existingResource(
    _ id: ResourceID, of apiId: RestApiID, field: String = "resourceId"
  ) throws(CommandError) -> Resource {
    let api = apis[apiId]
    guard let resource = id.hasPrefix("/") ? api?.resource(path: id) : api?.resources[id] else {
      throw CommandError(
        .notFound, "Invalid Resource identifier specified", field: field,
        remedy: apis[apiId] == nil
          ? "There is no API '\(apiId)' in this workspace."
          : "Use the id of one of the API's resources, or a path, which begins with a slash: /\(id)"
      )
    }
    return resource
  }

  /// The method a command names.
  ///
  /// - Throws: `notFound`, of the resource or the method.
  public func existingMethod(
    _ name: MethodName
  ) throws(CommandError) -> (Resource, Method) {
    let resource = try existingResource(name.resourceId, of: name.restApiId)
    guard let method = apis[name.restApiId]?.methods[resource.id]?[name.verb] else {
      throw CommandError(
        .notFound, "Invalid Method identifier specified", field: "httpMethod",
        remedy: "\(resource.path) has no method \(name.verb); make it first.")
    }
    return (resource, method)
  }

  /// The integration of the method a command names.
  ///
  /// - Throws: `notFound`, of the resource, the method or the integration.
  public func existingIntegration(
    _ name: MethodName
  ) throws(CommandError) -> (Resource, Method, Integration) {
    let (resource, method) = try existingMethod(name)
    guard let integration = method.methodIntegration else {
      throw CommandError.noIntegration(of: method, at: resource)
    }
    return (resource, method, integration)
  }

  /// A response the method declares.
  ///
  /// - Throws: `validation` for a status that is none, then `notFound` of the method or the response.
  public func existingMethodResponse(
    _ statusCode: String, of name: MethodName
  ) throws(CommandError) -> MethodResponse {
    try requireStatusCode(statusCode)
    guard let response = try existingMethod(name).1.methodResponses[statusCode] else {
      throw CommandError.unknownStatusCode
    }
    return response
  }

  /// How a backend's answer becomes a method response.
  ///
  /// - Throws: `validation` for a status that is none, then `notFound` of the method, the integration
  ///   or the response.
  public func existingIntegrationResponse(
    _ statusCode: String, of name: MethodName
  ) throws(CommandError) -> IntegrationResponse {
    try requireStatusCode(statusCode)
    guard let response = try existingIntegration(name).2.integrationResponses[statusCode] else {
      throw CommandError.unknownStatusCode
    }
    return response
  }

  private func requireStatusCode(_ statusCode: String) throws(CommandError) {
    var violations = ConstraintViolations()
    StatusCodeRules.check(statusCode, into: &violations)
    try violations.throwIfAny()
  }

  /// The event that makes an entity what it should be; none when it already is.
  func changes(to entity: Entity) -> [Event] {
    self.entity(entity.ref) == entity ? [] : [.put(entity)]
  }
}

extension CommandError {
  static func noIntegration(of method: Method, at resource: Resource) -> CommandError {
    CommandError(
      .notFound, "Invalid Integration identifier specified", field: "httpMethod",
      remedy: "\(method.httpMethod) \(resource.path) has no integration; give it one first.")
  }

  static let unknownStatusCode = CommandError(
    .notFound, "Invalid Response status code specified", field: "statusCode",
    remedy: "Use a status code the method has a response for.")
}
