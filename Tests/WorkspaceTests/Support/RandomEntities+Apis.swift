import GatewayModel

extension RandomEntities {
  mutating func restApi() -> RestApi {
    RestApi(
      id: text(), name: text(), description: maybe { $0.text() }, version: maybe { $0.text() },
      rootResourceId: text(), binaryMediaTypes: list { $0.text() },
      minimumCompressionSize: maybe { $0.number(0...9) }, apiKeySource: pick(ApiKeySource.self),
      endpointConfiguration: EndpointConfiguration(
        types: list { $0.text() }, ipAddressType: text(),
        vpcEndpointIds: maybe { $0.list { $0.text() } }),
      policy: maybe { $0.text() }, disableExecuteApiEndpoint: flag(),
      securityPolicy: maybe { $0.text() }, endpointAccessMode: maybe { $0.text() },
      tags: map { $0.text() }, createdDate: time())
  }

  mutating func method() -> Method {
    Method(
      httpMethod: text(), authorizationType: text(), authorizerId: maybe { $0.text() },
      authorizationScopes: maybe { $0.list { $0.text() } }, apiKeyRequired: flag(),
      operationName: maybe { $0.text() }, requestValidatorId: maybe { $0.text() },
      requestParameters: maybe { $0.map { $0.flag() } },
      requestModels: maybe { $0.map { $0.text() } },
      methodResponses: map { entities in
        MethodResponse(
          statusCode: entities.text(), responseParameters: entities.maybe { $0.map { $0.flag() } },
          responseModels: entities.maybe { $0.map { $0.text() } })
      },
      methodIntegration: maybe { $0.integration() })
  }

  mutating func integration() -> Integration {
    Integration(
      type: pick(IntegrationType.self), httpMethod: maybe { $0.text() }, uri: maybe { $0.text() },
      connectionType: maybe { $0.text() }, connectionId: maybe { $0.text() },
      credentials: maybe { $0.text() }, requestParameters: maybe { $0.map { $0.text() } },
      requestTemplates: maybe { $0.map { $0.text() } }, passthroughBehavior: text(),
      contentHandling: maybe { $0.text() }, timeoutInMillis: number(50...29_000),
      cacheNamespace: maybe { $0.text() }, cacheKeyParameters: list { $0.text() },
      insecureSkipVerification: maybe { $0.flag() }, responseTransferMode: maybe { $0.text() },
      integrationTarget: maybe { $0.text() },
      integrationResponses: map { entities in
        IntegrationResponse(
          statusCode: entities.text(), selectionPattern: entities.maybe { $0.text() },
          responseParameters: entities.maybe { $0.map { $0.text() } },
          responseTemplates: entities.maybe { $0.map { $0.maybe { $0.text() } } },
          contentHandling: entities.maybe { $0.text() })
      })
  }

  mutating func gatewayResponse() -> GatewayResponse {
    GatewayResponse(
      responseType: pick(GatewayResponseType.self), statusCode: maybe { $0.text() },
      responseParameters: map { $0.text() }, responseTemplates: map { $0.text() })
  }

  mutating func model() -> Model {
    Model(
      id: text(), name: text(), description: maybe { $0.text() }, schema: maybe { $0.text() },
      contentType: text())
  }

  mutating func validator() -> RequestValidator {
    RequestValidator(
      id: text(), name: maybe { $0.text() }, validateRequestBody: flag(),
      validateRequestParameters: flag())
  }

  mutating func snapshot() -> ApiSnapshot {
    ApiSnapshot(
      apiKeySource: pick(ApiKeySource.self), policy: maybe { $0.text() },
      binaryMediaTypes: list { $0.text() }, minimumCompressionSize: maybe { $0.number(0...9) },
      disableExecuteApiEndpoint: flag(),
      routes: list { entities in
        SnapshotRoute(
          resourceId: entities.text(), path: entities.text(), methods: entities.list { $0.method() }
        )
      },
      gatewayResponses: list { $0.gatewayResponse() }, models: list { $0.model() },
      requestValidators: list { $0.validator() }, authorizers: list { $0.authorizer() })
  }

  mutating func stage() -> Stage {
    Stage(
      stageName: text(), deploymentId: text(), description: maybe { $0.text() },
      variables: maybe { $0.map { $0.text() } },
      methodSettings: map { entities in
        MethodSetting(
          metricsEnabled: entities.flag(), loggingLevel: entities.maybe { $0.text() },
          throttlingBurstLimit: entities.number(-1...9_999),
          throttlingRateLimit: entities.rate())
      },
      canarySettings: maybe { entities in
        CanarySettings(
          percentTraffic: Double(entities.number(0...100)), deploymentId: entities.text(),
          stageVariableOverrides: entities.maybe { $0.map { $0.text() } },
          useStageCache: entities.flag())
      },
      cacheClusterEnabled: flag(), cacheClusterSize: maybe { $0.text() }, tracingEnabled: flag(),
      accessLogSettings: maybe { entities in
        AccessLogSettings(
          format: entities.maybe { $0.text() }, destinationArn: entities.maybe { $0.text() })
      },
      clientCertificateId: maybe { $0.text() }, documentationVersion: maybe { $0.text() },
      webAclArn: maybe { $0.text() }, tags: map { $0.text() }, createdDate: time(),
      lastUpdatedDate: time())
  }
}
