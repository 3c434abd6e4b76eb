internal import Enforcement
internal import GatewayModel

/// Works out a key's days from what was counted.
///
/// The days of the current period are reckoned back from the quota counter, so that they agree with what
/// the gateway enforces, grants and changed limits included; the days of past periods are reckoned
/// forward from the plan's limit, since grants of past periods are not kept.
struct UsageLedger {
  /// The plan's quota, if it has one.
  var quota: QuotaSettings?
  /// The key's grant, if it has one.
  var adjustment: UsageAdjustment?
  /// What the quota counter says is used in the current period.
  var usedInPeriod: Int
  /// The UTC day.
  var today: CalendarDay

  /// The days from one to another.
  ///
  /// - Parameter served: Requests served, by day; at least from the start of the first day's period to
  ///   today.
  func days(
    from first: CalendarDay, through last: CalendarDay, served: (CalendarDay) -> Int
  ) -> [UsageDay] {
    guard first <= last else { return [] }
    return (first.number...last.number).map { number in
      let day = CalendarDay(number: number)
      return UsageDay(used: served(day), remaining: remaining(atEndOf: day, served: served))
    }
  }

  private func remaining(atEndOf day: CalendarDay, served: (CalendarDay) -> Int) -> Int {
    guard let quota else { return 0 }
    let window = QuotaWindow(quota, containing: day, adjustment: adjustment)
    if window.end > today {
      let left = window.remaining(used: usedInPeriod)
      let after = sum(day.number + 1, today.number, served)
      return min(window.allowance, left + after)
    }
    return window.remaining(used: sum(window.start.number, day.number, served))
  }

  private func sum(_ first: Int, _ last: Int, _ served: (CalendarDay) -> Int) -> Int {
    guard first <= last else { return 0 }
    return (first...last).reduce(0) { $0 + served(CalendarDay(number: $1)) }
  }
}
