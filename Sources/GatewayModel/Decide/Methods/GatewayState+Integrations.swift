extension GatewayState {
  /// Gives a method its backend, afresh: responses of a former one go.
  func decide(
    _ input: Command.PutIntegration, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    IntegrationRules.check(input, into: &violations)
    try violations.throwIfAny()
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    var (resource, method) = try existingMethod(name)
    let integration = Integration(input, of: resource)
    try IntegrationRules.check(integration)
    method.methodIntegration = integration
    let entity = name.entity(method, at: resource)
    return Decision(events: changes(to: entity), subjects: [entity.ref])
  }

  /// Changes a method's backend.
  func decide(
    _ input: Command.UpdateIntegration, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try IntegrationPatch.table.check(input.patchOperations)
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    var (resource, method, integration) = try existingIntegration(name)
    let known = integration
    try IntegrationPatch.table(for: integration.type)
      .apply(input.patchOperations, to: &integration)
    if integration != known { try IntegrationRules.check(integration) }
    method.methodIntegration = integration
    let entity = name.entity(method, at: resource)
    return Decision(events: changes(to: entity), subjects: [entity.ref])
  }

  /// Takes a method's backend away; a deployment needs one.
  func decide(
    _ input: Command.DeleteIntegration, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let name = MethodName(input.restApiId, input.resourceId, input.httpMethod)
    var (resource, method, _) = try existingIntegration(name)
    method.methodIntegration = nil
    let entity = name.entity(method, at: resource)
    return Decision(events: [.put(entity)], subjects: [entity.ref])
  }
}

extension Integration {
  /// The backend a command asks for, defaults filled in.
  ///
  /// A mock calls nobody, so its verb, address and connection are dropped, as recorded.
  fileprivate init(_ input: Command.PutIntegration, of resource: Resource) {
    let type = IntegrationType(rawValue: input.type) ?? .mock
    let isHttp = type == .http || type == .httpProxy
    let namespace = input.cacheNamespace?.nonEmpty
    self.init(
      type: type,
      httpMethod: type == .mock
        ? nil : input.integrationHttpMethod?.nonEmpty?.uppercased(),
      uri: type == .mock ? nil : input.uri,
      connectionType: isHttp ? input.connectionType ?? "INTERNET" : nil,
      connectionId: isHttp ? input.connectionId : nil, credentials: input.credentials,
      requestParameters: input.requestParameters, requestTemplates: input.requestTemplates,
      passthroughBehavior: input.passthroughBehavior ?? "WHEN_NO_MATCH",
      contentHandling: input.contentHandling,
      timeoutInMillis: input.timeoutInMillis ?? Integration.defaultTimeoutMilliseconds,
      cacheNamespace: namespace ?? resource.id,
      cacheKeyParameters: input.cacheKeyParameters ?? [],
      insecureSkipVerification: input.insecureSkipVerification,
      responseTransferMode: input.responseTransferMode,
      integrationTarget: input.integrationTarget)
  }
}
