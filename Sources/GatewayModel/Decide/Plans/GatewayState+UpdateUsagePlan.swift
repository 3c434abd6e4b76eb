extension GatewayState {
  /// Changes a plan's members, stages and limits, in order and as a whole.
  func decide(
    _ input: Command.UpdateUsagePlan, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try UsagePlanDraft.table.check(input.patchOperations)
    let old = try requirePlan(input.usagePlanId)
    var draft = UsagePlanDraft(old, state: self, limits: context.limits)
    try UsagePlanDraft.table.apply(input.patchOperations, to: &draft)
    let new = try draft.finished()
    return Decision(
      events: new == old ? [] : [.put(.usagePlan(new))], subjects: [.usagePlan(old.id)])
  }
}
