/// A quota as it arrives: any member may be missing or out of range.
public struct QuotaInput: Sendable, Hashable, Codable {
  /// Requests a period, 0 to 2,147,483,647.
  public var limit: Int?
  /// The day the period starts on: 0 for DAY, 0–6 for WEEK, 0–27 for MONTH.
  public var offset: Int?
  /// `DAY`, `WEEK` or `MONTH`.
  public var period: String?

  /// A quota as it arrives.
  public init(limit: Int? = nil, offset: Int? = nil, period: String? = nil) {
    self.limit = limit
    self.offset = offset
    self.period = period
  }
}
