extension GatewayState {
  func decide(
    _ input: Command.CreateUsagePlan, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "CreateUsagePlan")
  }

  func decide(
    _ input: Command.UpdateUsagePlan, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateUsagePlan")
  }

  func decide(
    _ input: Command.DeleteUsagePlan, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteUsagePlan")
  }

  func decide(
    _ input: Command.CreateUsagePlanKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "CreateUsagePlanKey")
  }

  func decide(
    _ input: Command.DeleteUsagePlanKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "DeleteUsagePlanKey")
  }

  func decide(
    _ input: Command.UpdateUsage, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    throw CommandError(.notImplemented, "UpdateUsage")
  }
}
