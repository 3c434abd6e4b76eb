extension Command {
  /// Makes a method.
  public struct PutMethod: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
    public var httpMethod: String
    /// `NONE` or `AWS_IAM`; the types that ask an authorizer are refused.
    public var authorizationType: String?
    /// An authorizer; ignored while the type asks none.
    public var authorizerId: String?
    /// Whether a request must carry a key; nil is no. Acts after a deployment.
    public var apiKeyRequired: Bool?
    /// A name for documentation and SDKs.
    public var operationName: String?
    /// `method.request.{querystring,header,path}.NAME` to whether it is required.
    public var requestParameters: [String: Bool]?
    /// Content type to the name of a model.
    public var requestModels: [String: String]?
    /// The validator that checks requests; nil checks nothing.
    public var requestValidatorId: RequestValidatorID?
    /// Scopes of a Cognito authorizer.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
    public var httpMethod: String
    /// What changes, done in order; all or none.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
    public var httpMethod: String
    /// Three digits, 100 to 599.
    public var statusCode: String
    /// `method.response.header.NAME` to whether it is required.
    public var responseParameters: [String: Bool]?
    /// Content type to the name of a model.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
    public var httpMethod: String
    /// Three digits, 100 to 599.
    public var statusCode: String
    /// What changes, done in order; all or none.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
    public var httpMethod: String
    /// Three digits, 100 to 599.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb of the method, not of the backend.
    public var httpMethod: String
    /// `HTTP`, `HTTP_PROXY`, `MOCK`, `AWS` or `AWS_PROXY`.
    public var type: String
    /// The verb the backend is called with; a mock needs none.
    public var integrationHttpMethod: String?
    /// The backend's address; a mock needs none.
    public var uri: String?
    /// `INTERNET` or `VPC_LINK`; nil is `INTERNET`.
    public var connectionType: String?
    /// A VPC link.
    public var connectionId: String?
    /// A role for AWS backends.
    public var credentials: String?
    /// `integration.request.{querystring,header,path}.NAME` to a mapping expression.
    public var requestParameters: [String: String]?
    /// Content type to mapping template, each at most 300 KiB.
    public var requestTemplates: [String: String]?
    /// `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`; nil is the first.
    public var passthroughBehavior: String?
    /// A name for cached answers; nil is the resource's id.
    public var cacheNamespace: String?
    /// Parameters that make up a cache key.
    public var cacheKeyParameters: [String]?
    /// `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`; nil passes the body as it is.
    public var contentHandling: String?
    /// 50 to 29,000 milliseconds; nil is 29,000.
    public var timeoutInMillis: Int?
    /// Whether an HTTPS backend's certificate is accepted unchecked.
    public var insecureSkipVerification: Bool?
    /// `BUFFERED` or `STREAM`.
    public var responseTransferMode: String?
    /// A load balancer behind a VPC link.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
    public var httpMethod: String
    /// What changes, done in order; all or none.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
    public var httpMethod: String
    /// Three digits, 100 to 599.
    public var statusCode: String
    /// A regular expression over the backend's status; nil is the default response.
    public var selectionPattern: String?
    /// `method.response.header.NAME` to a mapping expression.
    public var responseParameters: [String: String]?
    /// Content type to template; an empty or null one is kept as null.
    public var responseTemplates: [String: String?]?
    /// `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`; nil passes the body as it is.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
    public var httpMethod: String
    /// Three digits, 100 to 599.
    public var statusCode: String
    /// What changes, done in order; all or none.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// The verb, for example `GET` or `ANY`.
    public var httpMethod: String
    /// Three digits, 100 to 599.
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
