import GatewayModel
import Terminal

extension ConsoleState {
  /// Reads a line of the journal with all it changed, then goes on with it.
  mutating func recall(
    _ sequence: Sequence64, _ then: @escaping @Sendable (RecalledLine) -> ConsoleAction
  ) -> [Effect] {
    let id = makeEffectID()
    pendingEffects[id] = PendingEffect(
      label: "reading #\(Words.grouped(Int(sequence)))", then: nil, recalled: then)
    return [.recall(id, sequence)]
  }

  /// Shows what the newest line about an entity, or the line under the cursor, changed.
  mutating func showDifference(_ world: any ConsoleWorld) -> [Effect] {
    let sequence =
      screen == .history
      ? (screens[.history] as? HistoryScreen)?.line?.sequence
      : subject.flatMap { world.state.revision(of: $0) }
    guard let sequence else {
      tell(.info, "nothing has changed here", world)
      return []
    }
    return recall(sequence) { recalled in
      { console, world in
        console.open(TextOverlay.difference(recalled, in: world.state))
        return []
      }
    }
  }

  /// Shows or copies what of the AWS CLI does the same as a line of the journal, or takes it back.
  mutating func commandLine(
    of sequence: Sequence64, takingBack: Bool = false, copies: Bool
  ) -> [Effect] {
    recall(sequence) { recalled in
      { console, world in
        let steps = takingBack ? recalled.steps.reversed().map(\.takenBack) : recalled.steps
        return console.commandLine(AWSScript(steps, in: world.state), copies: copies, world)
      }
    }
  }

  /// Shows or copies what of the AWS CLI does the same as a command.
  mutating func commandLine(
    of command: Command?, copies: Bool, _ world: any ConsoleWorld
  ) -> [Effect] {
    guard let command else {
      tell(.info, "there is no change to write as a command", world)
      return []
    }
    return commandLine(AWSScript(command, in: world.state), copies: copies, world)
  }

  private mutating func commandLine(
    _ script: AWSScript, copies: Bool, _ world: any ConsoleWorld
  ) -> [Effect] {
    guard !script.lines.isEmpty else {
      tell(.info, "there is no change to write as a command", world)
      return []
    }
    if copies {
      return copy(script.text, what: Words.count(script.lines.count, "AWS CLI line"))
    }
    open(TextOverlay.commandLine(script))
    return []
  }
}

extension AWSScript.Step {
  /// What puts the entity back.
  fileprivate var takenBack: AWSScript.Step {
    AWSScript.Step(ref: ref, before: after, after: before)
  }
}
