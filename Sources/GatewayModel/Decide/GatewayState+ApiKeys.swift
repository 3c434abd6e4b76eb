extension GatewayState {
  func decide(
    _ input: Command.CreateApiKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "CreateApiKey")
  }

  func decide(
    _ input: Command.UpdateApiKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateApiKey")
  }

  func decide(
    _ input: Command.DeleteApiKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteApiKey")
  }

  func decide(
    _ input: Command.ImportApiKeys, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "ImportApiKeys")
  }

  func decide(
    _ input: Command.RotateApiKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "RotateApiKey")
  }
}
