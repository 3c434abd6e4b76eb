/// A quota in one of its periods: the arithmetic of what is left.
///
/// Source: API Gateway REST API reference, UpdateUsage; the README's list of decisions for the offset.
public struct QuotaWindow: Sendable, Hashable {
  /// The plan's settings.
  public let settings: QuotaSettings
  /// The first day of the period.
  public let start: CalendarDay
  /// The first day after the period.
  public let end: CalendarDay
  /// Requests granted for this period, negative when cut.
  public let granted: Int

  /// The period that a day falls in.
  ///
  /// - Parameters:
  ///   - settings: The plan's quota.
  ///   - day: A day of the period, UTC.
  ///   - adjustment: The key's grant; one for another period has no effect.
  public init(_ settings: QuotaSettings, containing day: CalendarDay, adjustment: UsageAdjustment?)
  {
    self.settings = settings
    start = settings.period.start(of: day, offset: settings.offset)
    end = settings.period.end(of: day, offset: settings.offset)
    granted = adjustment?.periodStart == start ? adjustment?.requests ?? 0 : 0
  }

  /// The requests the key may make in this period: the limit and what was granted, at least 0.
  public var allowance: Int { Self.allowance(limit: settings.limit, granted: granted) }

  /// The requests that are left.
  ///
  /// - Parameter used: Requests counted in the period, 0 or more.
  public func remaining(used: Int) -> Int { max(0, allowance - used) }

  /// The one place where limit and grant are added up; saturates.
  @inlinable
  public static func allowance(limit: Int, granted: Int) -> Int {
    let (sum, overflow) = limit.addingReportingOverflow(granted)
    return overflow ? Int.max : max(0, sum)
  }
}
