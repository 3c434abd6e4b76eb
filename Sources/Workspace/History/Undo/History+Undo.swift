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
    try nextCorrections(by: actor).undo
  }

  /// The undo that `actor` would take back next; nil when a newer change has been made since.
  public func nextRedo(by actor: Actor) throws(WorkspaceError) -> Sequence64? {
    try nextCorrections(by: actor).redo
  }

  /// Both lines, found in one reading: see ``nextUndo(by:)`` and ``nextRedo(by:)``.
  ///
  /// - Complexity: linear in the bytes of the segments that hold the lines searched.
  public func nextCorrections(
    by actor: Actor
  ) throws(WorkspaceError) -> (undo: Sequence64?, redo: Sequence64?) {
    let last = try scanner.lastSequence()
    guard last > 0 else { return (nil, nil) }
    let lines = Sequence64(WorkspaceLimits.undoSearchLines)
    let first = last > lines ? last - lines + 1 : 1
    var steps: [UndoSearch.Step] = []
    steps.reserveCapacity(Int(last - first) + 1)
    try scanner.forEachLine(in: first...last) { line throws(WorkspaceError) in
      guard !line.operations.elementsEqual("[]".utf8) else { return }
      let isCorrection = line.operations.starts(with: EventCodec.correctionPrefix)
      let correction = isCorrection ? try TransactionRecord(line).correction : nil
      steps.append(
        UndoSearch.Step(
          sequence: line.sequence, correction: correction, isOwn: line.actor == actor.name))
    }
    return (UndoSearch.last(.undo, in: steps), UndoSearch.last(.redo, in: steps))
  }
}
