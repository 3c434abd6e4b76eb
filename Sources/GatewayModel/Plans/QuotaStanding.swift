/// Where a key stands in the current period of a plan's quota: the period's window and what was used.
public struct QuotaStanding: Sendable, Hashable {
  /// The period, and what the key may use in it.
  public let window: QuotaWindow
  /// Requests counted in the period, 0 or more.
  public let used: Int

  /// The standing in the period a day falls in.
  ///
  /// - Parameters:
  ///   - quota: The plan's quota.
  ///   - used: Requests counted in that period, 0 or more.
  ///   - grant: The key's grant in the plan; one of another period counts nothing.
  ///   - day: Any day of the period.
  public init(quota: QuotaSettings, used: Int, grant: UsageAdjustment?, day: CalendarDay) {
    window = QuotaWindow(quota, containing: day, adjustment: grant)
    self.used = used
  }

  /// Requests a period, 0 or more.
  public var limit: Int { window.settings.limit }
  /// Requests granted (or, if negative, cut) for this period alone.
  public var adjustment: Int { window.granted }
  /// The first day of the period.
  public var periodStart: CalendarDay { window.start }
  /// The first day after the period: when the quota is whole again.
  public var periodEnd: CalendarDay { window.end }
  /// Requests left in the period, 0 or more.
  public var remaining: Int { window.remaining(used: used) }
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
