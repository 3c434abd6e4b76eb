/// What a journal found and mended since it was opened; empty after a clean end.
public struct RecoveryReport: Sendable, Hashable {
  /// A last record that was cut off because its writer never finished it.
  public struct TornTail: Sendable, Hashable {
    /// The segment's path.
    public var file: String
    /// Where the cut was made.
    public var offset: Int64
    /// The bytes cut off.
    public var byteCount: Int
    /// The sequence number the cut record had or would have had. It was never acknowledged.
    public var sequence: UInt64
    /// The file that keeps the bytes.
    public var copy: String
  }

  /// Whether a new journal was made.
  public var isNew = false
  /// The ends that were cut off.
  public var tornTails: [TornTail] = []
  /// The record from which on everything was rewritten after a failed sync.
  public var rescuedFrom: UInt64?
  /// Whether `HEAD` was missing or unreadable, so that the loss of whole records from the end would
  /// not have been noticed.
  public var hadNoHead = false
  /// Files in `journal/` that are not part of the journal.
  public var unlistedFiles: [String] = []
  /// Checkpoints that were passed over, with the reason.
  public var skippedCheckpoints: [String] = []

  /// An empty report.
  public init() {}

  /// Whether there is anything to tell a person.
  public var isClean: Bool { self == RecoveryReport() }

  /// What is worth telling, one sentence each.
  public var notices: [String] {
    var notices: [String] = []
    if isNew { notices.append("A new journal was made.") }
    for tail in tornTails {
      notices.append(
        "The unfinished record \(tail.sequence) (\(tail.byteCount) bytes, never acknowledged) was "
          + "cut from \(tail.file); a copy is kept as \(tail.copy).")
    }
    if let rescuedFrom {
      notices.append(
        "A sync had failed: everything from record \(rescuedFrom) on was rewritten.")
    }
    if hadNoHead {
      notices.append("HEAD was missing or damaged and was made again from the records.")
    }
    notices += unlistedFiles.map { "The file \($0) is not part of the journal." }
    notices += skippedCheckpoints.map { "A checkpoint was passed over: \($0)." }
    return notices
  }
}
