public import GatewayModel

extension Workspace {
  /// What a command would come to now, without doing it.
  ///
  /// What forms check with as one types; what it makes has ids of its own each time.
  /// - Throws: The refusal that doing it would meet.
  public func preview(_ command: Command) throws(CommandError) -> Decision {
    try state.decide(
      command,
      in: DecisionContext(
        now: options.now(), identifiers: options.identifiers, usedInPeriod: usedInPeriod))
  }
}
