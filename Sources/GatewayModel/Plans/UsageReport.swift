/// What keys used of a plan, day by day.
///
/// Source: API Gateway REST API reference, Usage; a captured GetUsage answer for the pairs.
public struct UsageReport: Sendable, Hashable {
  /// One UTC day of a key.
  public struct Day: Sendable, Hashable {
    /// Requests counted that day, 0 or more.
    public var used: Int
    /// Requests left in the quota's period at the end of the day, 0 or more; 0 without a quota.
    public var remaining: Int

    /// A day.
    public init(used: Int, remaining: Int) {
      self.used = used
      self.remaining = remaining
    }
  }

  /// The plan.
  public var usagePlanId: UsagePlanID
  /// The first day.
  public var startDate: CalendarDay
  /// The last day; it counts too.
  public var endDate: CalendarDay
  /// Each key's days from the first to the last; a key without any record is not here.
  public var days: [ApiKeyID: [Day]]
  /// Where the next page starts, or nil on the last.
  public var position: String?

  /// A report.
  public init(
    usagePlanId: UsagePlanID, startDate: CalendarDay, endDate: CalendarDay,
    days: [ApiKeyID: [Day]], position: String? = nil
  ) {
    self.usagePlanId = usagePlanId
    self.startDate = startDate
    self.endDate = endDate
    self.days = days
    self.position = position
  }
}
