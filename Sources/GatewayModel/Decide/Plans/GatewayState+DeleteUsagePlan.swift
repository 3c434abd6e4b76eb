extension GatewayState {
  /// Deletes a plan that opens no stage; its keys survive, its memberships and grants go first.
  func decide(
    _ input: Command.DeleteUsagePlan, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let plan = try requirePlan(input.usagePlanId)
    guard let first = plan.apiStages.first?.id else {
      let memberships = (planKeys[plan.id] ?? [:]).keys.sorted().flatMap {
        detaching(PlanKeyID(usagePlanId: plan.id, keyId: $0))
      }
      return Decision(
        events: memberships + [.deleted(.usagePlan(plan.id))], subjects: [.usagePlan(plan.id)])
    }
    let stages = plan.apiStages.map(\.id.description).joined(separator: ", ")
    throw CommandError(
      .badRequest,
      "Cannot delete Usage Plan \(plan.id) because there are API Stages associated with it, "
        + "including \(first)",
      field: "usagePlanId", remedy: "Take these stages out of the plan first: \(stages).")
  }
}
