/// A key's membership of a usage plan.
public struct UsagePlanKey: Sendable, Hashable, Codable {
  /// The plan.
  public var usagePlanId: UsagePlanID
  /// The key.
  public var keyId: ApiKeyID
  /// When the key joined the plan; lists show the newest first.
  public var createdDate: Timestamp

  /// A membership.
  public init(usagePlanId: UsagePlanID, keyId: ApiKeyID, createdDate: Timestamp) {
    self.usagePlanId = usagePlanId
    self.keyId = keyId
    self.createdDate = createdDate
  }

  /// The kind of every membership; API Gateway knows no other.
  public static let keyType = "API_KEY"
}
