extension GatewayState {
  func decide(
    _ input: Command.CreateRestApi, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "CreateRestApi")
  }

  func decide(
    _ input: Command.UpdateRestApi, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateRestApi")
  }

  func decide(
    _ input: Command.DeleteRestApi, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteRestApi")
  }

  func decide(
    _ input: Command.CreateResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "CreateResource")
  }

  func decide(
    _ input: Command.UpdateResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateResource")
  }

  func decide(
    _ input: Command.DeleteResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteResource")
  }

  func decide(
    _ input: Command.PutGatewayResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "PutGatewayResponse")
  }

  func decide(
    _ input: Command.UpdateGatewayResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateGatewayResponse")
  }

  func decide(
    _ input: Command.DeleteGatewayResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteGatewayResponse")
  }

  func decide(
    _ input: Command.CreateModel, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "CreateModel")
  }

  func decide(
    _ input: Command.UpdateModel, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateModel")
  }

  func decide(
    _ input: Command.DeleteModel, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteModel")
  }

  func decide(
    _ input: Command.CreateRequestValidator, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "CreateRequestValidator")
  }

  func decide(
    _ input: Command.UpdateRequestValidator, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateRequestValidator")
  }

  func decide(
    _ input: Command.DeleteRequestValidator, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteRequestValidator")
  }
}
