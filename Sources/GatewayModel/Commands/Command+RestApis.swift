extension Command {
  /// Makes an API with its root resource and the two models every API starts with.
  public struct CreateRestApi: Sendable, Hashable, Codable {
    public var name: String?
    public var description: String?
    public var version: String?
    public var cloneFrom: RestApiID?
    public var binaryMediaTypes: [String]?
    public var minimumCompressionSize: Int?
    public var apiKeySource: String?
    public var endpointConfiguration: EndpointConfigurationInput?
    public var policy: String?
    public var tags: [String: String]?
    public var disableExecuteApiEndpoint: Bool?
    public var securityPolicy: String?
    public var endpointAccessMode: String?

    /// The input of `CreateRestApi`.
    public init(
      name: String? = nil, description: String? = nil, version: String? = nil,
      cloneFrom: RestApiID? = nil, binaryMediaTypes: [String]? = nil,
      minimumCompressionSize: Int? = nil, apiKeySource: String? = nil,
      endpointConfiguration: EndpointConfigurationInput? = nil, policy: String? = nil,
      tags: [String: String]? = nil, disableExecuteApiEndpoint: Bool? = nil,
      securityPolicy: String? = nil, endpointAccessMode: String? = nil
    ) {
      self.name = name
      self.description = description
      self.version = version
      self.cloneFrom = cloneFrom
      self.binaryMediaTypes = binaryMediaTypes
      self.minimumCompressionSize = minimumCompressionSize
      self.apiKeySource = apiKeySource
      self.endpointConfiguration = endpointConfiguration
      self.policy = policy
      self.tags = tags
      self.disableExecuteApiEndpoint = disableExecuteApiEndpoint
      self.securityPolicy = securityPolicy
      self.endpointAccessMode = endpointAccessMode
    }
  }

  /// Changes an API's own members.
  public struct UpdateRestApi: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateRestApi`.
    public init(restApiId: RestApiID, patchOperations: [PatchOperation]) {
      self.restApiId = restApiId
      self.patchOperations = patchOperations
    }
  }

  /// Deletes an API with all its parts, and its stages from every plan.
  public struct DeleteRestApi: Sendable, Hashable, Codable {
    public var restApiId: RestApiID

    /// The input of `DeleteRestApi`.
    public init(restApiId: RestApiID) {
      self.restApiId = restApiId
    }
  }

  /// Makes a path below another.
  public struct CreateResource: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var parentId: ResourceID
    public var pathPart: String

    /// The input of `CreateResource`.
    public init(restApiId: RestApiID, parentId: ResourceID, pathPart: String) {
      self.restApiId = restApiId
      self.parentId = parentId
      self.pathPart = pathPart
    }
  }

  /// Moves or renames a path.
  public struct UpdateResource: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateResource`.
    public init(restApiId: RestApiID, resourceId: ResourceID, patchOperations: [PatchOperation]) {
      self.restApiId = restApiId
      self.resourceId = resourceId
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a path, all below it and their methods.
  public struct DeleteResource: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var resourceId: ResourceID

    /// The input of `DeleteResource`.
    public init(restApiId: RestApiID, resourceId: ResourceID) {
      self.restApiId = restApiId
      self.resourceId = resourceId
    }
  }

  /// Replaces what the gateway answers for one kind of refusal.
  public struct PutGatewayResponse: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var responseType: String
    public var statusCode: String?
    public var responseParameters: [String: String]?
    public var responseTemplates: [String: String]?

    /// The input of `PutGatewayResponse`.
    public init(
      restApiId: RestApiID, responseType: String, statusCode: String? = nil,
      responseParameters: [String: String]? = nil, responseTemplates: [String: String]? = nil
    ) {
      self.restApiId = restApiId
      self.responseType = responseType
      self.statusCode = statusCode
      self.responseParameters = responseParameters
      self.responseTemplates = responseTemplates
    }
  }

  /// Changes a gateway response.
  public struct UpdateGatewayResponse: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var responseType: String
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateGatewayResponse`.
    public init(restApiId: RestApiID, responseType: String, patchOperations: [PatchOperation]) {
      self.restApiId = restApiId
      self.responseType = responseType
      self.patchOperations = patchOperations
    }
  }

  /// Returns a gateway response to its default.
  public struct DeleteGatewayResponse: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var responseType: String

    /// The input of `DeleteGatewayResponse`.
    public init(restApiId: RestApiID, responseType: String) {
      self.restApiId = restApiId
      self.responseType = responseType
    }
  }

  /// Makes a model.
  public struct CreateModel: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var name: String
    public var description: String?
    public var schema: String?
    public var contentType: String

    /// The input of `CreateModel`.
    public init(
      restApiId: RestApiID, name: String, description: String? = nil, schema: String? = nil,
      contentType: String
    ) {
      self.restApiId = restApiId
      self.name = name
      self.description = description
      self.schema = schema
      self.contentType = contentType
    }
  }

  /// Changes a model's description or schema.
  public struct UpdateModel: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var modelName: String
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateModel`.
    public init(restApiId: RestApiID, modelName: String, patchOperations: [PatchOperation]) {
      self.restApiId = restApiId
      self.modelName = modelName
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a model no method refers to.
  public struct DeleteModel: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var modelName: String

    /// The input of `DeleteModel`.
    public init(restApiId: RestApiID, modelName: String) {
      self.restApiId = restApiId
      self.modelName = modelName
    }
  }

  /// Makes a validator.
  public struct CreateRequestValidator: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var name: String?
    public var validateRequestBody: Bool?
    public var validateRequestParameters: Bool?

    /// The input of `CreateRequestValidator`.
    public init(
      restApiId: RestApiID, name: String? = nil, validateRequestBody: Bool? = nil,
      validateRequestParameters: Bool? = nil
    ) {
      self.restApiId = restApiId
      self.name = name
      self.validateRequestBody = validateRequestBody
      self.validateRequestParameters = validateRequestParameters
    }
  }

  /// Changes a validator.
  public struct UpdateRequestValidator: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var requestValidatorId: RequestValidatorID
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateRequestValidator`.
    public init(
      restApiId: RestApiID, requestValidatorId: RequestValidatorID,
      patchOperations: [PatchOperation]
    ) {
      self.restApiId = restApiId
      self.requestValidatorId = requestValidatorId
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a validator no method refers to.
  public struct DeleteRequestValidator: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var requestValidatorId: RequestValidatorID

    /// The input of `DeleteRequestValidator`.
    public init(restApiId: RestApiID, requestValidatorId: RequestValidatorID) {
      self.restApiId = restApiId
      self.requestValidatorId = requestValidatorId
    }
  }
}
