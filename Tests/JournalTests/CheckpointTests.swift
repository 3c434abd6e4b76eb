import Journal
import Testing

@Suite("Checkpoints")
struct CheckpointTests {
  private let fileSystem = SimulatedFileSystem()
  private var fixture: JournalFixture { JournalFixture(path: "/workspace", fileSystem: fileSystem) }

  /// Writes `count` records and a checkpoint whose lines name its place.
  private func writeCheckpoint(after count: Int) throws -> JournalFixture {
    let journal = try fixture.open()
    for _ in 0..<count { try JournalFixture.append(to: journal).sync() }
    try journal.planCheckpoint().write { writer in
      try writer.append(Array("state at \(journal.head.sequence)".utf8))
      try writer.append(Array("second line".utf8))
    }
    return fixture
  }

  private func lines(_ reader: CheckpointReader) throws -> [String] {
    var lines: [String] = []
    try reader.forEachLine { lines.append(String(decoding: $0, as: UTF8.self)) }
    return lines
  }

  @Test("Reading goes on behind the checkpoint")
  func restore() throws {
    let fixture = try writeCheckpoint(after: 3)
    try fixture.write(2)
    let journal = try fixture.open()
    let reader = try #require(try journal.openNewestCheckpoint())
    #expect(reader.head.sequence == 3)
    #expect(reader.lineCount == 2)
    #expect(try lines(reader) == ["state at 3", "second line"])
    #expect(try JournalFixture.drain(journal) == (4...5).map(JournalFixture.expected))
    try journal.rewind()
    #expect(try JournalFixture.drain(journal).count == 5)
  }

  @Test("A damaged checkpoint is passed over for the older one, told, and costs no data")
  func damaged() throws {
    _ = try writeCheckpoint(after: 2)
    let fixture = try writeCheckpoint(after: 2)
    let path = "/workspace/checkpoint/0000000000000004.ck"
    let bytes = try #require(fileSystem.contents(of: path))
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 4
      fileSystem.setContents(damaged, of: path)
      let journal = try fixture.openForReading()
      let reader = try #require(try journal.openNewestCheckpoint(), "byte \(index)")
      #expect(reader.head.sequence == 2, "byte \(index)")
      #expect(journal.report.skippedCheckpoints.count == 1, "byte \(index)")
      #expect(try JournalFixture.drain(journal).count == 2, "byte \(index)")
    }
    fileSystem.removeFile(path)
    fileSystem.removeFile("/workspace/checkpoint/0000000000000002.ck")
    let journal = try fixture.open()
    #expect(try journal.openNewestCheckpoint() == nil)
    #expect(try JournalFixture.drain(journal).count == 4)
  }

  @Test("A checkpoint ahead of the journal is passed over")
  func ahead() throws {
    _ = try writeCheckpoint(after: 1)
    let copy = fileSystem.copy()
    _ = try writeCheckpoint(after: 1)
    let path = "/workspace/checkpoint/0000000000000002.ck"
    copy.setContents(try #require(fileSystem.contents(of: path)), of: path)
    let journal = try JournalFixture(path: "/workspace", fileSystem: copy).open()
    #expect(try journal.openNewestCheckpoint()?.head.sequence == 1)
  }

  @Test("Only the newest are kept, and a failed one leaves nothing")
  func retention() throws {
    for _ in 0..<4 { _ = try writeCheckpoint(after: 1) }
    let kept = fileSystem.filePaths.filter { $0.hasPrefix("/workspace/checkpoint/") }
    #expect(
      kept == ["3", "4"].map { "/workspace/checkpoint/000000000000000\($0).ck" })
    struct Stop: Error {}
    let journal = try fixture.open()
    try journal.catchUp { _ in }
    #expect(throws: Stop.self) {
      try journal.planCheckpoint().write { writer in
        try writer.append(Array("half".utf8))
        throw Stop()
      }
    }
    #expect(fileSystem.filePaths.filter { $0.hasPrefix("/workspace/checkpoint/") } == kept)
  }
}
