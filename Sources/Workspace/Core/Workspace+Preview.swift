public import GatewayModel

extension Workspace {
  /// What a command would come to now, without doing it.
  ///
  /// What forms check with as one types; what it makes has ids of its own each time.
  /// - Throws: The refusal that doing it would meet.
  public func preview(_ command: Command) throws(CommandError) -> Decision {
    try state.decide(
      command,
      in: decisionContext(at: options.now()))
  }

  /// What decisions depend on besides the state.
  func decisionContext(at now: Timestamp) -> DecisionContext {
    DecisionContext(
      now: now, identifiers: options.identifiers, limits: options.limits,
      usedInPeriod: usedInPeriod,
      makeCertificate: options.makeCertificate)
  }
}
