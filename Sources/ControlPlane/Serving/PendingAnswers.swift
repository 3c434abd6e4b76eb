import EventLoop
import Workspace

/// The answers of one turn that wait for the disk: one sync for all of them.
///
/// Every request that was ready in the turn is decided and written first; the newest line's sync covers
/// those before it, so eight clients that write at once pay for one.
final class PendingAnswers {
  private let loop: EventLoop
  private var newest: Receipt?
  private var waiting: [(WorkspaceError?) -> Void] = []
  private var afterTurn: () -> Void = {}

  init(loop: EventLoop) {
    self.loop = loop
  }

  /// Whether something waits.
  var isEmpty: Bool { waiting.isEmpty }

  /// Adds an answer to send once everything written so far is durable.
  ///
  /// - Parameters:
  ///   - receipt: What was written; nil for an answer that only reads, and may show what others of this
  ///     turn wrote.
  ///   - send: Takes why durability is not known, or nil.
  func add(_ receipt: Receipt?, _ send: @escaping (WorkspaceError?) -> Void) {
    if waiting.isEmpty { loop.atEndOfTurn { [weak self] in self?.commit() } }
    if let receipt, receipt.changedAnything { newest = receipt }
    waiting.append(send)
  }

  private func commit() {
    var failure: WorkspaceError?
    do throws(WorkspaceError) {
      try newest?.sync()
    } catch {
      failure = error
    }
    newest = nil
    let sends = waiting
    waiting.removeAll(keepingCapacity: true)
    for send in sends { send(failure) }
  }
}
