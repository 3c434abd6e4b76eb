internal import EventLoop

/// The `Date` field of answers, written anew once a second.
///
/// Source: RFC 9110 §5.6.7 (IMF-fixdate) and §6.6.1.
final class DateField {
  /// The bytes of `Date: Sun, 06 Nov 1994 08:49:37 GMT` with its line end.
  static let byteCount = 37

  private let clock: any EventLoopClock
  private let bytes: UnsafeMutablePointer<UInt8>
  private var validUntilNanoseconds = Int64.min

  init(clock: any EventLoopClock) {
    self.clock = clock
    bytes = .allocate(capacity: Self.byteCount)
  }

  deinit {
    bytes.deallocate()
  }

  /// The field for a turn of the loop.
  ///
  /// - Parameter nowNanoseconds: The monotonic time of the turn; the date is read only when a
  ///   second has passed.
  func field(nowNanoseconds: Int64) -> UnsafeRawBufferPointer {
    if nowNanoseconds >= validUntilNanoseconds {
      let wall = max(0, clock.wallNanoseconds())
      let second = wall / 1_000_000_000
      validUntilNanoseconds = nowNanoseconds + 1_000_000_000 - wall % 1_000_000_000
      write(second: second)
    }
    return UnsafeRawBufferPointer(start: bytes, count: Self.byteCount)
  }

  private func write(second: Int64) {
    let days = second / 86_400
    let time = second % 86_400
    let (year, month, day) = Self.civilDate(daysSince1970: days)
    let weekday = Int((days + 4) % 7)
    put("Date: ", at: 0)
    putName(weekday, of: "SunMonTueWedThuFriSat", at: 6)
    put(", ", at: 9)
    putNumber(day, digits: 2, at: 11)
    put(" ", at: 13)
    putName(month - 1, of: "JanFebMarAprMayJunJulAugSepOctNovDec", at: 14)
    put(" ", at: 17)
    putNumber(year, digits: 4, at: 18)
    put(" ", at: 22)
    putNumber(Int(time / 3_600), digits: 2, at: 23)
    put(":", at: 25)
    putNumber(Int(time / 60 % 60), digits: 2, at: 26)
    put(":", at: 28)
    putNumber(Int(time % 60), digits: 2, at: 29)
    put(" GMT\r\n", at: 31)
  }

  /// The proleptic Gregorian date, counted in 400-year eras that begin on 1 March.
  static func civilDate(daysSince1970 days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private func put(_ text: StaticString, at offset: Int) {
    (bytes + offset).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  private func putName(_ index: Int, of names: StaticString, at offset: Int) {
    (bytes + offset).update(from: names.utf8Start + 3 * index, count: 3)
  }

  private func putNumber(_ number: Int, digits: Int, at offset: Int) {
    var rest = number
    for index in (0..<digits).reversed() {
      bytes[offset + index] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
  }
}
