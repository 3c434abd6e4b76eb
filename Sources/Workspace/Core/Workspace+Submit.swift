public import GatewayModel
public import Journal

extension Workspace {
  /// Does a command.
  ///
  /// - Parameters:
  ///   - command: What is asked for.
  ///   - actor: Who asks.
  ///   - surface: Through what.
  ///   - expecting: The revision of each entity that the caller's edit is based on, 0 for one that
  ///     should not exist; whatever is not named is not checked.
  ///   - id: The transaction's name, to be kept for a retry after an unknown outcome; drawn when
  ///     it is nil.
  /// - Returns: What became of it. Visible to everyone; durable after `Receipt.sync()`, and only
  ///   then to be acknowledged.
  /// - Throws: The refusal. Others' changes that were taken over on the way come with the next
  ///   receipt or turn.
  /// - Complexity: that of the rule and of what others wrote since; independent of how much the
  ///   workspace holds.
  public func submit(
    _ command: Command, actor: Actor, surface: Surface,
    expecting: [EntityRef: Sequence64] = [:], id: TransactionID? = nil
  ) throws(SubmitError) -> Receipt {
    let request = SubmitRequest(
      command: command, actor: actor, surface: surface, expecting: expecting,
      id: id ?? TransactionID(using: &randomNumbers))
    let correction = try correction(by: command)
    do {
      let outcome = try journal.withLock { transaction in
        try decideAndWrite(request, correction: correction, in: transaction)
      }
      return receipt(outcome)
    } catch let error as SubmitError {
      throw error
    } catch let mismatch as RevisionMismatch {
      throw .conflict(try conflict(mismatch))
    } catch let error as CommandError {
      throw .refused(error)
    } catch let error as JournalError where error.code == .lineTooLong {
      throw .refused(
        CommandError(
          .limitExceeded, error.message, remedy: "Split the change into several smaller ones"))
    } catch let error as JournalError {
      throw .unusable(WorkspaceError(error))
    } catch let error as WorkspaceError {
      throw .unusable(error)
    } catch {
      throw .unusable(
        WorkspaceError(
          .inputOutput, "the journal failed: \(type(of: error))",
          remedy: "Open the workspace again"))
    }
  }

  /// Does a command and waits until it is durable: for callers with nothing else to do.
  ///
  /// See ``submit(_:actor:surface:expecting:id:)`` for the parameters.
  public func submitDurably(
    _ command: Command, actor: Actor, surface: Surface,
    expecting: [EntityRef: Sequence64] = [:], id: TransactionID? = nil
  ) throws(SubmitError) -> Receipt {
    let receipt = try submit(
      command, actor: actor, surface: surface, expecting: expecting, id: id)
    do throws(WorkspaceError) {
      try receipt.sync()
    } catch {
      throw .unusable(error)
    }
    return receipt
  }

  /// The part under the lock: take over, check, decide, write, apply.
  private func decideAndWrite(
    _ request: SubmitRequest, correction: Correction?, in transaction: any JournalTransaction
  ) throws -> SubmitOutcome {
    try takeOver(in: transaction)
    if let sequence = transaction.sequence(of: request.id) {
      return try repeated(request, sequence: sequence, in: transaction)
    }
    for (ref, revision) in request.expecting where (state.revision(of: ref) ?? 0) != revision {
      throw RevisionMismatch(ref: ref, expected: revision)
    }
    let now = options.now()
    let decision = try state.decide(
      request.command,
      in: decisionContext(at: now))
    guard !decision.events.isEmpty else {
      return SubmitOutcome(ticket: nil, sequence: nil, decision: decision)
    }
    let operations = try EventCodec.encode(
      TransactionRecord(
        events: decision.events.map {
          RecordedEvent($0, replaced: state.revision(of: $0.ref))
        },
        correction: correction))
    let ticket = try transaction.append(
      operations: operations, actor: request.actor.name, surface: request.surface.rawValue,
      id: request.id, time: JournalTime(microseconds: now.microseconds))
    state.apply(decision.events, sequence: ticket.sequence)
    pending.append(
      Change(
        sequence: ticket.sequence, time: now, actor: request.actor, surface: request.surface,
        correction: correction, events: decision.events))
    return SubmitOutcome(ticket: ticket, sequence: ticket.sequence, decision: decision)
  }

  private func takeOver(in transaction: any JournalTransaction) throws {
    let room = WorkspaceLimits.pendingChanges - pending.count
    guard room > 0,
      try !transaction.catchUp(limitLines: room, { try take($0) }).mayHaveMore
    else {
      throw WorkspaceError(
        .behind, "\(pending.count) changes by others wait to be taken over",
        remedy: "Catch up and try again")
    }
  }

  private func receipt(_ outcome: SubmitOutcome) -> Receipt {
    Receipt(
      sequence: outcome.sequence, subjects: outcome.decision.subjects,
      warnings: outcome.decision.warnings, changes: takePending(), isRepeat: outcome.isRepeat,
      ticket: outcome.ticket)
  }
}
