import GatewayModel
import Testing

@testable import Enforcement

@Suite("Quota")
struct QuotaTests {
  let value = Fixture.value(of: "key0000001")

  func fixture(_ quota: QuotaSettings) -> Fixture {
    var fixture = Fixture()
    fixture.putKey()
    fixture.putPlan(quota: quota)
    fixture.join()
    return fixture
  }

  func admitted(_ gateway: Gateway, of requests: Int) -> Int {
    (0..<requests).count { _ in gateway.call(key: value).verdict == .admitted }
  }

  func grant(_ requests: Int, from day: CalendarDay) -> UsageAdjustment {
    UsageAdjustment(
      usagePlanId: "plan01", keyId: "key0000001", periodStart: day, requests: requests)
  }

  @Test("Exactly the limit is admitted; the refusal says so and uses nothing")
  func limit() {
    let gateway = Gateway(fixture(QuotaSettings(limit: 5, period: .day)).state)
    #expect(admitted(gateway, of: 8) == 5)
    let verdict = gateway.call(key: value).verdict
    #expect(verdict == .quotaExhausted)
    #expect(verdict.refusal?.statusCode == 429)
    #expect(verdict.refusal?.message == "Limit Exceeded")
    #expect(verdict.refusal?.errorType == "LimitExceededException")
    #expect(verdict.refusal?.responseType == .quotaExceeded)
    let counts = gateway.meters.counts(
      of: UsageIdentity(usagePlanId: "plan01", keyId: "key0000001"), on: gateway.day)
    #expect(counts[.served] == 5)
    #expect(counts[.overQuota] == 4)
  }

  @Test("A new period starts at the limit")
  func rollover() {
    let gateway = Gateway(fixture(QuotaSettings(limit: 2, period: .day)).state)
    #expect(admitted(gateway, of: 3) == 2)
    gateway.day.number += 1
    #expect(admitted(gateway, of: 3) == 2)
  }

  @Test("A clock that steps back does not open the period again")
  func stepBack() {
    let gateway = Gateway(fixture(QuotaSettings(limit: 2, period: .day)).state)
    gateway.day.number += 1
    #expect(admitted(gateway, of: 3) == 2)
    gateway.day.number -= 1
    #expect(admitted(gateway, of: 3) == 0)
  }

  @Test("A week starts on Sunday plus the offset, a month on the 1st plus the offset")
  func offsets() {
    let wednesday = CalendarDay(year: 2026, month: 3, day: 4)
    let week = QuotaWindow(
      QuotaSettings(limit: 1, offset: 1, period: .week), containing: wednesday, adjustment: nil)
    #expect(week.start == CalendarDay(year: 2026, month: 3, day: 2))
    #expect(week.end == CalendarDay(year: 2026, month: 3, day: 9))
    let month = QuotaWindow(
      QuotaSettings(limit: 1, offset: 9, period: .month), containing: wednesday, adjustment: nil)
    #expect(month.start == CalendarDay(year: 2026, month: 2, day: 10))
    #expect(month.end == CalendarDay(year: 2026, month: 3, day: 10))
  }

  @Test("A grant adds to this period alone and a cut never goes below 0")
  func adjustments() {
    var fixture = fixture(QuotaSettings(limit: 3, period: .day))
    let today = Fixture.now.day
    fixture.put(.usageAdjustment(grant(2, from: today)))
    let gateway = Gateway(fixture.state)
    #expect(admitted(gateway, of: 9) == 5)
    gateway.tables.apply([.put(.usageAdjustment(grant(-4, from: today)))], at: 0)
    #expect(admitted(gateway, of: 1) == 0)
    gateway.day.number += 1
    #expect(admitted(gateway, of: 9) == 3)
    let window = QuotaWindow(
      QuotaSettings(limit: 3, period: .day), containing: today, adjustment: grant(-4, from: today))
    #expect(window.allowance == 0)
    #expect(window.remaining(used: 1) == 0)
  }

