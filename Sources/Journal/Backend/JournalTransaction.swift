/// What can be done while the journal's lock is held; dead once it is given back.
public protocol JournalTransaction {
  /// The last record handed over or written.
  var head: JournalHead { get }

  /// Hands over what others wrote; see ``JournalBackend/catchUp(limitLines:_:)``. Under the lock a
  /// half-written last record is a dead writer's, and is cut off after a copy was kept.
  @discardableResult
  func catchUp(
    limitLines: Int, _ body: (JournalLine) throws -> Void
  ) throws -> CatchUpResult

  /// The record of a recent transaction of this name, for a retry after an unknown outcome.
  ///
  /// Recent are the last ``JournalLimits/recentTransactions`` handed over or written; those before
  /// a checkpoint the journal was opened at are not known.
  func sequence(of id: TransactionID) -> UInt64?

  /// Writes one record behind everything there is, all or nothing.
  ///
  /// The record is visible to others at once and durable when the ticket is synced; it moves the
  /// head and is not handed over again.
  ///
  /// - Parameters:
  ///   - operations: a JSON array on one line; not parsed.
  ///   - actor: who asks, 1…``JournalLimits/actorBytes`` bytes.
  ///   - surface: through what, 1…``JournalLimits/surfaceBytes`` lower-case letters and hyphens.
  ///   - id: the transaction's name, new for each change and kept for its retries.
  ///   - time: the wall clock.
  /// - Throws: ``JournalErrorCode/notCaughtUp``, ``JournalErrorCode/duplicateTransaction``,
  ///   ``JournalErrorCode/lineTooLong``, ``JournalErrorCode/invalidField``,
  ///   ``JournalErrorCode/noSpace`` and what else the disk gives. Nothing is written then.
  func append(
    operations: UnsafeRawBufferPointer, actor: String, surface: String, id: TransactionID,
    time: JournalTime
  ) throws(JournalError) -> JournalTicket
}

extension JournalTransaction {
  /// Hands over everything others wrote.
  @discardableResult
  public func catchUp(_ body: (JournalLine) throws -> Void) throws -> CatchUpResult {
    try catchUp(limitLines: .max, body)
  }

  /// Writes one record; see the requirement of the same name.
  public func append(
    operations: [UInt8], actor: String, surface: String, id: TransactionID, time: JournalTime
  ) throws(JournalError) -> JournalTicket {
    let result = operations.withUnsafeBytes { bytes in
      Result { () throws(JournalError) in
        try append(operations: bytes, actor: actor, surface: surface, id: id, time: time)
      }
    }
    return try result.get()
  }
}
