import Journal
import Testing

/// Damages a journal in every way there is one of and looks whether it is noticed.
@Suite("Damage")
struct DamageTests {
  private static let segment = "/workspace/journal/0000000000000001.jl"
  private static let acknowledgedCount = 3
  private static let writtenCount = 5

  /// Three acknowledged records, two more that were never synced, and a `HEAD` that says so.
  private let pristine: SimulatedFileSystem
  private let bytes: [UInt8]
  /// Where each line ends; the first one is the header.
  private let lineEnds: [Int]

  init() throws {
    pristine = SimulatedFileSystem()
    let journal = try JournalFixture(path: "/workspace", fileSystem: pristine).open()
    for number in 1...Self.writtenCount {
      let ticket = try JournalFixture.append(to: journal)
      if number <= Self.acknowledgedCount { try ticket.sync() }
    }
    let bytes = try #require(pristine.contents(of: Self.segment))
    self.bytes = bytes
    lineEnds = bytes.indices.filter { bytes[$0] == 0x0a }.map { $0 + 1 }
  }

  /// The end of the last acknowledged line.
  private var acknowledgedEnd: Int { lineEnds[Self.acknowledgedCount] }

  /// What a writer finds in a damaged segment, or why it refuses.
  private func outcome(
    _ damaged: [UInt8], asReader: Bool = false
  ) -> Result<[JournalFixture.Record], JournalError> {
    let fileSystem = pristine.copy()
    fileSystem.setContents(damaged, of: Self.segment)
    let fixture = JournalFixture(path: "/workspace", fileSystem: fileSystem)
    do {
      let journal = try asReader ? fixture.openForReading() : fixture.open()
      return .success(try JournalFixture.drain(journal))
    } catch let error as JournalError {
      return .failure(error)
    } catch {
      Issue.record("another error than the journal's: \(error)")
      return .success([])
    }
  }

  /// Whether an outcome lost nothing acknowledged and invented nothing.
  private func isFaithful(_ records: [JournalFixture.Record]) -> Bool {
    records.count >= Self.acknowledgedCount
      && records == (0..<UInt64(records.count)).map { JournalFixture.expected($0 + 1) }
  }

  @Test("Cut at every byte: acknowledged records are missed, unacknowledged ones are cut off")
  func cutAtEveryByte() {
    for count in bytes.indices {
      let whole = lineEnds.count { $0 <= count } - 1
      switch outcome(Array(bytes[..<count])) {
      case .failure(let error):
        #expect(count < acknowledgedEnd, "cut at \(count): \(error)")
        #expect([.damaged, .rolledBack].contains(error.code), "cut at \(count): \(error)")
      case .success(let records):
        #expect(count >= acknowledgedEnd && records.count == whole, "cut at \(count)")
        #expect(isFaithful(records), "cut at \(count)")
      }
    }
  }

