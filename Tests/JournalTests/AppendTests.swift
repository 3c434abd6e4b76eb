import Journal
import Testing
import TestSupport

@Suite("Appending and reading")
struct AppendTests {
  private let directory: TemporaryDirectory
  private let fixture: JournalFixture

  init() throws {
    directory = try TemporaryDirectory()
    fixture = JournalFixture(path: "\(directory.path)/workspace")
  }

  @Test("What was appended is read back, field by field")
  func roundTrip() throws {
    let journal = try fixture.open()
    #expect(journal.report.isNew)
    let id = TransactionID(high: 1, low: 2)
    let ticket = try journal.withLock { transaction in
      try transaction.catchUp { _ in }
      return try transaction.append(
        operations: Array("[1,2]".utf8), actor: "J\"o\\\u{1}é", surface: "console", id: id,
        time: JournalFixture.start)
    }
    #expect(try ticket.sync().sequence == 1)
    let reader = try fixture.openForReading()
    var count = 0
    try reader.catchUp { line in
      count += 1
      #expect(line.sequence == 1)
      #expect(line.actor == "J\"o\\\u{1}é")
      #expect(line.surface == "console")
      #expect(line.id == id)
      #expect(line.time == JournalFixture.start)
      #expect(line.durableSequence == 0)
      #expect(line.operations.elementsEqual("[1,2]".utf8))
      #expect(line.bytes.last == 0x0a)
    }
    #expect(count == 1)
    #expect(reader.head == ticket.head)
  }

  @Test("Two writers take turns and see each other's records in order")
  func twoWriters() throws {
    let one = try fixture.open()
    let two = try fixture.open()
    for _ in 0..<5 {
      try JournalFixture.append(to: one).sync()
      try JournalFixture.append(to: two).sync()
    }
    #expect(try fixture.records() == (1...10).map(JournalFixture.expected))
  }

  @Test("A long tail is handed over in pieces")
  func pieces() throws {
    try fixture.write(7)
    let reader = try fixture.openForReading()
    var sizes: [Int] = []
    while true {
      let result = try reader.catchUp(limitLines: 3) { _ in }
      sizes.append(result.lineCount)
      if !result.mayHaveMore { break }
    }
    #expect(sizes == [3, 3, 1])
  }
}
