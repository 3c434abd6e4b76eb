import Journal
import Testing

@Suite("Verification")
struct VerificationTests {
  private let fileSystem = SimulatedFileSystem()
  private let path = "/workspace"
  private let segment = "/workspace/journal/0000000000000001.jl"
  private var fixture: JournalFixture { JournalFixture(path: path, fileSystem: fileSystem) }

  init() throws {
    try fixture.write(4)
  }

  private func verify(expecting head: JournalHead? = nil) throws -> JournalVerification {
    try FileJournal.verify(path, expecting: head, options: fixture.options)
  }

  @Test("A sound journal is counted")
  func sound() throws {
    let found = try verify()
    #expect(found.isSound)
    #expect(found.recordCount == 4)
    #expect(found.head.sequence == 4)
    #expect(found.segmentCount == 1)
    #expect(found.identity == JournalFixture.identity)
    #expect(found.notices == [])
  }

  @Test("The first problem is named with its file, offset and record")
  func problem() throws {
    var bytes = try #require(fileSystem.contents(of: segment))
    let ends = bytes.indices.filter { bytes[$0] == 0x0a }
    bytes[ends[1] + 30] ^= 1
    fileSystem.setContents(bytes, of: segment)
    let found = try verify()
    #expect(found.recordCount == 1)
    let problem = try #require(found.firstProblem)
    #expect(problem.code == .damaged)
    #expect(
      problem.location
        == .init(file: segment, offset: Int64(ends[1] + 1), sequence: 2))
  }

  @Test("A noted head uncovers another history and a missing end")
  func notedHead() throws {
    let head = try verify().head
    #expect(try verify(expecting: head).isSound)
    let foreign = try #require(JournalHead("3:\(head.chain)"))
    #expect(try verify(expecting: foreign).firstProblem?.code == .rewritten)
    let later = try #require(JournalHead("9:\(head.chain)"))
    #expect(try verify(expecting: later).firstProblem?.code == .rolledBack)
  }

  @Test("A half record at the end is told and is no damage")
  func unfinished() throws {
    let bytes = try #require(fileSystem.contents(of: segment))
    fileSystem.setContents(bytes + Array("{\"v\":1,".utf8), of: segment)
    let found = try verify()
    #expect(found.isSound)
    #expect(found.notices.count == 1)
  }
}
