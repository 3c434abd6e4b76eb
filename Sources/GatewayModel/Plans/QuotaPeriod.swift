/// The calendar unit a quota is counted in, in UTC.
public enum QuotaPeriod: String, Sendable, Hashable, Codable, CaseIterable {
  /// From midnight to midnight.
  case day = "DAY"
  /// From Sunday plus the offset.
  case week = "WEEK"
  /// From the 1st plus the offset.
  case month = "MONTH"

  /// The offsets API Gateway's clients accept for this period, in days.
  ///
  /// Source: Terraform AWS provider, usage plan schema.
  public var offsets: ClosedRange<Int> {
    switch self {
    case .day: 0...0
    case .week: 0...6
    case .month: 0...27
    }
  }

  /// The first day of the period that contains a day.
  ///
  /// - Parameters:
  ///   - day: Any day of the period.
  ///   - offset: Days the period is shifted by, in `offsets`.
  public func start(of day: CalendarDay, offset: Int) -> CalendarDay {
    switch self {
    case .day:
      return day
    case .week:
      return CalendarDay(number: day.number - (day.weekday - offset + 7) % 7)
    case .month:
      let (year, month, dayOfMonth) = day.date
      if dayOfMonth > offset { return CalendarDay(year: year, month: month, day: 1 + offset) }
      let (lastYear, lastMonth) = month == 1 ? (year - 1, 12) : (year, month - 1)
      return CalendarDay(year: lastYear, month: lastMonth, day: 1 + offset)
    }
  }

  /// The first day after the period that contains a day.
  public func end(of day: CalendarDay, offset: Int) -> CalendarDay {
    let first = start(of: day, offset: offset)
    switch self {
    case .day: return CalendarDay(number: first.number + 1)
    case .week: return CalendarDay(number: first.number + 7)
    case .month:
      let (year, month, dayOfMonth) = first.date
      return month == 12
        ? CalendarDay(year: year + 1, month: 1, day: dayOfMonth)
        : CalendarDay(year: year, month: month + 1, day: dayOfMonth)
    }
  }
}
