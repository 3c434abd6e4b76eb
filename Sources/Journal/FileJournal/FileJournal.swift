/// A journal in files on the local disk, shared by any number of processes.
///
/// `Format.md` in this target's documentation says what the files hold and which rules keep them
/// sound. An instance belongs to one thread.
public final class FileJournal: JournalBackend {
  /// The process's share in writing; nil when opened for reading.
  struct Writing {
    let lock: LockFile
    let durability: Durability
    let encoder = RecordEncoder()
    /// Whether this instance holds the lock.
    var isLocked = false
    /// Whether everything others wrote was read since the lock was taken, so that an append goes
    /// to the true end.
    var isCaughtUp = false
  }

  /// The identity given when the journal was made.
  public var identity: TransactionID { manifest.journal }
  /// What was found and mended since it was opened.
  public internal(set) var report: RecoveryReport
  /// The last record handed over, written, or included in the checkpoint it was opened at.
  public var head: JournalHead { cursor.head }

  let place: Workplace
  let options: JournalOptions
  let digest: Digest
  let headFile: HeadFile?
  var manifest: Manifest
  /// The manifest file as it was read. It has no name any more once another process switched.
  var manifestFile: any StorageFile
  var cursor: RecordCursor
  var writing: Writing?
  var watch: (any ChangeWatch)?
  var recent = RecentTransactions()
  /// The line of the last record passed, where a checkpoint can find it again.
  var lastLine: CheckpointMark.Line?
  /// The largest claim "durable up to" in the records passed.
  var highestClaim: UInt64 = 0
  /// What `HEAD` said when it was last looked at: records up to there must exist and fit.
  var expectedHead: JournalHead?

  init(
    place: Workplace, options: JournalOptions, manifest: Manifest,
    manifestFile: any StorageFile, headFile: HeadFile?, writing: Writing?, report: RecoveryReport
  ) throws(JournalError) {
    self.place = place
    self.options = options
    self.manifest = manifest
    self.manifestFile = manifestFile
    self.headFile = headFile
    self.writing = writing
    self.report = report
    digest = Digest()
    let segment = try place.openSegment(
      manifest.segments[0], journal: manifest.journal,
      writes: writing != nil && manifest.segments.count == 1)
    cursor = RecordCursor(startOf: segment, digest: digest)
  }

  /// The manifest's entry of the segment the cursor is in; nil when a rescue dropped it.
  var currentEntry: Manifest.Segment? {
    manifest.segments.last { $0.serial == cursor.segment.serial }
  }

  /// Goes back to before the first record.
  public func rewind() throws(JournalError) {
    precondition(writing?.isLocked != true, "rewinding is not for the lock")
    cursor = try cursor(atSegment: 0)
    recent.removeAll()
    lastLine = nil
    highestClaim = 0
    try lookAtHead()
  }

  /// A cursor before the first record of a segment.
  func cursor(atSegment index: Int) throws(JournalError) -> RecordCursor {
    let entry = manifest.segments[index]
    let segment = try place.openSegment(
      entry, journal: manifest.journal, writes: writing != nil && entry.end == nil)
    return RecordCursor(startOf: segment, digest: digest)
  }

  /// Reads `HEAD` anew, so that its claim is held against the records read from now on.
  @discardableResult
  func lookAtHead() throws(JournalError) -> HeadSlot? {
    guard let slot = try headFile?.read().slot else { return nil }
    expectedHead = slot.head
    return slot
  }

  /// An error about the record at the cursor.
  func error(
    _ code: JournalErrorCode, _ message: String, remedy: String? = nil
  ) -> JournalError {
    JournalError(
      code, message, remedy: remedy,
      at: .init(
        file: cursor.segment.path, offset: cursor.offset, sequence: cursor.head.sequence + 1))
  }
}
