/// A script of what a program does with a journal, and what it was promised while doing so.
struct CrashWorkload {
  /// One step of the script.
  enum Step: Hashable {
    /// Appends this many records in one go, and syncs the last one or none.
    case append(count: Int, synced: Bool)
    /// Appends and syncs through a second writer.
    case appendElsewhere
    /// Forgets the journal and opens it again.
    case reopen
    /// Writes a checkpoint.
    case checkpoint
  }

  static let path = "/workspace"
  /// Small, so that a few records fill a segment.
  private static let segmentBytes: Int64 = 900
  private static let identity = TransactionID(high: 0x1234, low: 0x5678)
  static let start = JournalTime(microseconds: 1_790_000_000_000_000)

  let steps: [Step]
  /// The operations of each record that was written, by its place in the journal.
  private(set) var written: [String] = []
  /// How many records, from the first, were acknowledged.
  private(set) var acknowledgedCount = 0

  init(steps: [Step]) {
    self.steps = steps
  }

  /// A script of `count` steps.
  init(count: Int, using generator: inout SeededGenerator) {
    let kinds: [Step] = [
      .append(count: 1, synced: true), .append(count: 1, synced: false),
      .append(count: 3, synced: true), .append(count: 2, synced: false), .appendElsewhere,
      .reopen, .checkpoint,
    ]
    steps = (0..<count).map { _ in
      kinds[Int.random(in: 0..<kinds.count, using: &generator)]
    }
  }

  static func open(_ fileSystem: SimulatedFileSystem) throws(JournalError) -> FileJournal {
    var options = JournalOptions()
    options.fileSystem = fileSystem
    options.segmentBytes = segmentBytes
    return try FileJournal.open(
      path, for: .create(newIdentity: identity), options: options, now: start)
  }

  /// Runs the script until its end or the first failure.
  ///
  /// - Throws: what the file system gives, as a ``JournalError``.
  mutating func run(on fileSystem: SimulatedFileSystem) throws {
    var journal = try Self.open(fileSystem)
    for step in steps {
      switch step {
      case .append(let count, let synced):
        try append(count, to: journal, synced: synced)
      case .appendElsewhere:
        try append(1, to: try Self.open(fileSystem), synced: true)
      case .reopen:
        journal = try Self.open(fileSystem)
      case .checkpoint:
        try journal.catchUp { _ in }
        try journal.planCheckpoint().write { try $0.append(Array("{\"state\":1}".utf8)) }
      }
    }
  }

  /// Appends records and notes them before anything can fail after the write.
  mutating func append(_ count: Int, to journal: FileJournal, synced: Bool) throws {
    let ticket = try journal.withLock { transaction in
      try transaction.catchUp { _ in }
      var ticket: JournalTicket?
      for _ in 0..<count {
        let sequence = transaction.head.sequence + 1
        let operations = "[{\"op\":\"test.put/1\",\"value\":\(sequence)}]"
        // Noted before: the write may reach the disk and its success not the program.
        if written.count < sequence { written.append(operations) }
        ticket = try transaction.append(
          operations: Array(operations.utf8), actor: "crash model", surface: "cli",
          id: TransactionID(high: 9, low: sequence), time: Self.start)
      }
      return ticket
    }
    guard synced, let ticket else { return }
    acknowledgedCount = max(acknowledgedCount, Int(try ticket.sync().sequence))
  }
}
