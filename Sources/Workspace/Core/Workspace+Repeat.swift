public import GatewayModel
import Journal

extension Workspace {
  /// The outcome of a transaction that is in the journal already.
  ///
  /// Its line may be another process's and not durable yet. Lines found at opening are; for a later
  /// one an empty line is written, whose sync covers all before it.
  func repeated(
    _ request: SubmitRequest, sequence: Sequence64, in transaction: any JournalTransaction
  ) throws -> SubmitOutcome {
    var ticket: JournalTicket?
    if sequence > settledSequence {
      ticket = try transaction.append(
        operations: try EventCodec.encode(TransactionRecord(events: [])),
        actor: request.actor.name, surface: request.surface.rawValue,
        id: TransactionID(using: &randomNumbers),
        time: JournalTime(microseconds: options.now().microseconds))
      state.apply([], sequence: transaction.head.sequence)
    }
    return SubmitOutcome(
      ticket: ticket, sequence: sequence,
      decision: Decision(events: [], subjects: try subjects(of: sequence)), isRepeat: true)
  }

  private func subjects(of sequence: Sequence64) throws(WorkspaceError) -> [EntityRef] {
    if let change = pending.last(where: { $0.sequence == sequence }) { return change.subjects }
    return try history().change(at: sequence)?.subjects ?? []
  }

  /// Tells, once the lock is given back, who changed what an edit was based on.
  func conflict(_ mismatch: RevisionMismatch) throws(SubmitError) -> EditConflict {
    do throws(WorkspaceError) {
      let filter = HistoryFilter(only: mismatch.ref)
      let page = try history().page(limit: 1, filter: filter, naming: displayName)
      return EditConflict(
        ref: mismatch.ref, expectedRevision: mismatch.expected,
        current: state.entity(mismatch.ref), change: page.entries.first)
    } catch {
      throw .unusable(error)
    }
  }

  /// What kind of line a command is, if it takes another one back.
  func correction(by command: Command) throws(SubmitError) -> Correction? {
    guard case .restore(let restore) = command else { return nil }
    do throws(WorkspaceError) {
      switch try history().change(at: restore.undoneSequence)?.correction {
      case .undo: return .redo(of: restore.undoneSequence)
      case .redo, nil: return .undo(of: restore.undoneSequence)
      }
    } catch {
      throw .unusable(error)
    }
  }

  /// What people call an entity now; nil when it has no name or is gone.
  public func displayName(_ ref: EntityRef) -> String? {
    state.entity(ref)?.displayName
  }
}
