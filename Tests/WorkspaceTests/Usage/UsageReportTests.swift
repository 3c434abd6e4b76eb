import Enforcement
import GatewayModel
import TestSupport
import Testing

@testable import Workspace

@Suite("Usage report")
struct UsageReportTests {
  static func day(_ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: 2026, month: month, day: day)
  }

  func plan(_ quota: QuotaSettings?) -> UsagePlan {
    UsagePlan(id: "plan01", name: "p", quota: quota, createdDate: Timestamp(seconds: 0))
  }

  /// A store in which `key0000001` was served so many requests a day, through the quota.
  func store(_ folder: TemporaryDirectory, _ served: [(CalendarDay, Int)], _ quota: QuotaSettings?)
    throws -> UsageStore
  {
    let store = UsageStore(workspacePath: folder.path)
    let meters = try store.makeMeters()
    let slot = meters.slot(for: UsageIdentity(usagePlanId: "plan01", keyId: "key0000001"))
    for (day, count) in served {
      for _ in 0..<count {
        if let quota {
          let start = quota.period.start(of: day, offset: quota.offset)
          #expect(meters.commit(slot, periodStart: start, allowance: .max) == .committed)
        }
        meters.count(slot, .served, on: day)
      }
    }
    return store
  }

  @Test("Each day is used that day and remaining in its period; future days are left out")
  func month() throws {
    let folder = try TemporaryDirectory()
    let quota = QuotaSettings(limit: 100, period: .month)
    let store = try store(
      folder, [(Self.day(2, 27), 10), (Self.day(3, 1), 5), (Self.day(3, 3), 7)], quota)
    let usage = try store.usage(
      of: plan(quota), from: Self.day(2, 26), through: Self.day(3, 9), today: Self.day(3, 4),
      adjustments: [:])
    #expect(
      usage == [
        "key0000001": [
          UsageDay(used: 0, remaining: 100), UsageDay(used: 10, remaining: 90),
          UsageDay(used: 0, remaining: 90), UsageDay(used: 5, remaining: 95),
          UsageDay(used: 0, remaining: 95), UsageDay(used: 7, remaining: 88),
          UsageDay(used: 0, remaining: 88),
        ]
      ])
  }

  @Test("A grant shows in its period, and the sum of a range begins with its period")
  func grant() throws {
    let folder = try TemporaryDirectory()
    let quota = QuotaSettings(limit: 10, period: .month)
    let store = try store(folder, [(Self.day(3, 1), 10), (Self.day(3, 2), 3)], quota)
    let id = PlanKeyID(usagePlanId: "plan01", keyId: "key0000001")
    let grant = UsageAdjustment(
      usagePlanId: "plan01", keyId: "key0000001", periodStart: Self.day(3, 1), requests: 5)
    let usage = try store.usage(
      of: plan(quota), keyId: id.keyId, from: Self.day(3, 2), through: Self.day(3, 2),
      today: Self.day(3, 2), adjustments: [id: grant])
    #expect(usage == ["key0000001": [UsageDay(used: 3, remaining: 2)]])
  }

  @Test("Without a quota nothing remains; keys without records and other keys are absent")
  func noQuota() throws {
    let folder = try TemporaryDirectory()
    let store = try store(folder, [(Self.day(3, 1), 2)], nil)
    let range = (Self.day(3, 1), Self.day(3, 1))
    let all = try store.usage(
      of: plan(nil), from: range.0, through: range.1, today: range.1, adjustments: [:])
    #expect(all == ["key0000001": [UsageDay(used: 2, remaining: 0)]])
    let other = try store.usage(
      of: plan(nil), keyId: "key0000002", from: range.0, through: range.1, today: range.1,
      adjustments: [:])
    #expect(other.isEmpty)
  }

  @Test("A part of the keys: behind an id, at most so many, the first by id")
  func partOfTheKeys() throws {
    let folder = try TemporaryDirectory()
    let store = UsageStore(workspacePath: folder.path)
    let meters = try store.makeMeters()
    let day = Self.day(3, 1)
    for key in ["key3", "key1", "key2"] {
      let identity = UsageIdentity(usagePlanId: "plan01", keyId: key)
      meters.count(meters.slot(for: identity), .served, on: day)
    }
    func keys(after: String?, limit: Int) throws -> [String] {
      try store.usage(
        of: plan(nil), after: after, limit: limit, from: day, through: day, today: day,
        adjustments: [:]
      ).keys.sorted()
    }
    #expect(try keys(after: nil, limit: 2) == ["key1", "key2"])
    #expect(try keys(after: "key1", limit: .max) == ["key2", "key3"])
    #expect(try keys(after: "key2x", limit: 1) == ["key3"])
    #expect(try keys(after: "key3", limit: 5).isEmpty)
  }

  @Test("What is used in a period is told for plans with a quota")
  func usedInPeriod() throws {
    let folder = try TemporaryDirectory()
    let quota = QuotaSettings(limit: 10, period: .month)
    let store = try store(folder, [(Self.day(3, 1), 4)], quota)
    let id = PlanKeyID(usagePlanId: "plan01", keyId: "key0000001")
    let used = store.usedInPeriod(plans: ["plan01": plan(quota)], on: Self.day(3, 9))
    #expect(used(id) == 4)
    #expect(used(PlanKeyID(usagePlanId: "plan01", keyId: "nobody")) == 0)
    #expect(store.usedInPeriod(plans: ["plan01": plan(quota)], on: Self.day(4, 1))(id) == 0)
    #expect(store.usedInPeriod(plans: [:], on: Self.day(3, 9))(id) == 0)
  }
}
