extension Command {
  /// Makes an API with its root resource and the two models every API starts with.
  public struct CreateRestApi: Sendable, Hashable, Codable {
    /// Text for people, not empty; need not be unique.
    public var name: String?
    /// Free text.
    public var description: String?
    /// A version of the caller's own.
    public var version: String?
    /// The id of an API whose resources, methods, models and answers are copied.
    public var cloneFrom: RestApiID?
    /// Media types handled as binary, for example `image/png`.
    public var binaryMediaTypes: [String]?
    /// The least body size that is compressed, 0 to 10,485,760 bytes; nil for none.
    public var minimumCompressionSize: Int?
    /// `HEADER` or `AUTHORIZER`; nil is `HEADER`.
    public var apiKeySource: String?
    /// How the API is reached; nil is `EDGE` over `ipv4`.
    public var endpointConfiguration: EndpointConfigurationInput?
    /// A resource policy, JSON text of at most 8,192 bytes.
    public var policy: String?
    /// At most 50 tags.
    public var tags: [String: String]?
    /// Switches the default host off; nil is on.
    public var disableExecuteApiEndpoint: Bool?
    /// A TLS policy by name.
    public var securityPolicy: String?
    /// `BASIC` or `STRICT`.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// What changes, done in order; all or none.
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateRestApi`.
    public init(restApiId: RestApiID, patchOperations: [PatchOperation]) {
      self.restApiId = restApiId
      self.patchOperations = patchOperations
    }
  }

  /// Deletes an API with all its parts, and its stages from every plan.
  public struct DeleteRestApi: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID

    /// The input of `DeleteRestApi`.
    public init(restApiId: RestApiID) {
      self.restApiId = restApiId
    }
  }

  /// Makes a path below another.
  public struct CreateResource: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource above, or its path with a leading slash.
    public var parentId: ResourceID
    /// One segment: literal, `{name}` or `{name+}`.
    public var pathPart: String

    /// The input of `CreateResource`.
    public init(restApiId: RestApiID, parentId: ResourceID, pathPart: String) {
      self.restApiId = restApiId
      self.parentId = parentId
      self.pathPart = pathPart
    }
  }

  /// Makes a path with every parent it lacks: an operation of this program's own.
  ///
  /// API Gateway makes one segment at a time and names the parent by an id that only the answer before
  /// tells, so no list of its operations written beforehand could make `/a/b/c`.
  public struct EnsureResourcePath: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The whole path, for example `/pets/{petId}`; `/` is always there.
    public var path: String

    /// The input of `EnsureResourcePath`.
    public init(restApiId: RestApiID, path: String) {
      self.restApiId = restApiId
      self.path = path
    }
  }

  /// Moves or renames a path.
  public struct UpdateResource: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID
    /// What changes, done in order; all or none.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the resource, or its path with a leading slash.
    public var resourceId: ResourceID

    /// The input of `DeleteResource`.
    public init(restApiId: RestApiID, resourceId: ResourceID) {
      self.restApiId = restApiId
      self.resourceId = resourceId
    }
  }

  /// Replaces what the gateway answers for one kind of refusal.
  public struct PutGatewayResponse: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The refusal, for example `INVALID_API_KEY`.
    public var responseType: String
    /// Three digits; nil or empty keeps the type's own.
    public var statusCode: String?
    /// `gatewayresponse.header.NAME` to a mapping expression.
    public var responseParameters: [String: String]?
    /// Content type to template, with variables only.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The refusal, for example `INVALID_API_KEY`.
    public var responseType: String
    /// What changes, done in order; all or none.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The refusal, for example `INVALID_API_KEY`.
    public var responseType: String

    /// The input of `DeleteGatewayResponse`.
    public init(restApiId: RestApiID, responseType: String) {
      self.restApiId = restApiId
      self.responseType = responseType
    }
  }

  /// Makes a model.
  public struct CreateModel: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// Letters and digits, unique in the API.
    public var name: String
    /// Free text.
    public var description: String?
    /// A JSON schema, at most 400 KiB of text.
    public var schema: String?
    /// For example `application/json`.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The name of the model.
    public var modelName: String
    /// What changes, done in order; all or none.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The name of the model.
    public var modelName: String

    /// The input of `DeleteModel`.
    public init(restApiId: RestApiID, modelName: String) {
      self.restApiId = restApiId
      self.modelName = modelName
    }
  }

  /// Makes a validator.
  public struct CreateRequestValidator: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// Free text, not empty.
    public var name: String?
    /// Whether the body is checked; nil is no.
    public var validateRequestBody: Bool?
    /// Whether required parameters must be there; nil is no.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the validator.
    public var requestValidatorId: RequestValidatorID
    /// What changes, done in order; all or none.
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
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the validator.
    public var requestValidatorId: RequestValidatorID

    /// The input of `DeleteRequestValidator`.
    public init(restApiId: RestApiID, requestValidatorId: RequestValidatorID) {
      self.restApiId = restApiId
      self.requestValidatorId = requestValidatorId
    }
  }
}
