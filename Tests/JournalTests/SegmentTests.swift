import Glibc
import Journal
import TestSupport
import Testing

@Suite("Segments")
struct SegmentTests {
  private let fileSystem = SimulatedFileSystem()

  private func fixture(segmentBytes: Int64 = 700) -> JournalFixture {
    var fixture = JournalFixture(path: "/workspace", fileSystem: fileSystem)
    fixture.options.segmentBytes = segmentBytes
    return fixture
  }

  @Test("Records go on over segments, for a fresh reader and for one that follows")
  func roll() throws {
    let journal = try fixture().open()
    let follower = try fixture().openForReading()
    for number: UInt64 in 1...9 {
      try JournalFixture.append(to: journal).sync()
      #expect(try JournalFixture.drain(follower) == [JournalFixture.expected(number)])
    }
    #expect(try fixture().records() == (1...9).map(JournalFixture.expected))
    #expect(fileSystem.filePaths.count { $0.hasSuffix(".jl") } > 2)
  }

  @Test("A writer goes on where another one rolled")
  func rollByAnother() throws {
    let one = try fixture().open()
    let two = try fixture().open()
    for number in 1...9 {
      #expect(try JournalFixture.append(to: number % 2 == 0 ? one : two).sync().sequence == number)
    }
  }

  @Test("A day ends a segment, a clock that runs backwards does not")
  func clock() throws {
    let journal = try fixture(segmentBytes: 1 << 20).open()
    func append(hours: Int64) throws {
      let time = JournalTime(
        microseconds: JournalFixture.start.microseconds + hours * 3_600_000_000)
      try JournalFixture.append(to: journal, time: time).sync()
    }
    func segments() -> Int { fileSystem.filePaths.count { $0.hasSuffix(".jl") } }
    try append(hours: 0)
    try append(hours: -48)
    try append(hours: 23)
    #expect(segments() == 1)
    try append(hours: 24)
    #expect(segments() == 2)
    try append(hours: -1000)
    #expect(segments() == 2)
    #expect(try fixture().records().count == 5)
  }

  @Test("A closed segment that is missing, cut or foreign is refused")
  func missingSegment() throws {
    try fixture().write(9)
    let first = "/workspace/journal/0000000000000001.jl"
    let bytes = try #require(fileSystem.contents(of: first))
    func code(_ change: (SimulatedFileSystem) -> Void) throws -> JournalErrorCode? {
      let damaged = fileSystem.copy()
      change(damaged)
      var fixture = fixture()
      fixture.options.fileSystem = damaged
      do {
        _ = try fixture.records()
        return nil
      } catch let error as JournalError {
        return error.code
      }
    }
    #expect(try code { $0.removeFile(first) } == .segmentMismatch)
    #expect(try code { $0.setContents(Array(bytes.dropLast(1)), of: first) } == .damaged)
    #expect(try code { $0.setContents([], of: first) } == .damaged)
    let second = try #require(
      fileSystem.filePaths.first { $0.hasSuffix(".jl") && $0 != first })
    let other = try #require(fileSystem.contents(of: second))
    #expect(try code { $0.setContents(other, of: first) } == .segmentMismatch)
    #expect(try code { $0.removeFile("/workspace/MANIFEST") } == .manifestDamaged)
    #expect(try code { $0.setContents(bytes + bytes, of: first) } == nil)
    #expect(try code { _ in } == nil)
  }

  @Test("An old manifest put back is refused because HEAD is further")
  func oldManifest() throws {
    try fixture().write(1)
    let old = try #require(fileSystem.contents(of: "/workspace/MANIFEST"))
    try fixture().write(8)
    fileSystem.setContents(old, of: "/workspace/MANIFEST")
    #expect { try fixture().open() } throws: { ($0 as? JournalError)?.code == .rolledBack }
  }

  @Test("A journal with only a header is empty; one whose header is gone is refused")
  func onlyHeader() throws {
    _ = try fixture().open()
    #expect(try fixture().records() == [])
    fileSystem.setContents([], of: "/workspace/journal/0000000000000001.jl")
    #expect { try fixture().open() } throws: { ($0 as? JournalError)?.code == .damaged }
  }

  @Test("A line of exactly the limit is read back, one byte more is refused")
  func longestLine() throws {
    let directory = try TemporaryDirectory()
    let fixture = JournalFixture(path: "\(directory.path)/workspace")
    let journal = try fixture.open()
    func append(_ byteCount: Int) throws -> JournalTicket {
      var operations = [UInt8](repeating: UInt8(ascii: " "), count: byteCount)
      operations[0] = UInt8(ascii: "[")
      operations[byteCount - 1] = UInt8(ascii: "]")
      return try journal.withLock { transaction in
        try transaction.catchUp { _ in }
        return try transaction.append(
          operations: operations, actor: "a", surface: "cli",
          id: TransactionID(high: 2, low: UInt64(byteCount)), time: JournalFixture.start)
      }
    }
    _ = try append(2)
    var frameBytes = 0
    try fixture.openForReading().catchUp { frameBytes = $0.bytes.count - 2 }
    let longest = JournalLimits.lineBytes - frameBytes
    #expect { try append(longest + 1) } throws: { ($0 as? JournalError)?.code == .lineTooLong }
    try append(longest).sync()
    var lengths: [Int] = []
    try fixture.openForReading().catchUp { lengths.append($0.bytes.count) }
    #expect(lengths == [frameBytes + 2, JournalLimits.lineBytes])
  }
}
