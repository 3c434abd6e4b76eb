/// What a key has used of a plan: today's counters and the quota period's one.
public struct UsageReading: Hashable, Sendable {
  /// Requests served today.
  public var served: Int
  /// Requests refused today because they came too fast.
  public var throttled: Int
  /// Requests refused today because the quota was used up.
  public var overQuota: Int
  /// Requests refused today for every other reason.
  public var refused: Int
  /// Answers today whose status is 200 to 299.
  public var status2xx: Int
  /// Answers today whose status is 400 to 499.
  public var status4xx: Int
  /// Answers today whose status is 500 to 599.
  public var status5xx: Int
  /// Requests counted against the quota in its current period.
  public var quotaUsed: Int

  /// A reading; nothing was counted unless told otherwise.
  public init(
    served: Int = 0, throttled: Int = 0, overQuota: Int = 0, refused: Int = 0, status2xx: Int = 0,
    status4xx: Int = 0, status5xx: Int = 0, quotaUsed: Int = 0
  ) {
    self.served = served
    self.throttled = throttled
    self.overQuota = overQuota
    self.refused = refused
    self.status2xx = status2xx
    self.status4xx = status4xx
    self.status5xx = status5xx
    self.quotaUsed = quotaUsed
  }

  /// All requests of today that carried the key, whatever became of them.
  public var arrived: Int { served + throttled + overQuota + refused }

  /// Both readings together, for a key in several plans.
  public static func + (left: UsageReading, right: UsageReading) -> UsageReading {
    UsageReading(
      served: left.served + right.served, throttled: left.throttled + right.throttled,
      overQuota: left.overQuota + right.overQuota, refused: left.refused + right.refused,
      status2xx: left.status2xx + right.status2xx, status4xx: left.status4xx + right.status4xx,
      status5xx: left.status5xx + right.status5xx, quotaUsed: left.quotaUsed + right.quotaUsed)
  }
}
