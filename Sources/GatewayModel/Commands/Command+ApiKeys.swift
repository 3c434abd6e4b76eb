extension Command {
  /// Makes a key.
  public struct CreateApiKey: Sendable, Hashable, Codable {
    /// At most 1,024 characters; need not be unique.
    public var name: String?
    /// At most 125,000 characters.
    public var description: String?
    /// Whether the key is let through; a key is made disabled unless this is true.
    public var enabled: Bool?
    /// Taken and without effect: an id is never made from the value.
    public var generateDistinctId: Bool?
    /// The secret, 20 to 128 printable characters; one is made when it is missing or empty.
    public var value: String?
    /// Legacy stage associations; kept, shown, never enforced.
    public var stageKeys: [StageKey]?
    /// An AWS Marketplace customer, free text of at most 1,024 characters.
    public var customerId: String?
    /// At most 50, keys of 1 to 128 and values of up to 256 characters.
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
    /// The key's id.
    public var apiKey: ApiKeyID
    /// Steps on `/name`, `/description`, `/enabled`, `/customerId`, `/stages`.
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateApiKey`.
    public init(apiKey: ApiKeyID, patchOperations: [PatchOperation]) {
      self.apiKey = apiKey
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a key and takes it out of every plan.
  public struct DeleteApiKey: Sendable, Hashable, Codable {
    /// The key's id.
    public var apiKey: ApiKeyID

    /// The input of `DeleteApiKey`.
    public init(apiKey: ApiKeyID) {
      self.apiKey = apiKey
    }
  }

  /// Makes or overwrites keys from API Gateway's CSV.
  public struct ImportApiKeys: Sendable, Hashable, Codable {
    /// Comma-separated values with a header line, at most 6 MiB.
    public var body: String
    /// Always `csv`.
    public var format: String
    /// Whether one doubtful row refuses the whole file.
    public var failOnWarnings: Bool

    /// The input of `ImportApiKeys`.
    public init(body: String, format: String = "csv", failOnWarnings: Bool = false) {
      self.body = body
      self.format = format
      self.failOnWarnings = failOnWarnings
    }
  }

  /// Makes a successor of a key with a fresh value, in the same plans and under its name, and disables or
  /// keeps the old one, which is called `NAME (old)` from then on.
  ///
  /// What is left of the old key's quota in the current period goes over, since a rotation is no gift.
  public struct RotateApiKey: Sendable, Hashable, Codable {
    /// The id of the key to succeed.
    public var apiKey: ApiKeyID
    /// The successor's secret, 20 to 128 printable characters; one is made when it is missing.
    public var value: String?
    /// Whether the old key stays enabled, for clients that change over later.
    public var keepOld: Bool

    /// The input of `RotateApiKey`.
    public init(apiKey: ApiKeyID, value: String? = nil, keepOld: Bool = false) {
      self.apiKey = apiKey
      self.value = value
      self.keepOld = keepOld
    }
  }
}
