public import GatewayModel
import Journal

/// What became of a command; the change is visible to everyone, and durable after `sync()`.
///
/// May be handed to another thread, so that waiting for the disk keeps nobody else.
public struct Receipt: Sendable {
  /// The line that was written; nil when the command changed nothing.
  public let sequence: Sequence64?
  /// The entities the command was about, the created or updated one first.
  public let subjects: [EntityRef]
  /// What the operator should know although it was done.
  public let warnings: [String]
  /// Everything applied to the state since the last receipt or turn, others' changes first, this
  /// one last: `catchUp` does not hand them over again.
  public let changes: [Change]
  /// Whether a transaction of this name was there already, and only its outcome is told.
  public let isRepeat: Bool
  let ticket: JournalTicket?

  /// Whether the command changed anything.
  public var changedAnything: Bool { sequence != nil }

  /// Waits until the change is durable.
  ///
  /// Callable from any thread, more than once; at once when nothing was written.
  /// - Throws: ``WorkspaceErrorCode/poisoned`` when the outcome is unknown: submitting again with
  ///   the same transaction name tells, once the workspace was opened anew.
  public func sync() throws(WorkspaceError) {
    guard let ticket else { return }
    do throws(JournalError) {
      try ticket.sync()
    } catch {
      throw WorkspaceError(error)
    }
  }
}
