extension GatewayState {
  /// Makes a plan.
  func decide(
    _ input: Command.CreateUsagePlan, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    violations.check(
      input.quota?.period, at: "createUsagePlanInput.quota.period",
      among: QuotaPeriod.allCases.map(\.rawValue), field: "quota.period")
    try violations.throwIfAny()
    try UsagePlanRules.check(name: input.name ?? "")
    try UsagePlanRules.check(description: input.description ?? "")
    if let throttle = input.throttle { try UsagePlanRules.check(throttle) }
    try TagRules.check(input.tags ?? [:])
    guard plans.count < context.limits.usagePlans else {
      throw CommandError(
        .limitExceeded, "Maximum number of Usage Plans for this account has been reached",
        remedy: "The limit is \(context.limits.usagePlans) plans; delete plans that are not used.")
    }
    let id = context.unusedIdentifier(length: UsagePlanRules.idLength) { plans[$0] != nil }
    let plan = UsagePlan(
      id: id, name: input.name ?? "", description: input.description?.nonEmpty,
      throttle: input.throttle, tags: input.tags ?? [:], createdDate: context.now)
    var draft = UsagePlanDraft(plan, state: self, limits: context.limits)
    draft.quota = input.quota
    for apiStage in input.apiStages ?? [] {
      let stage = try UsagePlanDraft.stage(apiStage.id.description)
      try draft.open(stage)
      try draft.setThrottles(apiStage.throttle, of: stage)
    }
    return Decision(
      events: [.put(.usagePlan(try draft.finished()))], subjects: [.usagePlan(id)])
  }
}
