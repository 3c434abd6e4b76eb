import Glibc
import Journal
import TestSupport
import Testing

@Suite("Rules of writing")
struct WritingRulesTests {
  private let directory: TemporaryDirectory
  private let fixture: JournalFixture

  init() throws {
    directory = try TemporaryDirectory()
    fixture = JournalFixture(path: "\(directory.path)/workspace")
  }

  private func code(_ body: () throws -> Void) -> JournalErrorCode? {
    do {
      try body()
      return nil
    } catch {
      return (error as? JournalError)?.code
    }
  }

  @Test("An append needs to have read what others wrote")
  func notCaughtUp() throws {
    try fixture.write(2)
    let journal = try fixture.open()
    let found = code {
      _ = try journal.withLock { transaction in
        try transaction.append(
          operations: Array("[]".utf8), actor: "a", surface: "cli",
          id: TransactionID(high: 1, low: 1), time: JournalFixture.start)
      }
    }
    #expect(found == .notCaughtUp)
    #expect(try fixture.records().count == 2)
  }

  @Test("A transaction is written once, however often it is tried")
  func retry() throws {
    let id = TransactionID(high: 5, low: 5)
    try JournalFixture.append(to: try fixture.open(), id: id).sync()
    let journal = try fixture.open()
    #expect(code { _ = try JournalFixture.append(to: journal, id: id) } == .duplicateTransaction)
    try journal.withLock { #expect($0.sequence(of: id) == 1) }
    #expect(try fixture.records().count == 1)
  }

  @Test("Fields that would break a line are refused")
  func fields() throws {
    let journal = try fixture.open()
    func append(
      _ operations: String, actor: String = "a", surface: String = "cli"
    ) -> JournalErrorCode? {
      code {
        try journal.withLock { transaction in
          try transaction.catchUp { _ in }
          _ = try transaction.append(
            operations: Array(operations.utf8), actor: actor, surface: surface,
            id: TransactionID(high: 1, low: 1), time: JournalFixture.start)
        }
      }
    }
    #expect(append("[\n]") == .invalidField)
    #expect(append("{}") == .invalidField)
    #expect(append("") == .invalidField)
    #expect(append("[]", actor: "") == .invalidField)
    #expect(append("[]", actor: String(repeating: "x", count: 257)) == .invalidField)
    #expect(append("[]", surface: "CLI") == .invalidField)
    #expect(append("[]", surface: "a\"b") == .invalidField)
    #expect(append("[]") == nil)
  }

  @Test("A lock that is held is refused after the limit, with the holder's name")
  func busy() throws {
    let one = try fixture.open()
    var impatient = fixture
    impatient.options.lockWait = .milliseconds(5)
    let two = try impatient.open()
    _ = try one.withLock { _ in
      #expect {
        try two.withLock { _ in }
      } throws: {
        guard let error = $0 as? JournalError else { return false }
        return error.code == .busy && error.message.contains("pid \(getpid()) on ")
      }
    }
    try two.withLock { _ in }
  }

  @Test("Tickets are synced by another thread while the journal goes on")
  func otherThread() async throws {
    let journal = try fixture.open()
    var tickets: [JournalTicket] = []
    for _ in 0..<20 { tickets.append(try JournalFixture.append(to: journal)) }
    let synced = try await withThrowingTaskGroup(of: UInt64.self) { group in
      for ticket in tickets { group.addTask { try ticket.sync().sequence } }
      return try await group.reduce(into: Set<UInt64>()) { $0.insert($1) }
    }
    #expect(synced == Set(1...20))
    // The next line says what it knows to be durable.
    try JournalFixture.append(to: journal).sync()
    var claim: UInt64 = 0
    try fixture.openForReading().catchUp { claim = $0.durableSequence }
    #expect(claim == 20)
  }

  @Test("A follower is told of appends and of new segments")
  func notifications() throws {
    var small = fixture
    small.options.segmentBytes = 700
    let journal = try small.open()
    let follower = try small.openForReading()
    let descriptor = try follower.followDescriptor()
    func isReadable() -> Bool {
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return Glibc.poll(&poll, 1, 0) == 1
    }
    #expect(!isReadable())
    for number: UInt64 in 1...5 {
      try JournalFixture.append(to: journal).sync()
      #expect(isReadable())
      #expect(try follower.drainNotifications())
      #expect(!isReadable())
      #expect(try JournalFixture.drain(follower) == [JournalFixture.expected(number)])
    }
    #expect(try !follower.drainNotifications())
  }

  @Test("Reading changes nothing and works without the right to write")
  func readOnly() throws {
    try fixture.write(2)
    let reader = try fixture.openForReading()
    #expect(code { try reader.withLock { _ in } } == .readOnly)
    #expect(try JournalFixture.drain(reader).count == 2)
  }
}