  @Test("Flip every bit: none goes unnoticed, by readers and writers", arguments: [true, false])
  func flipEveryBit(asReader: Bool) {
    var damaged = bytes
    // A writer changes the disk and is slower; one bit of each byte is enough for it.
    for index in bytes.indices {
      for bit in asReader ? 0..<8 : index % 8..<index % 8 + 1 {
        damaged[index] = bytes[index] ^ (1 << bit)
        switch outcome(damaged, asReader: asReader) {
        case .failure(let error):
          #expect(error.location?.file.hasPrefix("/workspace") == true, "byte \(index): \(error)")
        case .success(let records):
          #expect(
            index >= acknowledgedEnd && isFaithful(records)
              && records.count < Self.writtenCount, "byte \(index) bit \(bit) went unnoticed")
        }
        damaged[index] = bytes[index]
      }
    }
  }

  @Test("Zero every 512-byte sector")
  func zeroSectors() {
    for start in stride(from: 0, to: bytes.count, by: 512) {
      var damaged = bytes
      let end = min(start + 512, bytes.count)
      damaged.replaceSubrange(start..<end, with: repeatElement(0, count: end - start))
      switch outcome(damaged) {
      case .failure: #expect(start < acknowledgedEnd, "sector at \(start)")
      case .success(let records):
        #expect(start >= acknowledgedEnd && isFaithful(records), "sector at \(start)")
      }
    }
  }

  @Test("Drop, double and swap whole lines")
  func moveLines() {
    let starts = [0] + lineEnds.dropLast()
    let lines = zip(starts, lineEnds).map { Array(bytes[$0..<$1]) }
    for index in 1...Self.acknowledgedCount {
      var dropped = lines
      dropped.remove(at: index)
      var doubled = lines
      doubled.insert(lines[index], at: index)
      var swapped = lines
      swapped.swapAt(index, index + 1)
      for (name, damaged) in [("drop", dropped), ("double", doubled), ("swap", swapped)] {
        if case .success(let records) = outcome(damaged.flatMap { $0 }) {
          // A doubled last acknowledged line is followed by unacknowledged ones only.
          #expect(
            name == "double" && index == Self.acknowledgedCount,
            "\(name) line \(index): \(records.count) records")
          #expect(isFaithful(records), "\(name) line \(index)")
        }
      }
    }
  }

  @Test("Damage below a later line's claim is a loss, not a torn tail")
  func claimsBound() throws {
    // Record 4 was durable when record 6 was written, and HEAD is gone.
    let fileSystem = pristine.copy()
    let fixture = JournalFixture(path: "/workspace", fileSystem: fileSystem)
    let journal = try fixture.open()
    #expect(try JournalFixture.drain(journal).count == 5)
    try JournalFixture.append(to: journal).sync()
    try JournalFixture.append(to: journal).sync()
    fileSystem.setContents([], of: "/workspace/HEAD")
    var damaged = try #require(fileSystem.contents(of: Self.segment))
    damaged[lineEnds[3] + 40] ^= 1
    fileSystem.setContents(damaged, of: Self.segment)
    #expect { try fixture.open() } throws: { ($0 as? JournalError)?.code == .damaged }
  }

  @Test("A torn tail is copied before it is cut")
  func tornTailIsKept() throws {
    let fileSystem = pristine.copy()
    fileSystem.setContents(Array(bytes.dropLast(9)), of: Self.segment)
    let journal = try JournalFixture(path: "/workspace", fileSystem: fileSystem).open()
    let tail = try #require(journal.report.tornTails.first)
    #expect(tail.sequence == 5)
    #expect(fileSystem.contents(of: tail.copy) == Array(bytes[lineEnds[4]...].dropLast(9)))
    #expect(fileSystem.contents(of: Self.segment) == Array(bytes[..<lineEnds[4]]))
    #expect(journal.report.notices.count == 1)
  }

  @Test("A follower waits for the rest of a half line and never cuts it")
  func halfLine() throws {
    let fileSystem = pristine.copy()
    fileSystem.setContents(Array(bytes.dropLast(20)), of: Self.segment)
    let reader = try JournalFixture(path: "/workspace", fileSystem: fileSystem).openForReading()
    #expect(try JournalFixture.drain(reader).count == 4)
    #expect(fileSystem.contents(of: Self.segment)?.count == bytes.count - 20)
    fileSystem.setContents(bytes, of: Self.segment)
    #expect(try JournalFixture.drain(reader) == [JournalFixture.expected(5)])
  }

  @Test("Whole lines removed from the end are missed because HEAD knows them")
  func rolledBack() {
    guard case .failure(let error) = outcome(Array(bytes[..<lineEnds[2]])) else {
      Issue.record("the loss of record 3 went unnoticed")
      return
    }
    #expect(error.code == .rolledBack)
  }

  @Test("One damaged slot of HEAD is made up for by the other, two are told")
  func headSlots() throws {
    let head = try #require(pristine.contents(of: "/workspace/HEAD"))
    for index in head.indices {
      let fileSystem = pristine.copy()
      var damaged = head
      damaged[index] ^= 0x10
      fileSystem.setContents(damaged, of: "/workspace/HEAD")
      let journal = try JournalFixture(path: "/workspace", fileSystem: fileSystem).open()
      #expect(!journal.report.hadNoHead, "byte \(index)")
      #expect(try JournalFixture.drain(journal).count == 5, "byte \(index)")
    }
    let fileSystem = pristine.copy()
    fileSystem.setContents(head.map { $0 ^ 0x10 }, of: "/workspace/HEAD")
    let journal = try JournalFixture(path: "/workspace", fileSystem: fileSystem).open()
    #expect(journal.report.hadNoHead)
    #expect(try JournalFixture.drain(journal).count == 5)
  }
}
