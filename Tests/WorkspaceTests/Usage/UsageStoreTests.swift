import Enforcement
import GatewayModel
import TestSupport
import Testing

@testable import Workspace

@Suite("Usage store")
struct UsageStoreTests {
  let folder: TemporaryDirectory
  let day = CalendarDay(year: 2026, month: 3, day: 4)
  let identity = UsageIdentity(usagePlanId: "plan01", keyId: "key0000001")
  let id = PlanKeyID(usagePlanId: "plan01", keyId: "key0000001")

  init() throws {
    folder = try TemporaryDirectory()
  }

  /// A store as another process would open it.
  func store() -> UsageStore { UsageStore(workspacePath: folder.path) }

  @Test("What mends damaged counters can be pasted into a shell, whatever the folder is called")
  func remedy() {
    let damaged = UsageError.damaged(file: "/ann's work/usage/identities", reason: "short")
    #expect(
      damaged.remedy.contains(
        #"mv '/ann'\''s work/usage' '/ann'\''s work/usage.damaged';"#), "\(damaged.remedy)")
    let day = UsageError.damaged(file: "/w/usage/day", reason: "short")
    #expect(day.remedy.contains("mv /w/usage/day /w/usage/day.damaged;"))
  }

  @Test("A workspace that never served reads as zeros and gets no files")
  func untouched() throws {
    let store = store()
    #expect(try store.counts(of: identity, on: day).isZero)
    #expect(try store.counts(on: day).isEmpty)
    #expect(try store.quota(of: id, periodStart: day).used == 0)
    #expect(try store.counts(from: day, through: day) == [[:]])
    try store.flush()
    #expect(try TestFiles.names(in: folder.path).isEmpty)
  }

  @Test("What one process counts the others read at once, and what it leaves the next one has")
  func counting() throws {
    let meters = try store().makeMeters()
    let reader = store()
    let slot = meters.slot(for: identity)
    for outcome in UsageOutcome.allCases { meters.count(slot, outcome, on: day) }
    meters.count(slot, .served, on: day)
    for status in [200, 204, 301, 404, 503, 999] { meters.count(slot, statusCode: status, on: day) }
    for reader in [reader, store()] {
      let counts = try reader.counts(of: identity, on: day)
      #expect(counts[.served] == 2)
      #expect(counts[.throttled] == 1)
      #expect(counts[.overQuota] == 1)
      #expect(counts[.refused] == 1)
      #expect(counts[.status2xx] == 2)
      #expect(counts[.status3xx] == 1)
      #expect(counts[.status4xx] == 1)
      #expect(counts[.status5xx] == 1)
      #expect(try reader.counts(on: day) == [identity: counts])
    }
  }

  @Test("Identities keep their slots over processes, and each has its own")
  func slots() throws {
    let first = try store().makeMeters()
    let second = try store().makeMeters()
    let identities =
      (0..<600).map { UsageIdentity(usagePlanId: "plan01", keyId: "key\($0)") }
      + [.anonymous, UsageIdentity(keyId: "key1")]
    var slots: [UsageSlot] = []
    for (index, identity) in identities.enumerated() {
      slots.append((index % 2 == 0 ? first : second).slot(for: identity))
    }
    #expect(Set(slots).count == identities.count)
    let third = try store().makeMeters()
    #expect(identities.map { third.slot(for: $0) } == slots)
    #expect(identities.map { first.slot(for: $0) } == slots)
  }

  @Test("A day has its own file; a request that began yesterday counts there")
  func midnight() throws {
    let meters = try store().makeMeters()
    let slot = meters.slot(for: identity)
    let next = CalendarDay(number: day.number + 1)
    meters.count(slot, .served, on: day)
    meters.count(slot, .served, on: next)
    meters.count(slot, statusCode: 200, on: day)
    meters.count(slot, .served, on: next)
    let days = try store().counts(from: day, through: CalendarDay(number: day.number + 2))
    #expect(days.map { $0[identity]?[.served] } == [1, 2, nil])
    #expect(days[0][identity]?[.status2xx] == 1)
  }

  @Test("A quota counts to its allowance, starts anew with its period, and never goes back")
  func quota() throws {
    let meters = try store().makeMeters()
    let slot = meters.slot(for: identity)
    let next = CalendarDay(number: day.number + 1)
    for _ in 0..<3 { #expect(meters.commit(slot, periodStart: day, allowance: 3) == .committed) }
    #expect(meters.commit(slot, periodStart: day, allowance: 3) == .exhausted)
    #expect(try store().quota(of: id, periodStart: day).used == 3)
    #expect(try store().quota(of: id, periodStart: next).used == 0)
    #expect(meters.commit(slot, periodStart: next, allowance: 3) == .committed)
    #expect(meters.commit(slot, periodStart: day, allowance: 99) == .periodMoved)
    #expect(meters.quota(slot, periodStart: day) == QuotaCount(periodStart: next, used: 1))
  }

  @Test("The quota word holds what it is given and no count reaches the day beside it")
  func quotaWord() {
    for used in [0, 1, QuotaWord.usedLimit - 1, QuotaWord.usedLimit, Int.max] {
      let word = QuotaWord(periodStart: day, used: used)
      #expect(word.periodStart == day)
      #expect(word.used == min(used, QuotaWord.usedLimit))
    }
    #expect(QuotaWord.usedLimit == 1_099_511_627_775)
  }

  @Test("Days beyond the retention go, the others stay")
  func retention() throws {
    let store = store()
    let meters = try store.makeMeters()
    let slot = meters.slot(for: identity)
    for age in [0, 399, 400, 401, 900] {
      meters.count(slot, .served, on: CalendarDay(number: day.number - age))
    }
    #expect(try store.removeExpiredDays(today: day) == 3)
    let left = try TestFiles.names(in: store.path).filter { $0.hasPrefix("day-") }
    #expect(left == ["day-2025-01-29", "day-2026-03-04"])
  }

  @Test("A cut-off identity is written over and its slot starts at 0")
  func tornIdentity() throws {
    let meters = try store().makeMeters()
    let lost = meters.slot(for: UsageIdentity(usagePlanId: "plan01", keyId: "lost"))
    _ = meters.commit(lost, periodStart: day, allowance: 9)
    meters.count(lost, .served, on: day)
    // The power cut: the counters were written back, the last half of the identity was not.
    try TestFiles.overwrite(
      "\(folder.path)/usage/identities", at: UsageLimits.headerBytes + 32,
      with: [UInt8](repeating: 0, count: 32))
    let next = try store().makeMeters()
    #expect(next.slot(for: identity) == lost)
    #expect(try store().counts(of: identity, on: day).isZero)
    #expect(next.quota(lost, periodStart: day).used == 0)
  }

  @Test("Two processes that both saw a cut-off identity never give its slot away twice")
  func tornIdentitySeenByTwo() throws {
    let meters = try store().makeMeters()
    _ = meters.slot(for: identity)
    _ = meters.slot(for: UsageIdentity(keyId: "lost"))
    try TestFiles.overwrite(
      "\(folder.path)/usage/identities", at: UsageLimits.headerBytes + 64 + 32,
      with: [UInt8](repeating: 0, count: 32))
    let (first, second) = (try store().makeMeters(), try store().makeMeters())
    #expect(first.slot(for: identity) == second.slot(for: identity))
    let theirs = second.slot(for: UsageIdentity(keyId: "theirs"))
    let ours = first.slot(for: UsageIdentity(keyId: "ours"))
    #expect(ours != theirs)
    let later = try store().makeMeters()
    #expect(later.slot(for: UsageIdentity(keyId: "theirs")) == theirs)
    #expect(later.slot(for: UsageIdentity(keyId: "ours")) == ours)
  }

  @Test("Damaged files are refused, not repaired", arguments: ["identities", "quotas"])
  func damaged(file: String) throws {
    let meters = try store().makeMeters()
    _ = meters.slot(for: identity)
    try TestFiles.overwrite("\(folder.path)/usage/\(file)", at: 12, with: [0x77])
    #expect(throws: UsageError.self) {
      let next = try store().makeMeters()
      if next.slot(for: identity) == .none { throw UsageError.tooManyIdentities }
    }
  }

  @Test("Ids too long to be kept are not counted, and say so")
  func longIds() throws {
    let store = store()
    let meters = try store.makeMeters()
    let long = String(repeating: "k", count: 33)
    #expect(meters.slot(for: UsageIdentity(keyId: long)) == .none)
    #expect(store.lastFailure == .identifierTooLong(long))
  }
}
