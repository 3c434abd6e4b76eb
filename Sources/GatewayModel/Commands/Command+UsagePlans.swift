extension Command {
  /// Makes a plan.
  public struct CreateUsagePlan: Sendable, Hashable, Codable {
    /// 1 to 1,024 characters; need not be unique.
    public var name: String?
    /// At most 125,000 characters.
    public var description: String?
    /// Stages that exist, each once, with limits for at most 20 methods each.
    public var apiStages: [ApiStage]?
    /// Each key's limit over all stages of the plan.
    public var throttle: ThrottleSettings?
    /// Each key's requests a period over all stages of the plan.
    public var quota: QuotaInput?
    /// At most 50, keys of 1 to 128 and values of up to 256 characters.
    public var tags: [String: String]?

    /// The input of `CreateUsagePlan`.
    public init(
      name: String? = nil, description: String? = nil, apiStages: [ApiStage]? = nil,
      throttle: ThrottleSettings? = nil, quota: QuotaInput? = nil, tags: [String: String]? = nil
    ) {
      self.name = name
      self.description = description
      self.apiStages = apiStages
      self.throttle = throttle
      self.quota = quota
      self.tags = tags
    }
  }

  /// Changes a plan's members, stages and limits.
  public struct UpdateUsagePlan: Sendable, Hashable, Codable {
    /// The plan's id.
    public var usagePlanId: UsagePlanID
    /// Steps on `/name`, `/description`, `/productCode`, `/apiStages`, `/throttle`, `/quota`.
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateUsagePlan`.
    public init(usagePlanId: UsagePlanID, patchOperations: [PatchOperation]) {
      self.usagePlanId = usagePlanId
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a plan that opens no stage.
  public struct DeleteUsagePlan: Sendable, Hashable, Codable {
    /// The plan's id.
    public var usagePlanId: UsagePlanID

    /// The input of `DeleteUsagePlan`.
    public init(usagePlanId: UsagePlanID) {
      self.usagePlanId = usagePlanId
    }
  }

  /// Puts a key in a plan.
  public struct CreateUsagePlanKey: Sendable, Hashable, Codable {
    /// The plan's id.
    public var usagePlanId: UsagePlanID
    /// The key's id.
    public var keyId: ApiKeyID
    /// Always `API_KEY`.
    public var keyType: String

    /// The input of `CreateUsagePlanKey`.
    public init(usagePlanId: UsagePlanID, keyId: ApiKeyID, keyType: String = "API_KEY") {
      self.usagePlanId = usagePlanId
      self.keyId = keyId
      self.keyType = keyType
    }
  }

  /// Takes a key out of a plan.
  public struct DeleteUsagePlanKey: Sendable, Hashable, Codable {
    /// The plan's id.
    public var usagePlanId: UsagePlanID
    /// The key's id.
    public var keyId: ApiKeyID

    /// The input of `DeleteUsagePlanKey`.
    public init(usagePlanId: UsagePlanID, keyId: ApiKeyID) {
      self.usagePlanId = usagePlanId
      self.keyId = keyId
    }
  }

  /// Sets what is left of a key's quota in the current period.
  public struct UpdateUsage: Sendable, Hashable, Codable {
    /// The plan's id.
    public var usagePlanId: UsagePlanID
    /// The key's id.
    public var keyId: ApiKeyID
    /// A `replace` of `/remaining`: requests left in the current period, 0 or more.
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateUsage`.
    public init(usagePlanId: UsagePlanID, keyId: ApiKeyID, patchOperations: [PatchOperation]) {
      self.usagePlanId = usagePlanId
      self.keyId = keyId
      self.patchOperations = patchOperations
    }
  }
}
