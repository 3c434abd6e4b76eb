extension Command {
  /// Makes a plan.
  public struct CreateUsagePlan: Sendable, Hashable, Codable {
    public var name: String?
    public var description: String?
    public var apiStages: [ApiStage]?
    public var throttle: ThrottleSettings?
    public var quota: QuotaInput?
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
    public var usagePlanId: UsagePlanID
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateUsagePlan`.
    public init(usagePlanId: UsagePlanID, patchOperations: [PatchOperation]) {
      self.usagePlanId = usagePlanId
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a plan that opens no stage.
  public struct DeleteUsagePlan: Sendable, Hashable, Codable {
    public var usagePlanId: UsagePlanID

    /// The input of `DeleteUsagePlan`.
    public init(usagePlanId: UsagePlanID) {
      self.usagePlanId = usagePlanId
    }
  }

  /// Puts a key in a plan.
  public struct CreateUsagePlanKey: Sendable, Hashable, Codable {
    public var usagePlanId: UsagePlanID
    public var keyId: ApiKeyID
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
    public var usagePlanId: UsagePlanID
    public var keyId: ApiKeyID

    /// The input of `DeleteUsagePlanKey`.
    public init(usagePlanId: UsagePlanID, keyId: ApiKeyID) {
      self.usagePlanId = usagePlanId
      self.keyId = keyId
    }
  }

  /// Sets what is left of a key's quota in the current period.
  public struct UpdateUsage: Sendable, Hashable, Codable {
    public var usagePlanId: UsagePlanID
    public var keyId: ApiKeyID
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateUsage`.
    public init(usagePlanId: UsagePlanID, keyId: ApiKeyID, patchOperations: [PatchOperation]) {
      self.usagePlanId = usagePlanId
      self.keyId = keyId
      self.patchOperations = patchOperations
    }
  }
}
