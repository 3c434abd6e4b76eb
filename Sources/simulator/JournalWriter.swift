import CSystem
import Journal

/// A writer that is there to be killed: what it printed was acknowledged and must be found again.
enum JournalWriter {
  /// `journal-writer DIR COUNT`: prints the sequence number of each record once it is durable.
  static func run(_ arguments: ArraySlice<String>) throws -> Int32? {
    guard arguments.count == 2, let path = arguments.first, let text = arguments.last,
      let count = Int(text), count >= 0
    else { return nil }
    var generator = SystemRandomNumberGenerator()
    let journal = try FileJournal.open(
      path, for: .create(newIdentity: TransactionID(using: &generator)), now: now())
    for notice in journal.report.notices { Output.writeLine(notice, to: .error) }
    for _ in 0..<count {
      let ticket = try journal.withLock { transaction in
        try transaction.catchUp { _ in }
        let number = transaction.head.sequence + 1
        return try transaction.append(
          operations: Array("[{\"op\":\"test.put/1\",\"value\":\(number)}]".utf8),
          actor: "simulator", surface: "simulator", id: TransactionID(using: &generator),
          time: now())
      }
      let sequence = try ticket.sync().sequence
      guard Output.writeLine("\(sequence)") else { return 1 }
    }
    return 0
  }

  private static func now() -> JournalTime {
    JournalTime(microseconds: ks_realtime_microseconds())
  }
}
