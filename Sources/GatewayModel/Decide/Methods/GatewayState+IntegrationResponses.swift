extension GatewayState {
  /// Says how a backend's answer becomes a method response, afresh.
  func decide(
    _ input: Command.PutIntegrationResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    violations.check(
      input.contentHandling, at: "putIntegrationResponseInput.contentHandling",
      among: IntegrationRules.contentHandlings, field: "contentHandling")
    StatusCodeRules.check(input.statusCode, into: &violations)
    try violations.throwIfAny()
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    let (resource, method) = try existingMethod(name)
    guard let integration = method.methodIntegration else {
      throw CommandError(
        .notFound, "No integration defined for method", field: "httpMethod",
        remedy: "Give \(name.verb) \(resource.path) an integration first.")
    }
    let response = IntegrationResponse(
      statusCode: input.statusCode, selectionPattern: input.selectionPattern,
      responseParameters: input.responseParameters,
      responseTemplates: input.responseTemplates?.mapValues { $0 == "" ? nil : $0 },
      contentHandling: input.contentHandling)
    try check(response)
    return decision(response, of: integration, method, at: resource, name)
  }

  /// Changes an integration response.
  func decide(
    _ input: Command.UpdateIntegrationResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    PatchOp.check(
      input.patchOperations, of: IntegrationResponsePatch.table.input, into: &violations)
    StatusCodeRules.check(input.statusCode, into: &violations)
    try violations.throwIfAny()
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    let (resource, method, integration) = try existingIntegration(name)
    guard var response = integration.integrationResponses[input.statusCode] else {
      throw CommandError.unknownStatusCode
    }
    let known = response
    try IntegrationResponsePatch.table.apply(input.patchOperations, to: &response)
    if response != known { try check(response) }
    return decision(response, of: integration, method, at: resource, name)
  }

  /// Deletes an integration response; a missing method is reported as a missing integration, as
  /// recorded.
  func decide(
    _ input: Command.DeleteIntegrationResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    StatusCodeRules.check(input.statusCode, into: &violations)
    try violations.throwIfAny()
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    let resource = try existingResource(input.resourceId, of: input.restApiId)
    var method =
      apis[input.restApiId]?.methods[resource.id]?[name.verb] ?? Method(httpMethod: name.verb)
    guard var integration = method.methodIntegration else {
      throw CommandError.noIntegration(of: method, at: resource)
    }
    guard integration.integrationResponses.removeValue(forKey: input.statusCode) != nil else {
      throw CommandError.unknownStatusCode
    }
    method.methodIntegration = integration
    let entity = name.entity(method, at: resource)
    return Decision(events: [.put(entity)], subjects: [entity.ref])
  }

  private func check(_ response: IntegrationResponse) throws(CommandError) {
    try MappingRules.check(integrationResponseParameters: response.responseParameters ?? [:])
    try MappingRules.check(
      templates: response.responseTemplates ?? [:], field: "responseTemplates")
  }

  private func decision(
    _ response: IntegrationResponse, of integration: Integration, _ method: Method,
    at resource: Resource, _ name: MethodName
  ) -> Decision {
    var (method, integration) = (method, integration)
    integration.integrationResponses[response.statusCode] = response
    method.methodIntegration = integration
    let entity = name.entity(method, at: resource)
    return Decision(events: changes(to: entity), subjects: [entity.ref])
  }
}
