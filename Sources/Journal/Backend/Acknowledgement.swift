/// The promise that a record is durable.
public struct Acknowledgement: Sendable, Hashable {
  /// The place in the history behind the record.
  public let head: JournalHead
  /// The transaction's name.
  public let id: TransactionID

  /// The record's sequence number.
  public var sequence: UInt64 { head.sequence }

  /// Made by a ticket that was synced.
  init(head: JournalHead, id: TransactionID) {
    self.head = head
    self.id = id
  }
}
