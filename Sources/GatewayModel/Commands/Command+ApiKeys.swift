extension Command {
  /// Makes a key.
  public struct CreateApiKey: Sendable, Hashable, Codable {
    public var name: String?
    public var description: String?
    public var enabled: Bool?
    public var generateDistinctId: Bool?
    public var value: String?
    public var stageKeys: [StageKey]?
    public var customerId: String?
    public var tags: [String: String]?

    /// The input of `CreateApiKey`.
    public init(
      name: String? = nil, description: String? = nil, enabled: Bool? = nil,
      generateDistinctId: Bool? = nil, value: String? = nil, stageKeys: [StageKey]? = nil,
      customerId: String? = nil, tags: [String: String]? = nil
    ) {
      self.name = name
      self.description = description
      self.enabled = enabled
      self.generateDistinctId = generateDistinctId
      self.value = value
      self.stageKeys = stageKeys
      self.customerId = customerId
      self.tags = tags
    }
  }

  /// Changes a key's name, description, enabled or customerId.
  public struct UpdateApiKey: Sendable, Hashable, Codable {
    public var apiKey: ApiKeyID
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateApiKey`.
    public init(apiKey: ApiKeyID, patchOperations: [PatchOperation]) {
      self.apiKey = apiKey
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a key and takes it out of every plan.
  public struct DeleteApiKey: Sendable, Hashable, Codable {
    public var apiKey: ApiKeyID

    /// The input of `DeleteApiKey`.
    public init(apiKey: ApiKeyID) {
      self.apiKey = apiKey
    }
  }

  /// Makes or overwrites keys from API Gateway's CSV.
  public struct ImportApiKeys: Sendable, Hashable, Codable {
    public var body: String
    public var format: String
    public var failOnWarnings: Bool

    /// The input of `ImportApiKeys`.
    public init(body: String, format: String = "csv", failOnWarnings: Bool = false) {
      self.body = body
      self.format = format
      self.failOnWarnings = failOnWarnings
    }
  }

  /// Makes a successor of a key with a fresh value, in the same plans, and disables or keeps the old one.
  ///
  /// What is left of the old key's quota in the current period goes over, since a rotation is no gift.
  public struct RotateApiKey: Sendable, Hashable, Codable {
    public var apiKey: ApiKeyID
    public var value: String?
    public var keepOld: Bool

    /// The input of `RotateApiKey`.
    public init(apiKey: ApiKeyID, value: String? = nil, keepOld: Bool = false) {
      self.apiKey = apiKey
      self.value = value
      self.keepOld = keepOld
    }
  }
}
