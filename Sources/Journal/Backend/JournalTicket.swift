/// A record that was written and waits to be durable.
///
/// May be handed to another thread, so that a sync never keeps the journal's own thread waiting.
public struct JournalTicket: Sendable {
  /// The record's sequence number.
  public let sequence: UInt64
  /// The place in the history behind the record.
  public let head: JournalHead
  /// The transaction's name.
  public let id: TransactionID
  private let synchronize: @Sendable () throws(JournalError) -> Void

  /// Makes a ticket for a backend.
  ///
  /// - Parameter synchronize: returns when the record is durable and counts as acknowledged;
  ///   callable from any thread, more than once.
  public init(
    head: JournalHead, id: TransactionID,
    synchronize: @escaping @Sendable () throws(JournalError) -> Void
  ) {
    self.sequence = head.sequence
    self.head = head
    self.id = id
    self.synchronize = synchronize
  }

  /// Waits until the record, and everything before it, is durable.
  ///
  /// Must not be called inside the journal's lock. After a failure the outcome is unknown: the
  /// record may or may not be there after the next start; ask again with the same name then.
  ///
  /// - Returns: the acknowledgement that may be passed on to whoever asked.
  /// - Throws: ``JournalErrorCode/syncFailed`` or ``JournalErrorCode/poisoned``; the journal takes
  ///   no more writes until it is opened again. ``JournalErrorCode/inputOutput`` or
  ///   ``JournalErrorCode/busy`` when `HEAD` could not be moved; calling again is allowed then.
  @discardableResult
  public func sync() throws(JournalError) -> Acknowledgement {
    try synchronize()
    return Acknowledgement(head: head, id: id)
  }
}
