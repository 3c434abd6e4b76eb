/// The options that name a method.
private func method(
  _ restApiId: RestApiID, _ resourceId: ResourceID, _ httpMethod: String
) -> [AWSArgument] {
  [
    .text("rest-api-id", restApiId), .text("resource-id", resourceId),
    .text("http-method", httpMethod),
  ]
}

extension Command.PutMethod: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [
      .text("authorization-type", authorizationType), .text("authorizer-id", authorizerId),
      .flag("api-key-required", apiKeyRequired), .text("operation-name", operationName),
      .json("request-parameters", requestParameters.map(JSONValue.truths)),
      .map("request-models", requestModels), .text("request-validator-id", requestValidatorId),
      .list("authorization-scopes", authorizationScopes),
    ]
  }
}

extension Command.UpdateMethod: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [.patch(patchOperations)]
  }
}

extension Command.DeleteMethod: AWSInvocation {
  var awsArguments: [AWSArgument] { method(restApiId, resourceId, httpMethod) }
}

extension Command.PutMethodResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [
      .text("status-code", statusCode),
      .json("response-parameters", responseParameters.map(JSONValue.truths)),
      .map("response-models", responseModels),
    ]
  }
}

extension Command.UpdateMethodResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [
      .text("status-code", statusCode), .patch(patchOperations),
    ]
  }
}

extension Command.DeleteMethodResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [.text("status-code", statusCode)]
  }
}

extension Command.PutIntegration: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [
      .text("type", type), .text("integration-http-method", integrationHttpMethod),
      .text("uri", uri), .text("connection-type", connectionType),
      .text("connection-id", connectionId), .text("credentials", credentials),
      .map("request-parameters", requestParameters), .map("request-templates", requestTemplates),
      .text("passthrough-behavior", passthroughBehavior),
      .text("cache-namespace", cacheNamespace),
      .list("cache-key-parameters", cacheKeyParameters),
      .text("content-handling", contentHandling), .integer("timeout-in-millis", timeoutInMillis),
      .json(
        "tls-config", insecureSkipVerification.map { ["insecureSkipVerification": .bool($0)] }),
      .text("response-transfer-mode", responseTransferMode),
      .text("integration-target", integrationTarget),
    ]
  }
}

extension Command.UpdateIntegration: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [.patch(patchOperations)]
  }
}

extension Command.DeleteIntegration: AWSInvocation {
  var awsArguments: [AWSArgument] { method(restApiId, resourceId, httpMethod) }
}

extension Command.PutIntegrationResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [
      .text("status-code", statusCode), .text("selection-pattern", selectionPattern),
      .map("response-parameters", responseParameters),
      .json(
        "response-templates",
        responseTemplates.map { templates in
          .object(JSONObject(sorting: templates.mapValues { .string($0 ?? "") }))
        }),
      .text("content-handling", contentHandling),
    ]
  }
}

extension Command.UpdateIntegrationResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [
      .text("status-code", statusCode), .patch(patchOperations),
    ]
  }
}

extension Command.DeleteIntegrationResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    method(restApiId, resourceId, httpMethod) + [.text("status-code", statusCode)]
  }
}
