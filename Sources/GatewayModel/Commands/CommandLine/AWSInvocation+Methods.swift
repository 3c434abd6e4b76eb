extension AWSArgument {
  /// The options that name a method, and one of its responses if there is a status code.
  fileprivate static func method(
    _ api: RestApiID, _ resource: ResourceID, _ verb: String, status: String? = nil
  ) -> [AWSArgument] {
    [
      .text("rest-api-id", api), .text("resource-id", resource), .text("http-method", verb),
      .text("status-code", status),
    ]
  }

  /// `--name name=true,name=false`.
  fileprivate static func truths(_ name: String, _ map: [String: Bool]?) -> AWSArgument {
    .map(name, map?.mapValues { $0 ? "true" : "false" })
  }
}

extension Command.PutMethod: AWSInvocation {
  var awsArguments: [AWSArgument] {
    AWSArgument.method(restApiId, resourceId, httpMethod) + [
      .text("authorization-type", authorizationType), .text("authorizer-id", authorizerId),
      .flag("api-key-required", apiKeyRequired), .text("operation-name", operationName),
      .truths("request-parameters", requestParameters), .map("request-models", requestModels),
      .text("request-validator-id", requestValidatorId),
      .list("authorization-scopes", authorizationScopes),
    ]
  }
}

extension Command.UpdateMethod: AWSInvocation {
  var awsArguments: [AWSArgument] {
    AWSArgument.method(restApiId, resourceId, httpMethod) + [.patch(patchOperations)]
  }
}

extension Command.DeleteMethod: AWSInvocation {
  var awsArguments: [AWSArgument] { AWSArgument.method(restApiId, resourceId, httpMethod) }
}

extension Command.PutMethodResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    AWSArgument.method(restApiId, resourceId, httpMethod, status: statusCode) + [
      .truths("response-parameters", responseParameters),
      .map("response-models", responseModels),
    ]
  }
}

extension Command.UpdateMethodResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    AWSArgument.method(restApiId, resourceId, httpMethod, status: statusCode)
      + [.patch(patchOperations)]
  }
}

extension Command.DeleteMethodResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    AWSArgument.method(restApiId, resourceId, httpMethod, status: statusCode)
  }
}

extension Command.PutIntegration: AWSInvocation {
  var awsArguments: [AWSArgument] {
    AWSArgument.method(restApiId, resourceId, httpMethod) + [
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
    AWSArgument.method(restApiId, resourceId, httpMethod) + [.patch(patchOperations)]
  }
}

extension Command.DeleteIntegration: AWSInvocation {
  var awsArguments: [AWSArgument] { AWSArgument.method(restApiId, resourceId, httpMethod) }
}

extension Command.PutIntegrationResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    AWSArgument.method(restApiId, resourceId, httpMethod, status: statusCode) + [
      .text("selection-pattern", selectionPattern),
      .map("response-parameters", responseParameters),
      .json(
        "response-templates",
        responseTemplates.map { templates in
          .object(JSONObject(sorting: templates.mapValues { $0.map(JSONValue.string) ?? .null }))
        }),
      .text("content-handling", contentHandling),
    ]
  }
}

extension Command.UpdateIntegrationResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    AWSArgument.method(restApiId, resourceId, httpMethod, status: statusCode)
      + [.patch(patchOperations)]
  }
}

extension Command.DeleteIntegrationResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    AWSArgument.method(restApiId, resourceId, httpMethod, status: statusCode)
  }
}
