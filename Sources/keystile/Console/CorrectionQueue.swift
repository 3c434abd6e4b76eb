import Console
import GatewayModel
import Workspace

/// Finds what undo and redo take back, one after the other: a second undo means the line before the
/// first one's, which is known only once the first one stands in the journal.
final class CorrectionQueue {
  /// What is to be taken back.
  enum Target: Sendable {
    /// The actor's last change that still stands, only to be looked at.
    case lastChange
    /// The actor's last undo.
    case lastUndo
    /// A line of the journal.
    case line(Sequence64)
  }

  /// What was found.
  enum Found {
    /// The line, and the command that takes it back.
    case correction(HistoryEntry, Command)
    /// The line that was to be looked at.
    case found(HistoryEntry)
    /// There is nothing to take back.
    case nothing
    /// The past cannot be read, or not be taken back.
    case failed(WorkspaceError)
  }

  /// Presses that may wait; more are refused like those that find nothing.
  private static let limitTargets = 256

  private let past: PastReader
  private let actor: Actor
  private let onFound: (EffectID, Found) -> Void
  private var waiting: [(id: EffectID, target: Target)] = []
  private var isSearching = false

  /// - Parameters:
  ///   - past: Where to search.
  ///   - actor: Whose changes are taken back.
  ///   - onFound: Does it; the next search begins when it returns.
  init(past: PastReader, actor: Actor, onFound: @escaping (EffectID, Found) -> Void) {
    self.past = past
    self.actor = actor
    self.onFound = onFound
  }

  /// Asks for what takes something back.
  func ask(_ id: EffectID, _ target: Target) {
    guard waiting.count < Self.limitTargets else { return onFound(id, .nothing) }
    waiting.append((id, target))
    searchNext()
  }

  private func searchNext() {
    guard !isSearching, !waiting.isEmpty else { return }
    isSearching = true
    let (id, target) = waiting.removeFirst()
    let actor = actor
    past.read({ history throws(WorkspaceError) in
      let sequence =
        switch target {
        case .lastChange: try history.nextUndo(by: actor)
        case .lastUndo: try history.nextRedo(by: actor)
        case .line(let sequence): sequence
        }
      guard let sequence else { return nil }
      if case .lastChange = target {
        return try history.entry(at: sequence).map { Answer(entry: $0, command: nil) }
      }
      let command = try history.undoCommand(of: sequence)
      return try history.entry(at: sequence).map { Answer(entry: $0, command: command) }
    }) { [weak self] (result: Result<Answer?, WorkspaceError>) in
      self?.take(result, for: id)
    }
  }

  private struct Answer: Sendable {
    let entry: HistoryEntry
    let command: Command?
  }

  private func take(_ result: Result<Answer?, WorkspaceError>, for id: EffectID) {
    switch result {
    case .success(let answer?):
      let correction = answer.command.map { Found.correction(answer.entry, $0) }
      onFound(id, correction ?? .found(answer.entry))
    case .success(nil): onFound(id, .nothing)
    case .failure(let error): onFound(id, .failed(error))
    }
    isSearching = false
    searchNext()
  }
}
