import GatewayModel
import Journal

extension Workspace {
  /// Takes over what other processes wrote.
  ///
  /// - Parameter limitLines: The most lines to take, so that a user interface stays responsive.
  /// - Returns: The changes since the last turn or receipt, and whether to come back at once.
  /// - Throws: ``WorkspaceErrorCode/damaged`` and the like, once everything sound before the trouble
  ///   was handed over; the state goes on serving.
  /// - Complexity: linear in what was written; with nothing new, two system calls.
  public func catchUp(
    limitLines: Int = WorkspaceLimits.linesPerTurn
  ) throws(WorkspaceError) -> CatchUp {
    do throws(WorkspaceError) {
      let result = try workspaceCall {
        try journal.catchUp(limitLines: limitLines) { line in try take(line) }
      }
      return CatchUp(changes: takePending(), mayHaveMore: result.mayHaveMore)
    } catch {
      // The trouble is met again; what came before it must not wait until it is gone.
      guard !pending.isEmpty else { throw error }
      return CatchUp(changes: takePending(), mayHaveMore: true)
    }
  }

  /// A descriptor for an event loop: readable when there may be news.
  ///
  /// Take the notifications off with ``drainNotifications()`` and catch up. They are hints that may
  /// be lost: catch up every second anyhow (`JournalLimits.followInterval`).
  public func followDescriptor() throws(WorkspaceError) -> Int32 {
    try workspaceCall { try journal.followDescriptor() }
  }

  /// Takes pending notifications off the descriptor.
  ///
  /// - Returns: Whether there were any.
  @discardableResult
  public func drainNotifications() throws(WorkspaceError) -> Bool {
    try workspaceCall { try journal.drainNotifications() }
  }

  /// Applies a line and keeps it for the owner.
  func take(_ line: JournalLine) throws(WorkspaceError) {
    let change = try Change(line)
    state.apply(change.events, sequence: change.sequence)
    pending.append(change)
  }

  func takePending() -> [Change] {
    defer { pending = [] }
    return pending
  }
}

extension Change {
  /// Reads a line.
  init(_ line: JournalLine) throws(WorkspaceError) {
    let record = try TransactionRecord(line)
    self.init(
      sequence: line.sequence, time: Timestamp(microseconds: line.time.microseconds),
      actor: Actor(line.actor), surface: Surface(rawValue: line.surface),
      correction: record.correction, events: record.events.map(\.event))
  }
}

extension TransactionRecord {
  /// Reads a line's content.
  init(_ line: JournalLine) throws(WorkspaceError) {
    do throws(EventCodecError) {
      self = try EventCodec.decode(line.operations)
    } catch {
      throw WorkspaceError(error, sequence: line.sequence)
    }
  }
}
