import Enforcement
import GatewayModel
import Synchronization
import TestSupport
import Testing
import Workspace

@testable import DataPlane

@Suite struct UsageFlusherTests {
  private let folder: TemporaryDirectory
  private let today = CalendarDay(year: 2026, month: 3, day: 4)

  init() throws {
    folder = try TemporaryDirectory()
  }

  @Test func deletesTheDaysThatAreKeptNoLonger() throws {
    let expired = CalendarDay(number: today.number - UsageLimits.retentionDays)
    let kept = CalendarDay(number: expired.number + 1)
    let store = UsageStore(workspacePath: folder.path)
    let meters = try store.makeMeters()
    let slot = meters.slot(for: .anonymous)
    for day in [expired, kept, today] { meters.count(slot, .served, on: day) }
    let flusher = UsageFlusher(usage: store, today: { [today] in today }, log: { _ in })
    flusher.stop()
    let reader = UsageStore(workspacePath: folder.path)
    #expect(try reader.counts(of: .anonymous, on: expired).isZero)
    #expect(try reader.counts(of: .anonymous, on: kept)[.served] == 1)
    #expect(try reader.counts(of: .anonymous, on: today)[.served] == 1)
  }

  @Test func saysWhatKeepsRequestsFromBeingCounted() throws {
    let store = UsageStore(workspacePath: folder.path)
    let meters = try store.makeMeters()
    let long = String(repeating: "k", count: 10_000)
    #expect(!meters.slot(for: UsageIdentity(keyId: long)).exists)
    let lines = Mutex<[String]>([])
    let flusher = UsageFlusher(usage: store, today: { [today] in today }) { line in
      lines.withLock { $0.append(line) }
    }
    flusher.stop()
    #expect(lines.withLock { $0 }.contains { $0.hasPrefix("requests cannot be counted: ") })
  }
}
