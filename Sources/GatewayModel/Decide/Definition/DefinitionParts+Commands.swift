/// What each part of a definition is asked for by.
extension DefinitionParts {
  func commands(for model: DefinedModel, on state: GatewayState) -> [Command] {
    let schema = model.schema(in: apiId)
    guard state.apis[apiId]?.models[model.name] != nil else {
      return [
        .createModel(
          Command.CreateModel(
            restApiId: apiId, name: model.name, description: model.description, schema: schema,
            contentType: model.contentType))
      ]
    }
    var operations = [PatchOperation.replace("/schema", schema)]
    if let description = model.description {
      operations.append(.replace("/description", description))
    }
    return [
      .updateModel(
        Command.UpdateModel(
          restApiId: apiId, modelName: model.name, patchOperations: operations))
    ]
  }

  func command(for validator: DefinedRequestValidator, on state: GatewayState) -> Command {
    let known = state.apis[apiId]?.listedRequestValidators.first { $0.name == validator.name }
    guard let known else {
      return .createRequestValidator(
        Command.CreateRequestValidator(
          restApiId: apiId, name: validator.name,
          validateRequestBody: validator.validateRequestBody,
          validateRequestParameters: validator.validateRequestParameters))
    }
    let members = [
      ("/validateRequestBody", validator.validateRequestBody),
      ("/validateRequestParameters", validator.validateRequestParameters),
    ]
    return .updateRequestValidator(
      Command.UpdateRequestValidator(
        restApiId: apiId, requestValidatorId: known.id,
        patchOperations: members.map { .replace($0.0, $0.1 ? "true" : "false") }))
  }

  func command(for authorizer: DefinedAuthorizer, on state: GatewayState) -> Command {
    let known = state.listed(Authorizer.self, of: apiId).first { $0.name == authorizer.name }
    guard let known else {
      return .createAuthorizer(
        Command.CreateAuthorizer(
          restApiId: apiId, name: authorizer.name, type: authorizer.type,
          providerARNs: authorizer.providerARNs, authType: authorizer.authType,
          authorizerUri: authorizer.authorizerUri,
          authorizerCredentials: authorizer.authorizerCredentials,
          identitySource: authorizer.identitySource,
          identityValidationExpression: authorizer.identityValidationExpression,
          authorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds))
    }
    return .updateAccessory(
      Command.UpdateAccessory(
        AccessoryRef(Authorizer.self, known.id, of: apiId),
        patchOperations: Self.operations(to: authorizer, from: known)))
  }

  private static func operations(
    to authorizer: DefinedAuthorizer, from known: Authorizer
  ) -> [PatchOperation] {
    let members = [
      ("/type", authorizer.type), ("/authType", authorizer.authType ?? known.authType),
      ("/authorizerUri", authorizer.authorizerUri),
      ("/authorizerCredentials", authorizer.authorizerCredentials),
      ("/identitySource", authorizer.identitySource),
      ("/identityValidationExpression", authorizer.identityValidationExpression),
      ("/authorizerResultTtlInSeconds", authorizer.authorizerResultTtlInSeconds.map(String.init)),
    ]
    let (old, new) = (known.providerARNs ?? [], authorizer.providerARNs ?? [])
    return members.map { .replace($0.0, $0.1 ?? "") }
      + old.filter { !new.contains($0) }.map { .remove("/providerARNs", $0) }
      + new.filter { !old.contains($0) }.map { .add("/providerARNs", $0) }
  }

  func command(for response: DefinedGatewayResponse) -> Command {
    .putGatewayResponse(
      Command.PutGatewayResponse(
        restApiId: apiId, responseType: response.responseType, statusCode: response.statusCode,
        responseParameters: response.responseParameters,
        responseTemplates: response.responseTemplates))
  }

  func command(for method: DefinedMethod, at path: String) -> Command {
    .putMethod(
      Command.PutMethod(
        restApiId: apiId, resourceId: path, httpMethod: method.httpMethod,
        authorizationType: method.authorizationType,
        authorizerId: method.authorizer.map(authorizerId),
        apiKeyRequired: method.apiKeyRequired, operationName: method.operationName,
        requestParameters: method.requestParameters, requestModels: method.requestModels,
        requestValidatorId: method.requestValidator.map(validatorId),
        authorizationScopes: method.authorizationScopes))
  }

  func command(for response: MethodResponse, of verb: String, at path: String) -> Command {
    .putMethodResponse(
      Command.PutMethodResponse(
        restApiId: apiId, resourceId: path, httpMethod: verb, statusCode: response.statusCode,
        responseParameters: response.responseParameters,
        responseModels: response.responseModels))
  }

  func command(
    for integration: DefinedIntegration, of verb: String, at path: String
  ) -> Command {
    .putIntegration(
      Command.PutIntegration(
        restApiId: apiId, resourceId: path, httpMethod: verb, type: integration.type,
        integrationHttpMethod: integration.httpMethod, uri: integration.uri,
        connectionType: integration.connectionType, connectionId: integration.connectionId,
        credentials: integration.credentials, requestParameters: integration.requestParameters,
        requestTemplates: integration.requestTemplates,
        passthroughBehavior: integration.passthroughBehavior,
        cacheNamespace: integration.cacheNamespace,
        cacheKeyParameters: integration.cacheKeyParameters,
        contentHandling: integration.contentHandling,
        timeoutInMillis: integration.timeoutInMillis,
        insecureSkipVerification: integration.insecureSkipVerification,
        responseTransferMode: integration.responseTransferMode,
        integrationTarget: integration.integrationTarget))
  }

  func command(for response: IntegrationResponse, of verb: String, at path: String) -> Command {
    .putIntegrationResponse(
      Command.PutIntegrationResponse(
        restApiId: apiId, resourceId: path, httpMethod: verb, statusCode: response.statusCode,
        selectionPattern: response.selectionPattern,
        responseParameters: response.responseParameters,
        responseTemplates: response.responseTemplates,
        contentHandling: response.contentHandling))
  }
}
