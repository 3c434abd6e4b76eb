extension GatewayState {
  /// Declares a response: status code, method, models, parameters, uniqueness.
  func decide(
    _ input: Command.PutMethodResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    StatusCodeRules.check(input.statusCode, into: &violations)
    try violations.throwIfAny()
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    var (resource, method) = try existingMethod(name)
    let response = MethodResponse(
      statusCode: input.statusCode, responseParameters: input.responseParameters,
      responseModels: input.responseModels)
    try check(response, of: input.restApiId)
    guard method.methodResponses[input.statusCode] == nil else {
      throw CommandError(
        .conflict, "Response already exists for this resource", field: "statusCode",
        remedy: "Change the response \(input.statusCode), or delete it first.")
    }
    method.methodResponses[input.statusCode] = response
    let entity = name.entity(method, at: resource)
    return Decision(events: [.put(entity)], subjects: [entity.ref])
  }

  /// Changes a declared response.
  func decide(
    _ input: Command.UpdateMethodResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    PatchOp.check(
      input.patchOperations, of: MethodResponsePatch.table.input, into: &violations)
    StatusCodeRules.check(input.statusCode, into: &violations)
    try violations.throwIfAny()
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    var (resource, method) = try existingMethod(name)
    guard var response = method.methodResponses[input.statusCode] else {
      throw CommandError.unknownStatusCode
    }
    let known = response
    try MethodResponsePatch.table.apply(input.patchOperations, to: &response)
    if response != known { try check(response, of: input.restApiId) }
    method.methodResponses[input.statusCode] = response
    let entity = name.entity(method, at: resource)
    return Decision(events: changes(to: entity), subjects: [entity.ref])
  }

  /// Deletes a declared response.
  func decide(
    _ input: Command.DeleteMethodResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    StatusCodeRules.check(input.statusCode, into: &violations)
    try violations.throwIfAny()
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    var (resource, method) = try existingMethod(name)
    guard method.methodResponses.removeValue(forKey: input.statusCode) != nil else {
      throw CommandError.unknownStatusCode
    }
    let entity = name.entity(method, at: resource)
    return Decision(events: [.put(entity)], subjects: [entity.ref])
  }

  private func check(_ response: MethodResponse, of apiId: RestApiID) throws(CommandError) {
    try checkModels(response.responseModels, of: apiId, field: "responseModels")
    try MappingRules.check(responseParameters: (response.responseParameters ?? [:]).keys)
  }
}
