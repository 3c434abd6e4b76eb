/// Names a key within a usage plan: what quota and usage are counted by.
public struct PlanKeyID: Sendable, Hashable, Comparable, Codable {
  /// The plan.
  public var usagePlanId: UsagePlanID
  /// The key.
  public var keyId: ApiKeyID

  /// Names a key within a plan.
  public init(usagePlanId: UsagePlanID, keyId: ApiKeyID) {
    self.usagePlanId = usagePlanId
    self.keyId = keyId
  }

  /// Orders by plan, then by key.
  public static func < (left: PlanKeyID, right: PlanKeyID) -> Bool {
    (left.usagePlanId, left.keyId) < (right.usagePlanId, right.keyId)
  }
}
