extension GatewayState {
  /// Puts a key in a plan.
  func decide(
    _ input: Command.CreateUsagePlanKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    guard input.keyType == UsagePlanKey.keyType else {
      throw CommandError(
        .badRequest, "Invalid key type specified. Valid options are \(UsagePlanKey.keyType)",
        field: "keyType", remedy: "Use \(UsagePlanKey.keyType); there is no other kind.")
    }
    let plan = try requirePlan(input.usagePlanId)
    let key = try requireKey(input.keyId, field: "keyId")
    try requireJoinable(
      plan, key: key.id, name: key.name, inPlans: planIdsByKey[key.id] ?? [],
      limits: context.limits)
    let member = Entity.usagePlanKey(
      UsagePlanKey(usagePlanId: plan.id, keyId: key.id, createdDate: context.now))
    return Decision(events: [.put(member)], subjects: [member.ref])
  }

  /// Takes a key out of a plan, its grant with it.
  func decide(
    _ input: Command.DeleteUsagePlanKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let id = PlanKeyID(usagePlanId: input.usagePlanId, keyId: input.keyId)
    _ = try requireMembership(id)
    return Decision(events: detaching(id), subjects: [.usagePlanKey(id)])
  }
}
