extension Command {
  /// Makes a method.
  public struct PutMethod: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var authorizationType: String?
    public var authorizerId: String?
    public var apiKeyRequired: Bool?
    public var operationName: String?
    public var requestParameters: [String: Bool]?
    public var requestModels: [String: String]?
    public var requestValidatorId: RequestValidatorID?
    public var authorizationScopes: [String]?

    /// The input of `PutMethod`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String,
      authorizationType: String? = "NONE", authorizerId: String? = nil, apiKeyRequired: Bool? = nil,
      operationName: String? = nil, requestParameters: [String: Bool]? = nil,
      requestModels: [String: String]? = nil, requestValidatorId: RequestValidatorID? = nil,
      authorizationScopes: [String]? = nil
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.authorizationType = authorizationType
      self.authorizerId = authorizerId
      self.apiKeyRequired = apiKeyRequired
      self.operationName = operationName
      self.requestParameters = requestParameters
      self.requestModels = requestModels
      self.requestValidatorId = requestValidatorId
      self.authorizationScopes = authorizationScopes
    }
  }

  /// Changes a method, for example whether it requires a key.
  public struct UpdateMethod: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateMethod`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String,
      patchOperations: [PatchOperation]
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a method with its integration.
  public struct DeleteMethod: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String

    /// The input of `DeleteMethod`.
    public init(restApiId: RestApiID, resourceId: ResourceID, httpMethod: String) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
    }
  }

  /// Declares a response.
  public struct PutMethodResponse: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var statusCode: String
    public var responseParameters: [String: Bool]?
    public var responseModels: [String: String]?

    /// The input of `PutMethodResponse`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String, statusCode: String,
      responseParameters: [String: Bool]? = nil, responseModels: [String: String]? = nil
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.statusCode = statusCode
      self.responseParameters = responseParameters
      self.responseModels = responseModels
    }
  }

  /// Changes a declared response.
  public struct UpdateMethodResponse: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var statusCode: String
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateMethodResponse`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String, statusCode: String,
      patchOperations: [PatchOperation]
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.statusCode = statusCode
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a declared response.
  public struct DeleteMethodResponse: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var statusCode: String

    /// The input of `DeleteMethodResponse`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String, statusCode: String
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.statusCode = statusCode
    }
  }

  /// Gives a method its backend.
  public struct PutIntegration: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var type: String
    public var integrationHttpMethod: String?
    public var uri: String?
    public var connectionType: String?
    public var connectionId: String?
    public var credentials: String?
    public var requestParameters: [String: String]?
    public var requestTemplates: [String: String]?
    public var passthroughBehavior: String?
    public var cacheNamespace: String?
    public var cacheKeyParameters: [String]?
    public var contentHandling: String?
    public var timeoutInMillis: Int?
    public var insecureSkipVerification: Bool?
    public var responseTransferMode: String?
    public var integrationTarget: String?

    /// The input of `PutIntegration`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String, type: String,
      integrationHttpMethod: String? = nil, uri: String? = nil, connectionType: String? = nil,
      connectionId: String? = nil, credentials: String? = nil,
      requestParameters: [String: String]? = nil, requestTemplates: [String: String]? = nil,
      passthroughBehavior: String? = nil, cacheNamespace: String? = nil,
      cacheKeyParameters: [String]? = nil, contentHandling: String? = nil,
      timeoutInMillis: Int? = nil, insecureSkipVerification: Bool? = nil,
      responseTransferMode: String? = nil, integrationTarget: String? = nil
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.type = type
      self.integrationHttpMethod = integrationHttpMethod
      self.uri = uri
      self.connectionType = connectionType
      self.connectionId = connectionId
      self.credentials = credentials
      self.requestParameters = requestParameters
      self.requestTemplates = requestTemplates
      self.passthroughBehavior = passthroughBehavior
      self.cacheNamespace = cacheNamespace
      self.cacheKeyParameters = cacheKeyParameters
      self.contentHandling = contentHandling
      self.timeoutInMillis = timeoutInMillis
      self.insecureSkipVerification = insecureSkipVerification
      self.responseTransferMode = responseTransferMode
      self.integrationTarget = integrationTarget
    }
  }

  /// Changes a method's backend.
  public struct UpdateIntegration: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateIntegration`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String,
      patchOperations: [PatchOperation]
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.patchOperations = patchOperations
    }
  }

  /// Takes a method's backend away.
  public struct DeleteIntegration: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String

    /// The input of `DeleteIntegration`.
    public init(restApiId: RestApiID, resourceId: ResourceID, httpMethod: String) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
    }
  }

  /// Says how a backend's answer becomes a method response.
  public struct PutIntegrationResponse: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var statusCode: String
    public var selectionPattern: String?
    public var responseParameters: [String: String]?
    public var responseTemplates: [String: String?]?
    public var contentHandling: String?

    /// The input of `PutIntegrationResponse`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String, statusCode: String,
      selectionPattern: String? = nil, responseParameters: [String: String]? = nil,
      responseTemplates: [String: String?]? = nil, contentHandling: String? = nil
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.statusCode = statusCode
      self.selectionPattern = selectionPattern
      self.responseParameters = responseParameters
      self.responseTemplates = responseTemplates
      self.contentHandling = contentHandling
    }
  }

  /// Changes an integration response.
  public struct UpdateIntegrationResponse: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var statusCode: String
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateIntegrationResponse`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String, statusCode: String,
      patchOperations: [PatchOperation]
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.statusCode = statusCode
      self.patchOperations = patchOperations
    }
  }

  /// Deletes an integration response.
  public struct DeleteIntegrationResponse: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var httpMethod: String
    public var statusCode: String

    /// The input of `DeleteIntegrationResponse`.
    public init(
      restApiId: RestApiID, resourceId: ResourceID, httpMethod: String, statusCode: String
    ) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.httpMethod = httpMethod
      self.statusCode = statusCode
    }
  }
}
