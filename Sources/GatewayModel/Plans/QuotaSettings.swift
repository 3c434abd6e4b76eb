/// How many requests a key may make in a period.
public struct QuotaSettings: Sendable, Hashable, Codable {
  /// Requests a period, 0 or more.
  public var limit: Int
  /// The day the period starts on: 0 for DAY, 0–6 from Sunday for WEEK, 0–27 from the 1st for MONTH.
  public var offset: Int
  /// The length of a period.
  public var period: QuotaPeriod

  /// A quota of `limit` requests each `period`, shifted by `offset` days.
  public init(limit: Int, offset: Int = 0, period: QuotaPeriod) {
    self.limit = limit
    self.offset = offset
    self.period = period
  }
}
