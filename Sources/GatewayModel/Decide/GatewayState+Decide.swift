extension GatewayState {
  /// What a command comes to in this state: the one place where every surface's changes are ruled on.
  ///
  /// The state is the same afterwards; it is `mutating` because a batch or an undo is decided on the state
  /// itself and taken back, which costs nothing that grows with the number of entities.
  /// - Parameters:
  ///   - command: What is asked for.
  ///   - context: Time, randomness and counters.
  /// - Returns: The events of one journal line; none when the command changes nothing.
  /// - Throws: The refusal, with API Gateway's code and text.
  public mutating func decide(
    _ command: Command, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    switch command {
    case .batch(let batch): try decide(batch, in: context)
    case .restore(let restore): try decide(restore)
    case .importRestApi(let input): try decide(input, in: context)
    case .putRestApi(let input): try decide(input, in: context)
    default: try ruling(on: command, in: context)
    }
  }

  private mutating func decide(
    _ batch: Command.Batch, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var whole = Decision(events: [], subjects: [])
    var log = DecisionLog()
    defer { takeBack(log) }
    for command in batch.commands {
      let step = try decide(command, in: context)
      take(step.events, into: &log)
      whole.events += step.events
      whole.subjects += step.subjects
      whole.warnings += step.warnings
    }
    return whole
  }
}
