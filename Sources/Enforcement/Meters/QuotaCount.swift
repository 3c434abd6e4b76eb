public import GatewayModel

/// What a quota counter holds.
public struct QuotaCount: Sendable, Hashable {
  /// The first day of the period counted: the one asked for, or a later one that was begun already.
  public var periodStart: CalendarDay
  /// Requests used in it.
  public var used: Int

  /// What a quota counter holds.
  public init(periodStart: CalendarDay, used: Int) {
    self.periodStart = periodStart
    self.used = used
  }
}
