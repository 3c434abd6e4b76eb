extension GatewayState {
  func decide(
    _ input: Command.UpdateAccount, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateAccount")
  }

  func decide(
    _ input: Command.TagResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "TagResource")
  }

  func decide(
    _ input: Command.UntagResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UntagResource")
  }

  func decide(
    _ input: Command.Restore, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "Restore")
  }
}
