/// Where a key stands in the current period of a plan's quota.
///
/// The one place that knows how limit, use and grant come to what is left: the gateway, `GetUsage`,
/// the console and the command line all ask it.
public struct QuotaStanding: Sendable, Hashable {
  /// Requests a period, 0 or more.
  public let limit: Int
  /// Requests counted in the period, 0 or more.
  public let used: Int
  /// Requests granted (or, if negative, cut) for this period alone.
  public let adjustment: Int
  /// The first day of the period.
  public let periodStart: CalendarDay
  /// The first day after the period: when the quota is whole again.
  public let periodEnd: CalendarDay

  /// The standing in the period a day falls in.
  ///
  /// - Parameters:
  ///   - quota: The plan's quota.
  ///   - used: Requests counted in that period, 0 or more.
  ///   - grant: The key's grant in the plan; one of another period counts nothing.
  ///   - day: Any day of the period.
  public init(quota: QuotaSettings, used: Int, grant: UsageAdjustment?, day: CalendarDay) {
    periodStart = quota.period.start(of: day, offset: quota.offset)
    periodEnd = quota.period.end(of: day, offset: quota.offset)
    limit = quota.limit
    self.used = used
    adjustment =
      grant.flatMap { [periodStart] in $0.periodStart == periodStart ? $0.requests : nil } ?? 0
  }

  /// Requests left in the period, 0 or more.
  public var remaining: Int {
    max(0, limit.saturatingSubtracting(used).saturatingAdding(adjustment))
  }

  /// Whether the next request is over the quota.
  public var isExhausted: Bool { remaining == 0 }

  /// The grant that leaves a number of requests.
  ///
  /// - Parameter remaining: 0 or more.
  /// Source: API Gateway REST API reference, UpdateUsage: the limit and what was used stay.
  public func adjustment(leaving remaining: Int) -> Int {
    remaining.saturatingSubtracting(limit.saturatingSubtracting(used))
  }
}
