extension GatewayState {
  /// Sets what is left of a key's quota in the current period, by a grant beside the limit.
  func decide(
    _ input: Command.UpdateUsage, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try Self.usageTable.check(input.patchOperations)
    let id = PlanKeyID(usagePlanId: input.usagePlanId, keyId: input.keyId)
    _ = try requireMembership(id)
    guard
      let standing = quotaStanding(of: id, used: context.usedInPeriod(id), at: context.now)
    else {
      throw CommandError(
        .badRequest, "Usage Plan \(id.usagePlanId) has no quota", field: "usagePlanId",
        remedy: "Give the plan a quota first; without one nothing is used up.")
    }
    var remaining: Int?
    try Self.usageTable.apply(input.patchOperations, to: &remaining)
    let subject = EntityRef.usageAdjustment(id)
    guard let remaining else { return Decision(events: [], subjects: [subject]) }
    let adjustment = standing.adjustment(leaving: remaining)
    guard adjustment != standing.adjustment else {
      return Decision(events: [], subjects: [subject])
    }
    let grant = UsageAdjustment(
      usagePlanId: id.usagePlanId, keyId: id.keyId, periodStart: standing.periodStart,
      requests: adjustment)
    return Decision(
      events: [adjustment == 0 ? .deleted(subject) : .put(.usageAdjustment(grant))],
      subjects: [subject])
  }

  /// What a usage's PATCH takes.
  static let usageTable = PatchTable<Int?>(
    input: "updateUsageInput", refusal: .listsPaths,
    rules: [
      PatchRule("/remaining", .replace) { (remaining, step) throws(CommandError) in
        remaining = try UsagePlanRules.integer(
          step.value ?? "", in: UsagePlanRules.remainingRequests, field: "remaining")
      }
    ])
}
