extension GatewayState {
  func decide(
    _ input: Command.PutMethod, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "PutMethod")
  }

  func decide(
    _ input: Command.UpdateMethod, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateMethod")
  }

  func decide(
    _ input: Command.DeleteMethod, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteMethod")
  }

  func decide(
    _ input: Command.PutMethodResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "PutMethodResponse")
  }

  func decide(
    _ input: Command.UpdateMethodResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateMethodResponse")
  }

  func decide(
    _ input: Command.DeleteMethodResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteMethodResponse")
  }

  func decide(
    _ input: Command.PutIntegration, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "PutIntegration")
  }

  func decide(
    _ input: Command.UpdateIntegration, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateIntegration")
  }

  func decide(
    _ input: Command.DeleteIntegration, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteIntegration")
  }

  func decide(
    _ input: Command.PutIntegrationResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "PutIntegrationResponse")
  }

  func decide(
    _ input: Command.UpdateIntegrationResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateIntegrationResponse")
  }

  func decide(
    _ input: Command.DeleteIntegrationResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteIntegrationResponse")
  }
}
