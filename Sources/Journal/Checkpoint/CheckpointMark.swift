/// Where in the journal a checkpoint stands, with what it takes to find the place again quickly.
struct CheckpointMark: Sendable, Hashable {
  /// Where a record's line begins.
  struct Line: Sendable, Hashable {
    /// The segment's serial number.
    var segment: UInt64
    /// The offset in bytes.
    var offset: Int64
  }

  /// The journal's identity.
  var journal: TransactionID
  /// The last record the checkpoint includes.
  var head: JournalHead
  /// That record's line; nil before the first record.
  var line: Line?
}
