import GatewayModel
import Testing

@Suite struct CalendarDayTests {
  @Test func roundTripsEveryDayOfEightCenturies() {
    var previous = CalendarDay(year: 1599, month: 12, day: 31)
    for number in (previous.number + 1)...CalendarDay(year: 2400, month: 3, day: 1).number {
      let day = CalendarDay(number: number)
      let (year, month, dayOfMonth) = day.date
      #expect(CalendarDay(year: year, month: month, day: dayOfMonth) == day)
      #expect(dayOfMonth == 1 || dayOfMonth == previous.date.day + 1)
      previous = day
    }
  }

  @Test(arguments: [
    ("2026-11-24", 20_781, 2), ("1970-01-01", 0, 4), ("2024-02-29", 19_782, 4),
    ("1969-12-31", -1, 3),
  ])
  func knowsDates(text: String, number: Int, weekday: Int) {
    let day = CalendarDay(text)
    #expect(day?.number == number)
    #expect(day?.weekday == weekday)
    #expect(day?.description == text)
  }

  @Test(arguments: [
    "2026-2-01", "2026-02-30", "2026-13-01", "2026-00-10", "", "today", "2026-01-01x",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(arguments: [
    (QuotaPeriod.day, 0, "2026-11-24", "2026-11-24", "2026-11-25"),
    (.week, 0, "2026-11-24", "2026-11-22", "2026-11-29"),
    (.week, 2, "2026-11-24", "2026-11-24", "2026-12-01"),
    (.week, 3, "2026-11-24", "2026-11-18", "2026-11-25"),
    (.month, 0, "2026-11-24", "2026-11-01", "2026-12-01"),
    (.month, 27, "2026-11-24", "2026-10-28", "2026-11-28"),
    (.month, 27, "2026-01-05", "2025-12-28", "2026-01-28"),
    (.month, 23, "2026-12-31", "2026-12-24", "2027-01-24"),
  ])
  func findsTheQuotaPeriod(
    period: QuotaPeriod, offset: Int, day: String, start: String, end: String
  ) throws {
    let day = try #require(CalendarDay(day))
    #expect(period.start(of: day, offset: offset).description == start)
    #expect(period.end(of: day, offset: offset).description == end)
  }

  @Test func showsMomentsInUTC() {
    let moment = Timestamp(microseconds: 1_772_449_684_000_250)
    #expect(moment.iso8601 == "2026-03-02T11:08:04.000250Z")
    #expect(Timestamp(microseconds: -1).iso8601 == "1969-12-31T23:59:59.999999Z")
  }
}
