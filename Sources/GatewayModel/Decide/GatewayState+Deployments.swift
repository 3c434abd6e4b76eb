extension GatewayState {
  func decide(
    _ input: Command.CreateDeployment, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "CreateDeployment")
  }

  func decide(
    _ input: Command.UpdateDeployment, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateDeployment")
  }

  func decide(
    _ input: Command.DeleteDeployment, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteDeployment")
  }

  func decide(
    _ input: Command.CreateStage, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "CreateStage")
  }

  func decide(
    _ input: Command.UpdateStage, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateStage")
  }

  func decide(
    _ input: Command.DeleteStage, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteStage")
  }
}
