/// Requests granted to (or cut from) a key for one quota period.
///
/// `remaining = limit − used + requests`, never below 0; the next period starts at the plan's limit.
/// Source: API Gateway REST API reference, UpdateUsage.
public struct UsageAdjustment: Sendable, Hashable, Codable {
  /// The plan.
  public var usagePlanId: UsagePlanID
  /// The key.
  public var keyId: ApiKeyID
  /// The first day of the period the adjustment belongs to.
  public var periodStart: CalendarDay
  /// Requests added, negative when cut.
  public var requests: Int

  /// An adjustment of one period.
  public init(usagePlanId: UsagePlanID, keyId: ApiKeyID, periodStart: CalendarDay, requests: Int) {
    self.usagePlanId = usagePlanId
    self.keyId = keyId
    self.periodStart = periodStart
    self.requests = requests
  }
}