  @Test("Changing the limit keeps what was used")
  func limitChange() {
    var fixture = fixture(QuotaSettings(limit: 3, period: .day))
    let gateway = Gateway(fixture.state)
    #expect(admitted(gateway, of: 4) == 3)
    fixture.putPlan(quota: QuotaSettings(limit: 5, period: .day))
    gateway.tables.apply([.put(.usagePlan(fixture.state.plans["plan01"]!))], at: 0)
    #expect(admitted(gateway, of: 4) == 2)
    fixture.putPlan(quota: QuotaSettings(limit: 1, period: .day))
    gateway.tables.apply([.put(.usagePlan(fixture.state.plans["plan01"]!))], at: 0)
    #expect(admitted(gateway, of: 1) == 0)
  }

  @Test("A throttled request uses no quota, and a request over quota takes no token")
  func throttledIsFree() {
    var fixture = fixture(QuotaSettings(limit: 3, period: .day))
    fixture.putPlan(
      throttle: ThrottleSettings(rateLimit: 1, burstLimit: 2),
      quota: QuotaSettings(limit: 3, period: .day))
    let gateway = Gateway(fixture.state)
    #expect(admitted(gateway, of: 5) == 2)
    gateway.nanoseconds += 10_000_000_000
    #expect(gateway.call(key: value).verdict == .admitted)
    #expect(gateway.call(key: value).verdict == .quotaExhausted)
    #expect(gateway.call(key: value).verdict == .quotaExhausted)
    gateway.day.number += 1
    #expect(gateway.call(key: value).verdict == .admitted)
    #expect(gateway.call(key: value).verdict == .throttled(.plan))
  }

  @Test("A quota that cannot be counted refuses rather than lets through")
  func uncountable() {
    final class FullMeters: UsageMeters {
      func slot(for identity: UsageIdentity) -> UsageSlot { .none }
      func quota(_ slot: UsageSlot, periodStart: CalendarDay) -> QuotaCount {
        QuotaCount(periodStart: periodStart, used: 0)
      }
      func commit(
        _ slot: UsageSlot, periodStart: CalendarDay, allowance: Int
      ) -> QuotaCommit { .committed }
      func count(_ slot: UsageSlot, _ outcome: UsageOutcome, on day: CalendarDay) {
        Issue.record("counted without a slot")
      }
      func count(_ slot: UsageSlot, statusCode: Int, on day: CalendarDay) {}
    }
    let gateway = Gateway(fixture(QuotaSettings(limit: 3, period: .day)).state)
    let verdict = gateway.call(key: value, meters: FullMeters()).verdict
    #expect(verdict == .usageUnavailable)
    #expect(verdict.refusal?.statusCode == 500)
  }

  @Test("A period begun by another process meanwhile is judged anew")
  func periodMoved() {
    final class MovingMeters: UsageMeters {
      var start = Fixture.now.day
      func slot(for identity: UsageIdentity) -> UsageSlot { UsageSlot(0) }
      func quota(_ slot: UsageSlot, periodStart: CalendarDay) -> QuotaCount {
        QuotaCount(periodStart: max(start, periodStart), used: 4)
      }
      func commit(
        _ slot: UsageSlot, periodStart: CalendarDay, allowance: Int
      ) -> QuotaCommit {
        guard periodStart == start else { return .periodMoved }
        start.number += 1
        return allowance > 4 && periodStart > Fixture.now.day ? .committed : .periodMoved
      }
      func count(_ slot: UsageSlot, _ outcome: UsageOutcome, on day: CalendarDay) {}
      func count(_ slot: UsageSlot, statusCode: Int, on day: CalendarDay) {}
    }
    var fixture = fixture(QuotaSettings(limit: 3, period: .day))
    fixture.put(.usageAdjustment(grant(2, from: Fixture.now.day)))
    let gateway = Gateway(fixture.state)
    // The grant is for the period that ended meanwhile, so the later one is over its limit of 3.
    #expect(gateway.call(key: value, meters: MovingMeters()).verdict == .quotaExhausted)
  }
}
