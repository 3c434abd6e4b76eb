import Journal

/// A journal in a folder, written and read the way the tests want it.
struct JournalFixture {
  /// A record as the tests compare it.
  struct Record: Equatable {
    var sequence: UInt64
    var operations: String
  }

  static let identity = TransactionID(high: 0x0123_4567_89ab_cdef, low: 0xfedc_ba98_7654_3210)
  static let start = JournalTime(microseconds: 1_790_000_000_000_000)

  var path: String
  var options = JournalOptions()

  init(path: String, fileSystem: any FileSystem = PosixFileSystem()) {
    self.path = path
    options.fileSystem = fileSystem
  }

  /// Opens the journal, making it if there is none.
  func open() throws(JournalError) -> FileJournal {
    try FileJournal.open(
      path, for: .create(newIdentity: Self.identity), options: options, now: Self.start)
  }

  /// Opens the journal for reading.
  func openForReading() throws(JournalError) -> FileJournal {
    try FileJournal.open(path, for: .readOnly, options: options, now: Self.start)
  }

  /// Every record of a journal, read through a fresh reader.
  func records() throws -> [Record] {
    try Self.drain(try openForReading())
  }

  /// What is behind the head of `journal`.
  static func drain(_ journal: FileJournal) throws -> [Record] {
    var records: [Record] = []
    try journal.catchUp { records.append(record($0)) }
    return records
  }

  static func record(_ line: JournalLine) -> Record {
    Record(
      sequence: line.sequence, operations: String(decoding: line.operations, as: UTF8.self))
  }

  /// The operations of record `number`.
  static func operations(_ number: UInt64) -> [UInt8] {
    Array("[{\"op\":\"test.put/1\",\"value\":\(number)}]".utf8)
  }

  /// The record `number` as it is read back.
  static func expected(_ number: UInt64) -> Record {
    Record(sequence: number, operations: String(decoding: operations(number), as: UTF8.self))
  }

  /// Appends one record behind everything there is, numbered by its own sequence number.
  @discardableResult
  static func append(
    to journal: FileJournal, id: TransactionID? = nil, time: JournalTime = start
  ) throws -> JournalTicket {
    try journal.withLock { transaction in
      try transaction.catchUp { _ in }
      let number = transaction.head.sequence + 1
      return try transaction.append(
        operations: operations(number), actor: "tester", surface: "cli",
        id: id ?? TransactionID(high: 7, low: number), time: time)
    }
  }

  /// Appends and acknowledges `count` records.
  func write(_ count: Int, to journal: FileJournal? = nil) throws {
    let journal = try journal ?? open()
    for _ in 0..<count { try Self.append(to: journal).sync() }
  }
}
