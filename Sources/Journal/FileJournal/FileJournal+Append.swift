extension FileJournal {
  /// Takes the lock of `LOCK` around `body`; see ``JournalBackend``.
  public func withLock<Value>(
    _ body: (any JournalTransaction) throws -> Value
  ) throws -> Value {
    try lock()
    defer { unlock() }
    return try body(FileTransaction(journal: self))
  }

  /// Takes the lock and finds out whether writing is allowed.
  private func lock() throws(JournalError) {
    guard let writing else {
      throw JournalError(
        .readOnly, "the journal was opened for reading", at: .init(file: place.home.path))
    }
    precondition(!writing.isLocked, "the lock is not taken twice")
    let poison = try writing.lock.acquire(limit: options.lockWait)
    do throws(JournalError) {
      _ = try refreshManifest()
      if writing.durability.isPoisoned || poison?.segment == manifest.active.serial {
        throw writing.durability.poisonedError(poison?.sequence ?? cursor.head.sequence)
      }
      try lookAtHead()
    } catch {
      writing.lock.release()
      throw error
    }
    self.writing?.isLocked = true
    self.writing?.isCaughtUp = false
  }

  private func unlock() {
    writing?.isLocked = false
    writing?.isCaughtUp = false
    writing?.lock.release()
  }

  /// Writes a record; the lock is held.
  func append(_ content: RecordEncoder.Content) throws(JournalError) -> JournalTicket {
    guard let writing, writing.isLocked else {
      preconditionFailure("a transaction ends with the lock it was given")
    }
    guard writing.isCaughtUp else {
      throw error(.notCaughtUp, "others may have written records that were not read yet")
    }
    if writing.durability.isPoisoned {
      throw writing.durability.poisonedError(cursor.head.sequence)
    }
    if let sequence = recent.sequence(of: content.id) {
      throw JournalError(
        .duplicateTransaction, "the transaction is in the journal as record \(sequence)",
        at: .init(file: cursor.segment.path, sequence: sequence))
    }
    let claim = max(
      writing.durability.durableSequence, min(expectedHead?.sequence ?? 0, cursor.head.sequence))
    let line = try writing.encoder.encode(
      content, after: cursor.head, durableSequence: claim)
    if isSegmentFull(at: content.time) { try roll(at: content.time) }
    try write(line)
    lastLine = CheckpointMark.Line(segment: cursor.segment.serial, offset: cursor.offset)
    cursor.pass(cursor.head.sequence + 1, line: line)
    recent.insert(content.id, sequence: cursor.head.sequence)
    let segment = cursor.segment
    segment.written = OpenSegment.Reach(head: cursor.head, offset: cursor.offset)
    let (head, durability) = (cursor.head, writing.durability)
    return JournalTicket(head: head, id: content.id) { () throws(JournalError) in
      try durability.sync(segment, through: head.sequence)
    }
  }

  /// Writes a line at the end, all or nothing.
  private func write(_ line: UnsafeRawBufferPointer) throws(JournalError) {
    let segment = cursor.segment
    let offset = cursor.offset
    let failure: JournalError
    do throws(SystemCallError) {
      let count = try segment.file.write(line, at: offset)
      if count == line.count { return }
      failure = error(
        .noSpace, "only \(count) of the record's \(line.count) bytes could be written")
    } catch {
      failure = JournalError(
        error, "write record \(cursor.head.sequence + 1)",
        at: .init(file: segment.path, offset: offset, sequence: cursor.head.sequence + 1))
    }
    do throws(SystemCallError) {
      try segment.file.truncate(to: offset)
    } catch {
      // What stands behind the last record is unknown now.
      writing?.durability.poison(
        sequence: cursor.head.sequence + 1, segment: segment.serial)
    }
    throw failure
  }

  /// Whether the next record belongs into a new segment.
  private func isSegmentFull(at time: JournalTime) -> Bool {
    guard cursor.offset > cursor.segment.headerByteCount else { return false }
    return cursor.offset >= options.segmentBytes
      || time.microseconds - cursor.segment.created.microseconds
        >= options.segmentAgeMicroseconds
  }
}

/// A transaction is the journal itself, for as long as it holds the lock.
private struct FileTransaction: JournalTransaction {
  let journal: FileJournal

  var head: JournalHead { journal.head }

  func catchUp(
    limitLines: Int, _ body: (JournalLine) throws -> Void
  ) throws -> CatchUpResult {
    precondition(journal.writing?.isLocked == true, "a transaction ends with its lock")
    return try journal.readOn(limitLines: limitLines, body)
  }

  func sequence(of id: TransactionID) -> UInt64? {
    journal.recent.sequence(of: id)
  }

  func append(
    operations: UnsafeRawBufferPointer, actor: String, surface: String, id: TransactionID,
    time: JournalTime
  ) throws(JournalError) -> JournalTicket {
    try journal.append(
      RecordEncoder.Content(
        operations: operations, actor: actor, surface: surface, id: id, time: time))
  }
}
