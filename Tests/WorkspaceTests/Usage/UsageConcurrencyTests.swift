import Enforcement
import Foundation
import GatewayModel
import TestSupport
import Testing

@testable import Workspace

/// Several writers at once, each with a store of its own, as several processes have.
@Suite("Usage under concurrency")
struct UsageConcurrencyTests {
  let day = CalendarDay(year: 2026, month: 3, day: 4)

  /// Runs a body on threads of its own and waits for all of them.
  func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      Thread.detachNewThread {
        body(index)
        group.leave()
      }
    }
    group.wait()
  }

  @Test("Eight writers admit exactly the quota, period after period")
  func exactQuota() throws {
    let folder = try TemporaryDirectory()
    let identity = UsageIdentity(usagePlanId: "plan01", keyId: "key0000001")
    let totals = try (0..<8).map { _ in try UsageStore(workspacePath: folder.path).makeMeters() }
      .map { Box($0) }
    let day = day
    let committed = Counter()
    onThreads(8) { index in
      let meters = totals[index].value
      let slot = meters.slot(for: identity)
      for period in 0..<5 {
        let start = CalendarDay(number: day.number + period)
        var isOpen = true
        while isOpen {
          switch meters.commit(slot, periodStart: start, allowance: 10_000) {
          case .committed:
            committed.add(period)
            meters.count(slot, .served, on: start)
          case .exhausted, .periodMoved: isOpen = false
          }
        }
      }
    }
    let store = UsageStore(workspacePath: folder.path)
    for period in 0..<5 {
      let start = CalendarDay(number: day.number + period)
      // A period may be left early for the next one, but never overrun.
      #expect(committed.value(period) <= 10_000)
      #expect(try store.counts(of: identity, on: start)[.served] == UInt64(committed.value(period)))
    }
    #expect(committed.value(4) == 10_000)
  }

  @Test("Eight writers find the same slots for the same identities")
  func sameSlots() throws {
    let folder = try TemporaryDirectory()
    let meters = try (0..<8).map { _ in
      Box(try UsageStore(workspacePath: folder.path).makeMeters())
    }
    let found = Box([[UsageSlot]](repeating: [], count: 8))
    let lock = NSLock()
    onThreads(8) { index in
      let slots = (0..<300).map { key in
        meters[index].value.slot(for: UsageIdentity(keyId: "key\((key + index * 37) % 300)"))
      }
      let sorted = (0..<300).map { slots[($0 - index * 37 % 300 + 300) % 300] }
      lock.withLock { found.value[index] = sorted }
    }
    #expect(Set(found.value).count == 1)
    #expect(Set(found.value[0]).count == 300)
  }

  /// Lets threads share what each of them uses alone.
  final class Box<Value>: @unchecked Sendable {
    // Unchecked: every thread uses its own box, or holds the test's lock.
    var value: Value
    init(_ value: Value) { self.value = value }
  }

  final class Counter: @unchecked Sendable {
    // Unchecked: guarded by the lock.
    private var values: [Int: Int] = [:]
    private let lock = NSLock()
    func add(_ key: Int) { lock.withLock { values[key, default: 0] += 1 } }
    func value(_ key: Int) -> Int { lock.withLock { values[key] ?? 0 } }
  }
}
