/// A moment of the wall clock in UTC, in microseconds, as records carry it.
///
/// It is what the writer's clock said and may run backwards between records; the order of the
/// journal is the sequence number.
public struct JournalTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The text's length in bytes: `2026-01-02T03:04:05.678901Z`.
  static let textByteCount = 27
  /// The first moment after the range, 10000-01-01, in microseconds.
  private static let limitMicroseconds: Int64 = 253_402_300_800_000_000
  private static let dayMicroseconds: Int64 = 86_400_000_000

  /// Microseconds since 1970-01-01T00:00:00Z, in the years 1970…9999.
  public let microseconds: Int64

  /// A moment; one outside the years 1970…9999 becomes the nearest inside, since a broken clock is
  /// no reason to refuse a change.
  public init(microseconds: Int64) {
    self.microseconds = min(max(microseconds, 0), Self.limitMicroseconds - 1)
  }

  /// The earlier moment is the smaller one.
  public static func < (left: JournalTime, right: JournalTime) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The moment as ISO 8601 in UTC with six decimals.
  public var description: String {
    String(unsafeUninitializedCapacity: Self.textByteCount) { text in
      write(to: UnsafeMutableRawBufferPointer(text))
      return Self.textByteCount
    }
  }

  /// Reads the one accepted form, `2026-01-02T03:04:05.678901Z`.
  public init?(_ text: some StringProtocol) {
    var copy = Array(text.utf8)
    guard let time = copy.withUnsafeMutableBytes({ JournalTime(text: UnsafeRawBufferPointer($0)) })
    else { return nil }
    self = time
  }

  init?(text: UnsafeRawBufferPointer) {
    guard text.count == Self.textByteCount else { return nil }
    for (index, mark) in [
      (4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "."), (26, "Z"),
    ]
      as [(Int, Unicode.Scalar)]
    {
      guard text[index] == UInt8(ascii: mark) else { return nil }
    }
    func number(_ range: Range<Int>) -> Int64? {
      var value: Int64 = 0
      for index in range {
        guard (0x30...0x39).contains(text[index]) else { return nil }
        value = value * 10 + Int64(text[index] - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      let fraction = number(20..<26), year >= 1970, (1...12).contains(month),
      (1...31).contains(day), hour < 24, minute < 60, second < 60
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    let seconds = (days * 24 + hour) * 3600 + minute * 60 + second
    self.init(microseconds: seconds * 1_000_000 + fraction)
    // A day its month does not have would be read as one of the next month.
    guard Self.date(days: days) == (year, month, day) else { return nil }
  }

  /// Writes the text into `buffer`, which must hold its 27 bytes.
  func write(to buffer: UnsafeMutableRawBufferPointer) {
    let (year, month, day) = Self.date(days: microseconds / Self.dayMicroseconds)
    let rest = microseconds % Self.dayMicroseconds
    func put(_ value: Int64, _ digits: Int, at offset: Int, then mark: Unicode.Scalar) {
      var value = value
      for index in stride(from: digits - 1, through: 0, by: -1) {
        buffer[offset + index] = 0x30 + UInt8(value % 10)
        value /= 10
      }
      buffer[offset + digits] = UInt8(ascii: mark)
    }
    put(year, 4, at: 0, then: "-")
    put(month, 2, at: 5, then: "-")
    put(day, 2, at: 8, then: "T")
    put(rest / 3_600_000_000, 2, at: 11, then: ":")
    put(rest / 60_000_000 % 60, 2, at: 14, then: ":")
    put(rest / 1_000_000 % 60, 2, at: 17, then: ".")
    put(rest % 1_000_000, 6, at: 20, then: "Z")
  }

  /// Days since 1970-01-01 of a date in the Gregorian calendar, with years that begin in March so
  /// that the leap day comes last.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The inverse of `days`.
  private static func date(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }
}
