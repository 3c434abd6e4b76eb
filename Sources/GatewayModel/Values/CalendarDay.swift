/// A UTC day of the proleptic Gregorian calendar.
///
/// Quota periods and usage are counted by UTC day; this is the whole calendar they need, so the
/// model depends on no date library and no time zone.
public struct CalendarDay: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01, which is day 0.
  public var number: Int

  /// The day with this many days since 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// A day by its date.
  ///
  /// - Parameters:
  ///   - year: The year, for example 2026.
  ///   - month: 1 to 12.
  ///   - day: 1 to 31; a day past the month's end runs into the next month.
  /// Source: days-from-civil, H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  public init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// A day from `YYYY-MM-DD`, or nil if the text is anything else or no such day exists.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard date == (year, month, day) else { return nil }
  }

  /// The year, month (1–12) and day (1–31).
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// 0 for Sunday to 6 for Saturday.
  public var weekday: Int {
    (number % 7 + 7 + 4) % 7
  }

  /// The first moment of the day.
  public var start: Timestamp {
    Timestamp(seconds: Int64(number) * Timestamp.secondsPerDay)
  }

  /// Orders by date.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as `2026-03-02`.
  public var description: String {
    let (year, month, day) = date
    return [(year, 4), (month, 2), (day, 2)]
      .map { Decimal.padded(Int64($0.0), width: $0.1) }.joined(separator: "-")
  }
}

extension CalendarDay: Codable {
  /// Reads `2026-03-02`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = CalendarDay(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a day of the form YYYY-MM-DD")
    }
    self = day
  }

  /// Writes `2026-03-02`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
