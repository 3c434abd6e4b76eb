extension Command {
  /// Changes an authorizer, documentation, certificate, domain, mapping or link: `UpdateAuthorizer` and
  /// the seven like it.
  public struct UpdateAccessory: Sendable, Hashable {
    /// Which one.
    public var ref: AccessoryRef
    /// What changes, done in order; all or none.
    public var patchOperations: [PatchOperation]

    /// The input of an update.
    public init(_ ref: AccessoryRef, patchOperations: [PatchOperation]) {
      self.ref = ref
      self.patchOperations = patchOperations
    }
  }

  /// Deletes an authorizer, documentation, certificate, domain, mapping or link to which nothing refers:
  /// `DeleteAuthorizer` and the seven like it.
  public struct DeleteAccessory: Sendable, Hashable {
    /// Which one.
    public var ref: AccessoryRef

    /// The input of a deletion.
    public init(_ ref: AccessoryRef) {
      self.ref = ref
    }
  }

  /// Makes an authorizer.
  public struct CreateAuthorizer: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// Free text, unique in the API.
    public var name: String
    /// `TOKEN`, `REQUEST` or `COGNITO_USER_POOLS`.
    public var type: String
    /// User pools, for the last type.
    public var providerARNs: [String]?
    /// What imports and exports call it; nil is `custom`, or `cognito_user_pools`.
    public var authType: String?
    /// The invocation ARN of a function, for the first two types.
    public var authorizerUri: String?
    /// A role to invoke the function with.
    public var authorizerCredentials: String?
    /// Mapping expressions, separated by commas.
    public var identitySource: String?
    /// A regular expression for tokens.
    public var identityValidationExpression: String?
    /// 0 to 3,600 seconds.
    public var authorizerResultTtlInSeconds: Int?

    /// The input of `CreateAuthorizer`.
    public init(
      restApiId: RestApiID, name: String, type: String, providerARNs: [String]? = nil,
      authType: String? = nil, authorizerUri: String? = nil,
      authorizerCredentials: String? = nil, identitySource: String? = nil,
      identityValidationExpression: String? = nil, authorizerResultTtlInSeconds: Int? = nil
    ) {
      self.restApiId = restApiId
      self.name = name
      self.type = type
      self.providerARNs = providerARNs
      self.authType = authType
      self.authorizerUri = authorizerUri
      self.authorizerCredentials = authorizerCredentials
      self.identitySource = identitySource
      self.identityValidationExpression = identityValidationExpression
      self.authorizerResultTtlInSeconds = authorizerResultTtlInSeconds
    }
  }

  /// Makes a client certificate, valid for a year from now.
  public struct GenerateClientCertificate: Sendable, Hashable, Codable {
    /// Free text.
    public var description: String?
    /// At most 50 tags.
    public var tags: [String: String]?

    /// The input of `GenerateClientCertificate`.
    public init(description: String? = nil, tags: [String: String]? = nil) {
      self.description = description
      self.tags = tags
    }
  }

  /// Makes a VPC link.
  public struct CreateVpcLink: Sendable, Hashable, Codable {
    /// Free text, not empty.
    public var name: String
    /// Free text.
    public var description: String?
    /// The ARNs of load balancers, at least one.
    public var targetArns: [String]
    /// At most 50 tags.
    public var tags: [String: String]?

    /// The input of `CreateVpcLink`.
    public init(
      name: String, description: String? = nil, targetArns: [String],
      tags: [String: String]? = nil
    ) {
      self.name = name
      self.description = description
      self.targetArns = targetArns
      self.tags = tags
    }
  }
}
