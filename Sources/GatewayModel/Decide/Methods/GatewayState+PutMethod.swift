extension GatewayState {
  /// Makes a method: resource, verb, authorization, validator, models, parameters, uniqueness; the
  /// first five in the recorded order.
  func decide(
    _ input: Command.PutMethod, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    let resource = try existingResource(input.resourceId, of: input.restApiId)
    try MethodRules.check(httpMethod: name.verb)
    let authorizationType = try AuthorizationRules.type(input.authorizationType)
    let method = Method(
      httpMethod: name.verb, authorizationType: authorizationType,
      authorizerId: AuthorizationRules.askingTypes.contains(authorizationType)
        ? input.authorizerId?.nonEmpty : nil,
      authorizationScopes: input.authorizationScopes,
      apiKeyRequired: input.apiKeyRequired ?? false,
      operationName: input.operationName?.nonEmpty,
      requestValidatorId: input.requestValidatorId?.nonEmpty,
      requestParameters: input.requestParameters, requestModels: input.requestModels)
    try check(method, of: input.restApiId)
    guard apis[input.restApiId]?.methods[resource.id]?[name.verb] == nil else {
      throw CommandError(
        .conflict, "Method already exists for this resource", field: "httpMethod",
        remedy: "\(name.verb) \(resource.path) is there; change it, or delete it first.")
    }
    let entity = name.entity(method, at: resource)
    return Decision(events: [.put(entity)], subjects: [entity.ref])
  }

  /// Changes a method; what it refers to is judged after all operations.
  func decide(
    _ input: Command.UpdateMethod, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try MethodPatch.table.check(input.patchOperations)
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    var (resource, method) = try existingMethod(name)
    let known = method
    try MethodPatch.table.apply(input.patchOperations, to: &method)
    if !method.asksAuthorizer {
      method.authorizerId = nil
    }
    if method != known { try check(method, of: input.restApiId) }
    let entity = name.entity(method, at: resource)
    return Decision(events: changes(to: entity), subjects: [entity.ref])
  }

  /// Deletes a method with its integration.
  func decide(
    _ input: Command.DeleteMethod, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    let (resource, method) = try existingMethod(name)
    let ref = name.entity(method, at: resource).ref
    return Decision(events: [.deleted(ref)], subjects: [ref])
  }

  /// Refuses a method that refers to what is not there, or declares what cannot be.
  private func check(_ method: Method, of apiId: RestApiID) throws(CommandError) {
    try AuthorizationRules.check(method, of: apis[apiId])
    if let id = method.requestValidatorId, apis[apiId]?.requestValidators[id] == nil {
      throw CommandError(
        .badRequest, "Invalid Request Validator identifier specified", field: "requestValidatorId",
        remedy: "Use the id of one of the API's validators, or leave it out.")
    }
    try checkModels(method.requestModels, of: apiId, field: "requestModels")
    try MappingRules.check(requestParameters: (method.requestParameters ?? [:]).keys)
  }

  /// Refuses content types mapped to models the API does not have.
  func checkModels(
    _ models: [String: String]?, of apiId: RestApiID, field: String
  ) throws(CommandError) {
    let known = apis[apiId]?.models ?? [:]
    if let name = (models ?? [:]).values.sorted().first(where: { known[$0] == nil }) {
      throw CommandError(
        .badRequest, "Invalid model identifier specified: \(name)", field: field,
        remedy: "Make the model '\(name)' first, or use one of the API's models.")
    }
  }
}
