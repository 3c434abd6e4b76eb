extension AWSScriptWriter {
  /// Adds the lines that make a method with its responses and its integration.
  mutating func put(_ method: Method, at resource: ResourceID, of api: RestApiID) {
    line(
      .putMethod(
        Command.PutMethod(
          restApiId: api, resourceId: resource, httpMethod: method.httpMethod,
          authorizationType: method.authorizationType, authorizerId: method.authorizerId,
          apiKeyRequired: method.apiKeyRequired, operationName: method.operationName,
          requestParameters: method.requestParameters, requestModels: method.requestModels,
          requestValidatorId: method.requestValidatorId,
          authorizationScopes: method.authorizationScopes)))
    putParts(of: method, before: nil, at: resource, of: api)
  }

  /// Adds the lines that give a method other responses or another integration.
  mutating func putParts(
    of method: Method, before: Method?, at resource: ResourceID, of api: RestApiID
  ) {
    let verb = method.httpMethod
    for (code, response) in method.methodResponses.sorted(by: { $0.key < $1.key })
    where before?.methodResponses[code] != response {
      if before?.methodResponses[code] != nil {
        line(
          .deleteMethodResponse(
            Command.DeleteMethodResponse(
              restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code)))
      }
      line(
        .putMethodResponse(
          Command.PutMethodResponse(
            restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code,
            responseParameters: response.responseParameters,
            responseModels: response.responseModels)))
    }
    for code in (before?.methodResponses.keys.sorted() ?? [])
    where method.methodResponses[code] == nil {
      line(
        .deleteMethodResponse(
          Command.DeleteMethodResponse(
            restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code)))
    }
    guard method.methodIntegration != before?.methodIntegration else { return }
    guard let integration = method.methodIntegration else {
      return line(
        .deleteIntegration(
          Command.DeleteIntegration(restApiId: api, resourceId: resource, httpMethod: verb)))
    }
    put(integration, of: verb, at: resource, of: api)
  }

  private mutating func put(
    _ integration: Integration, of verb: String, at resource: ResourceID, of api: RestApiID
  ) {
    line(
      .putIntegration(
        Command.PutIntegration(
          restApiId: api, resourceId: resource, httpMethod: verb,
          type: integration.type.rawValue, integrationHttpMethod: integration.httpMethod,
          uri: integration.uri,
          connectionType: integration.connectionType == "INTERNET"
            ? nil : integration.connectionType, connectionId: integration.connectionId,
          credentials: integration.credentials,
          requestParameters: integration.requestParameters,
          requestTemplates: integration.requestTemplates,
          passthroughBehavior: integration.passthroughBehavior,
          cacheNamespace: integration.cacheNamespace == resource
            ? nil : integration.cacheNamespace,
          cacheKeyParameters: integration.cacheKeyParameters.nonEmpty,
          contentHandling: integration.contentHandling,
          timeoutInMillis: integration.timeoutInMillis,
          insecureSkipVerification: integration.insecureSkipVerification,
          responseTransferMode: integration.responseTransferMode,
          integrationTarget: integration.integrationTarget)))
    for (code, response) in integration.integrationResponses.sorted(by: { $0.key < $1.key }) {
      line(
        .putIntegrationResponse(
          Command.PutIntegrationResponse(
            restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code,
            selectionPattern: response.selectionPattern,
            responseParameters: response.responseParameters,
            responseTemplates: response.responseTemplates,
            contentHandling: response.contentHandling)))
    }
  }

  /// Adds the line that makes or replaces a gateway response.
  mutating func put(_ response: GatewayResponse, of api: RestApiID) {
    line(
      .putGatewayResponse(
        Command.PutGatewayResponse(
          restApiId: api, responseType: response.responseType.rawValue,
          statusCode: response.statusCode, responseParameters: response.responseParameters,
          responseTemplates: response.responseTemplates)))
  }
}
