import GatewayModel
import Terminal

extension ConsoleState {
  /// Asks for a change of the workspace.
  ///
  /// - Parameters:
  ///   - command: The change.
  ///   - refs: The edited entities, whose revisions as seen now travel along.
  ///   - label: What it does, in the past tense.
  ///   - then: What happens in the console once it is accepted.
  /// - Returns: The effect; nothing when the workspace is read-only.
  mutating func submit(
    _ command: Command, editing refs: [EntityRef] = [], label: String,
    then: ConsoleAction? = nil, _ world: any ConsoleWorld
  ) -> [Effect] {
    let seen = FormDefinition.revisions(refs, in: world.state)
    return submit(Submission(command, expecting: seen, label: label), then: then, world)
  }

  /// Asks for a change that is based on what was seen when the edit began.
  mutating func submit(
    _ submission: Submission, then: ConsoleAction? = nil, _ world: any ConsoleWorld
  ) -> [Effect] {
    guard !world.status.isReadOnly else {
      tell(.error, "this workspace is open for reading only", world)
      return []
    }
    let id = makeEffectID()
    pendingEffects[id] = PendingEffect(
      label: submission.label, then: then, submission: submission)
    return [.submit(id, submission)]
  }

  /// Learns what became of an effect.
  mutating func receive(
    _ outcome: EffectOutcome, of id: EffectID, _ world: any ConsoleWorld
  ) -> [Effect] {
    // The change is told of when it is accepted; that it is on the disk may be heard before that.
    if case .durable = outcome { return [] }
    for index in overlays.indices.reversed() {
      let reply = overlays[index].receive(outcome, of: id, world: world)
      switch reply {
      case .ignored: continue
      case .stay: return []
      case .close, .closeThen: overlays.remove(at: index)
      case .perform: break
      }
      let effects: [Effect] =
        switch reply {
        case .closeThen(let action), .perform(let action): action(&self, world)
        default: []
        }
      if case .perform = reply { return effects }
      return effects + settle(outcome, of: id, world)
    }
    if let screen, let reply = screens[screen]?.receive(outcome, of: id, world: world) {
      switch reply {
      case .ignored: break
      default: return take(reply, world)
      }
    }
    return settle(outcome, of: id, world)
  }

  private mutating func settle(
    _ outcome: EffectOutcome, of id: EffectID, _ world: any ConsoleWorld
  ) -> [Effect] {
    let pending = pendingEffects.removeValue(forKey: id)
    if case .accepted(let sequence, _, _, _) = outcome { noteOwnLine(sequence) }
    if case .failed(let reason) = outcome {
      // Also what was accepted before and now cannot be brought to the disk.
      tell(.error, reason, world)
      waitingUndos = 0
      return []
    }
    guard let pending else { return [] }
    let effects = tell(outcome, of: pending, world)
    return pending.isUndo ? effects + goOnUndoing(after: outcome, world) : effects
  }

  /// Says what became of an effect, and goes on with what was to follow it.
  private mutating func tell(
    _ outcome: EffectOutcome, of pending: PendingEffect, _ world: any ConsoleWorld
  ) -> [Effect] {
    switch outcome {
    case .accepted(_, let summary, _, let warnings):
      let text = summary.isEmpty ? pending.label : summary
      newestIsUndo = pending.isUndo
      if let warning = warnings.first {
        tell(.warning, "\(text): \(warning)", hints: [pending.hint], world)
      } else {
        tell(.ok, text, hints: [pending.hint], world)
      }
      return pending.then?(&self, world) ?? []
    case .unchanged: tell(.info, "nothing to change: \(pending.label) already", world)
    case .refused(let error): tell(.error, Self.text(of: error), world)
    case .conflict(let conflict): openConflict(conflict, of: pending.submission, world)
    case .recalled(let line): return pending.recalled?(line)(&self, world) ?? []
    case .copied(let means): tell(.ok, "\(pending.label) copied by \(means)", world)
    case .wrote(let path): tell(.ok, "wrote \(path)", world)
    case .durable, .edited, .failed: break
    }
    return []
  }

  /// The model's words for a refusal, and how to mend it.
  static func text(of error: CommandError) -> String {
    error.remedy.map { "\(error.message) — \($0)" } ?? error.message
  }

  /// Shows both sides of a conflict that no form has met.
  private mutating func openConflict(
    _ conflict: EditConflict, of submission: Submission?, _ world: any ConsoleWorld
  ) {
    open(ConflictOverlay(conflict, submission: submission, world: world))
  }
}
