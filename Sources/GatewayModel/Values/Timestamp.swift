/// A moment in UTC, to the microsecond.
///
/// The journal, the entities and the decision ring all use this one clock reading, so that moments
/// from different places can be compared without rounding.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  public var microseconds: Int64

  /// A moment, in microseconds since 1970-01-01T00:00:00Z.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// A moment, in whole seconds since 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    self.microseconds = seconds * Self.microsecondsPerSecond
  }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }

  /// Whole seconds since 1970, rounded down: what API Gateway shows as `createdDate`.
  public var seconds: Int64 {
    microseconds.flooredDivision(by: Self.microsecondsPerSecond)
  }

  /// The UTC day this moment falls in.
  public var day: CalendarDay {
    CalendarDay(number: Int(seconds.flooredDivision(by: Self.secondsPerDay)))
  }

  /// The moment as `2026-03-02T11:08:04.000250Z`.
  public var iso8601: String {
    let ofDay = seconds - Int64(day.number) * Self.secondsPerDay
    let fraction = microseconds - seconds * Self.microsecondsPerSecond
    return "\(day)T\(clock(ofDay)).\(Decimal.padded(fraction, width: 6))Z"
  }

  /// The time of day as `11:08:04`, UTC.
  public var timeOfDay: String {
    clock(seconds - Int64(day.number) * Self.secondsPerDay)
  }

  private func clock(_ ofDay: Int64) -> String {
    [ofDay / 3600, ofDay / 60 % 60, ofDay % 60]
      .map { Decimal.padded($0, width: 2) }.joined(separator: ":")
  }

  static let microsecondsPerSecond: Int64 = 1_000_000
  static let secondsPerDay: Int64 = 86_400
}

extension Timestamp: Codable {
  /// Reads the number of microseconds since 1970.
  public init(from decoder: any Decoder) throws {
    microseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes the number of microseconds since 1970.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(microseconds)
  }
}
