import Synchronization

/// Makes records durable and says so: what tickets share with the journal, on any thread.
///
/// Syncs of one process run one at a time. The kernel reports a failed write-back once per open
/// file, so of two syncs that run together one could miss the failure of the other; and whoever
/// waited finds its record covered by the sync before.
final class Durability: Sendable {
  private let head: HeadFile
  private let lock: LockFile
  private let syncing = Mutex<Void>(())
  private let durable: Atomic<UInt64>
  private let hasFailed = Atomic(false)

  init(head: HeadFile, lock: LockFile, durableSequence: UInt64) {
    self.head = head
    self.lock = lock
    durable = Atomic(durableSequence)
  }

  /// The highest sequence number this process knows to be durable.
  var durableSequence: UInt64 { durable.load(ordering: .acquiring) }

  /// Whether a sync failed in this process: it acknowledges and writes nothing any more.
  var isPoisoned: Bool { hasFailed.load(ordering: .acquiring) }

  /// Syncs a segment up to a record, unless that record is durable already, and moves `HEAD`.
  ///
  /// - Throws: ``JournalErrorCode/syncFailed`` when this very sync failed,
  ///   ``JournalErrorCode/poisoned`` when an earlier one did.
  func sync(_ segment: OpenSegment, through sequence: UInt64) throws(JournalError) {
    if durableSequence >= sequence { return }
    let result = syncing.withLock { _ in
      Result { () throws(JournalError) in try syncAlone(segment, through: sequence) }
    }
    try result.get()
  }

  private func syncAlone(_ segment: OpenSegment, through sequence: UInt64) throws(JournalError) {
    if durableSequence >= sequence { return }
    if isPoisoned { throw poisonedError(sequence) }
    let target = segment.written
    precondition(target.head.sequence >= sequence, "only what was written can be synced")
    do throws(SystemCallError) {
      try segment.file.syncData()
    } catch {
      poison(sequence: sequence, segment: segment.serial)
      var failure = JournalError(
        error, "sync record \(sequence)", at: .init(file: segment.path, sequence: sequence))
      failure.code = .syncFailed
      failure.remedy = JournalErrorCode.syncFailed.remedy
      throw failure
    }
    // A failed sync of another process may have made this one succeed on lost pages.
    let mark = try journalCall("read the lock file") { () throws(SystemCallError) in
      try lock.poison()
    }
    if mark?.segment == segment.serial {
      hasFailed.store(true, ordering: .releasing)
      throw poisonedError(sequence)
    }
    try head.advance(to: target.head, segment: segment.serial, offset: target.offset)
    durable.store(target.head.sequence, ordering: .releasing)
  }

  /// Notes that records up to `sequence` are durable by other means.
  func confirm(_ sequence: UInt64) {
    durable.store(max(durableSequence, sequence), ordering: .releasing)
  }

  /// Stops this process and tells the others.
  func poison(sequence: UInt64, segment: UInt64) {
    hasFailed.store(true, ordering: .releasing)
    lock.mark(.init(sequence: sequence, segment: segment))
  }

  func poisonedError(_ sequence: UInt64) -> JournalError {
    JournalError(
      .poisoned, "an earlier sync failed, so nothing is written any more",
      at: .init(file: lock.path, sequence: sequence))
  }
}
