/// A journal of transactions: what the layers above know of it, be it files or a cluster.
///
/// A backend belongs to one thread; only tickets travel. It has a place in the history, its
/// ``head``, and everything above is built on moving that place forward: followers call
/// ``catchUp(limitLines:_:)``; writers do the same inside ``withLock(_:)`` and then append, so a
/// decision is always made on the latest state.
public protocol JournalBackend: AnyObject {
  /// The last record handed over, or written, through this backend.
  var head: JournalHead { get }

  /// Hands over every record behind ``head``, in order, and moves it along.
  ///
  /// A half-written record at the end is not an error: its writer may be at work. It is handed
  /// over by a later call, or cut off by the next writer.
  ///
  /// - Parameters:
  ///   - limitLines: the most records to hand over, so that a long tail can be taken in pieces.
  ///   - body: takes one record; the record's bytes are valid only inside. When it throws, the
  ///     head stays before that record. It must not use the backend.
  /// - Returns: how many records were handed over, and whether more may follow at once.
  /// - Throws: what `body` throws, or a ``JournalError`` after everything verified was handed over.
  /// - Complexity: O(*n*) in the bytes read; with nothing new, two `fstat` calls.
  @discardableResult
  func catchUp(
    limitLines: Int, _ body: (JournalLine) throws -> Void
  ) throws -> CatchUpResult

  /// Runs `body` while no other process can append.
  ///
  /// Nothing is synced inside: the lock is meant for microseconds. `body` must not wait for a
  /// ticket.
  ///
  /// - Throws: what `body` throws, or a ``JournalError``, ``JournalErrorCode/busy`` after
  ///   ``JournalLimits/lockWait``.
  func withLock<Value>(_ body: (any JournalTransaction) throws -> Value) throws -> Value

  /// A descriptor that becomes readable when there may be news; owned by the backend.
  ///
  /// Notifications are hints and may be lost: call ``catchUp(limitLines:_:)`` every
  /// ``JournalLimits/followInterval`` anyhow.
  func followDescriptor() throws(JournalError) -> Int32

  /// Takes pending notifications off the descriptor.
  ///
  /// - Returns: whether there were any, so that catching up is worth while.
  @discardableResult
  func drainNotifications() throws(JournalError) -> Bool
}

extension JournalBackend {
  /// Hands over every record behind the head; see ``catchUp(limitLines:_:)``.
  @discardableResult
  public func catchUp(_ body: (JournalLine) throws -> Void) throws -> CatchUpResult {
    try catchUp(limitLines: .max, body)
  }
}
