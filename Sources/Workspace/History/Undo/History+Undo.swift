public import GatewayModel
import Journal

extension History {
  /// The command that takes a line back.
  ///
  /// It is validated like any other: refused when one of the entities is no longer as the line left it.
  /// Taking back a line that itself took something back is a redo.
  /// - Throws: ``WorkspaceErrorCode/noSuchLine`` when there is no such line, or nothing in it.
  public func undoCommand(of sequence: Sequence64) throws(WorkspaceError) -> Command {
    guard let entry = try entry(at: sequence), !entry.changes.isEmpty else {
      throw WorkspaceError(
        .noSuchLine, "there is no change \(sequence) to undo",
        remedy: "Take a number from keystile history")
    }
    let inverse = entry.changes.reversed().map { change in
      change.before.map(Event.put) ?? .deleted(change.ref)
    }
    let outcome = entry.changes.map { change in
      change.after.map(Event.put) ?? .deleted(change.ref)
    }
    return .restore(
      Command.Restore(undoneSequence: sequence, outcome: outcome, events: inverse))
  }

  /// The line that `actor` would undo next, through whatever surface it was made; nil when there is
  /// none within `WorkspaceLimits.undoSearchLines`.
  public func nextUndo(by actor: Actor) throws(WorkspaceError) -> Sequence64? {
    try search(.undo, by: actor)
  }

  /// The undo that `actor` would take back next; nil when a newer change has been made since.
  public func nextRedo(by actor: Actor) throws(WorkspaceError) -> Sequence64? {
    try search(.redo, by: actor)
  }

  private func search(
    _ direction: UndoSearch.Direction, by actor: Actor
  ) throws(WorkspaceError) -> Sequence64? {
    let last = try scanner.lastSequence()
    guard last > 0 else { return nil }
    let lines = Sequence64(WorkspaceLimits.undoSearchLines)
    let first = last > lines ? last - lines + 1 : 1
    var steps: [(sequence: Sequence64, correction: Correction?, isOwn: Bool)] = []
    try scanner.forEachLine(in: first...last) { line throws(WorkspaceError) in
      guard !line.operations.elementsEqual("[]".utf8) else { return }
      let isCorrection = line.operations.starts(with: EventCodec.correctionPrefix)
      let correction = isCorrection ? try TransactionRecord(line).correction : nil
      steps.append((line.sequence, correction, line.actor == actor.name))
    }
    var search = UndoSearch(direction)
    for step in steps.reversed() {
      switch search.visit(step.sequence, correction: step.correction, isOwn: step.isOwn) {
      case .found: return step.sequence
      case .end: return nil
      case .goOn: continue
      }
    }
    return nil
  }
}
