import Journal
import Testing

private let errorNumbers: [Int32] = [5 /* EIO */, 28 /* ENOSPC */]

/// Lets the n-th call fail, for every n until a run is clean.
@Suite("Failing calls")
struct FaultTests {
  /// What a run was promised.
  private struct Promise {
    var acknowledged: UInt64 = 0
    var errors: [JournalError] = []
  }

  private func fixture(_ fileSystem: SimulatedFileSystem) -> JournalFixture {
    var fixture = JournalFixture(path: "/workspace", fileSystem: fileSystem)
    fixture.options.segmentBytes = 700
    return fixture
  }

  /// Opens, appends over two segments, writes a checkpoint, opens again; goes on after failures as
  /// a program would.
  private func work(on fileSystem: SimulatedFileSystem) -> Promise {
    var promise = Promise()
    let fixture = fixture(fileSystem)
    for _ in 0..<2 {
      do {
        let journal = try fixture.open()
        for _ in 0..<3 {
          do {
            let ticket = try JournalFixture.append(to: journal)
            promise.acknowledged = max(promise.acknowledged, try ticket.sync().sequence)
          } catch let error as JournalError {
            promise.errors.append(error)
          }
        }
        try journal.planCheckpoint().write { try $0.append(Array("{}".utf8)) }
      } catch let error as JournalError {
        promise.errors.append(error)
      } catch {
        Issue.record("another error than the journal's: \(error)")
      }
    }
    return promise
  }

  private func kinds() -> [SimulatedFault.Kind] {
    errorNumbers.map { .error($0) } + [.shortWrite]
  }

  @Test("No call's failure breaks a promise", arguments: [false, true])
  func everyCall(lasts: Bool) throws {
    for kind in kinds() {
      var calls = 0
      while true {
        let fileSystem = SimulatedFileSystem()
        fileSystem.fault = SimulatedFault(after: calls, kind, lasts: lasts)
        let promise = work(on: fileSystem)
        guard let call = fileSystem.faultedCall else { break }
        let moment: Comment = "\(kind) at call \(calls), \(call)"
        for error in promise.errors {
          #expect(error.description.contains("/workspace"), moment)
        }
        fileSystem.fault = nil
        try checkAfter(promise.acknowledged, on: fileSystem, moment)
        calls += 1
      }
      #expect(calls > 50)
    }
  }

  /// The disk works again: opening mends, nothing acknowledged is missing, writing goes on, and all
  /// of it survives a power cut.
  private func checkAfter(
    _ acknowledged: UInt64, on fileSystem: SimulatedFileSystem, _ moment: Comment
  ) throws {
    let journal = try fixture(fileSystem).open()
    let records = try JournalFixture.drain(journal)
    #expect(records.count >= acknowledged, moment)
    #expect(records == (0..<UInt64(records.count)).map { JournalFixture.expected($0 + 1) }, moment)
    let sequence = try JournalFixture.append(to: journal).sync().sequence
    #expect(sequence == UInt64(records.count) + 1, moment)
    var choices = EnumeratedCrashChoices()
    let crashed = fileSystem.afterPowerCut(choosing: &choices)
    #expect(try fixture(crashed).records().count == Int(sequence), moment)
  }

  @Test("After a failed sync nothing is acknowledged or written, whoever asks")
  func poison() throws {
    let fileSystem = SimulatedFileSystem()
    let fixture = JournalFixture(path: "/workspace", fileSystem: fileSystem)
    let one = try fixture.open()
    let two = try fixture.open()
    try JournalFixture.append(to: one).sync()
    let lost = try JournalFixture.append(to: one)
    let other = try JournalFixture.append(to: two)
    fileSystem.fault = SimulatedFault(after: 0, .error(5))
    #expect { try lost.sync() } throws: { ($0 as? JournalError)?.code == .syncFailed }
    fileSystem.fault = nil
    // The disk says "ok" from now on; it must not be believed.
    #expect { try lost.sync() } throws: { ($0 as? JournalError)?.code == .poisoned }
    #expect { try JournalFixture.append(to: one) } throws: {
      ($0 as? JournalError)?.code == .poisoned
    }
    #expect { try JournalFixture.append(to: two) } throws: {
      ($0 as? JournalError)?.code == .poisoned
    }
    #expect(throws: JournalError.self) { try other.sync() }

    let mended = try fixture.open()
    #expect(mended.report.rescuedFrom == 2)
    #expect(try JournalFixture.drain(mended) == (1...3).map(JournalFixture.expected))
    try JournalFixture.append(to: mended).sync()
    var choices = EnumeratedCrashChoices()
    let crashed = fileSystem.afterPowerCut(choosing: &choices)
    let after = JournalFixture(path: "/workspace", fileSystem: crashed)
    #expect(try after.records() == (1...4).map(JournalFixture.expected))
    // A follower that had read the poisoned segment goes on in the new one.
    try two.catchUp { _ in }
    #expect(two.head == mended.head)
  }

  @Test("A rescue with nothing durable replaces the segment under another name")
  func rescueOfAll() throws {
    let fileSystem = SimulatedFileSystem()
    let fixture = JournalFixture(path: "/workspace", fileSystem: fileSystem)
    let journal = try fixture.open()
    let ticket = try JournalFixture.append(to: journal)
    fileSystem.fault = SimulatedFault(after: 0, .error(5))
    #expect(throws: JournalError.self) { try ticket.sync() }
    fileSystem.fault = nil
    let mended = try fixture.open()
    #expect(try JournalFixture.drain(mended) == [JournalFixture.expected(1)])
    #expect(mended.report.unlistedFiles == ["0000000000000001.jl"])
    #expect(fileSystem.contents(of: "/workspace/journal/0000000000000001-2.jl") != nil)
  }

  @Test("A write that falls short leaves nothing behind")
  func shortWrite() throws {
    let fileSystem = SimulatedFileSystem()
    let journal = try JournalFixture(path: "/workspace", fileSystem: fileSystem).open()
    let path = "/workspace/journal/0000000000000001.jl"
    let before = fileSystem.contents(of: path)
    try journal.withLock { transaction in
      try transaction.catchUp { _ in }
      fileSystem.fault = SimulatedFault(after: 0, .shortWrite)
      #expect {
        try transaction.append(
          operations: Array("[]".utf8), actor: "a", surface: "cli",
          id: TransactionID(high: 1, low: 1), time: JournalFixture.start)
      } throws: { ($0 as? JournalError)?.code == .noSpace }
      #expect(fileSystem.contents(of: path) == before)
    }
    fileSystem.fault = nil
    #expect(try JournalFixture.append(to: journal).sync().sequence == 1)
  }
}
