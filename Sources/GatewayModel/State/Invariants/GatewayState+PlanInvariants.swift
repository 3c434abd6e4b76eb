extension GatewayState {
  /// A key owns its value; a key that is gone is in no plan.
  func checkKey(_ id: ApiKeyID) throws(CommandError) {
    if let key = keys[id] {
      guard keyIdByValue[key.value] == id else {
        throw Self.broken(
          "API Key already exists", remedy: "Another key has the value of the key \(id) now.")
      }
    } else if let plan = planIdsByKey[id]?.first {
      throw Self.broken(
        "API Key \(id) is still in Usage Plan \(plan)",
        remedy: "Take the key out of the plan first.")
    }
  }

  /// A plan opens stages that exist, each once, and none that one of its keys reaches by another plan.
  func checkPlan(_ id: UsagePlanID) throws(CommandError) {
    guard let plan = plans[id] else {
      guard planKeys[id] == nil else {
        throw Self.broken(
          "Usage Plan \(id) still holds keys", remedy: "Take the keys out of the plan first.")
      }
      return
    }
    for apiStage in plan.apiStages {
      guard stage(apiStage.id) != nil else {
        throw Self.broken(
          "API Stage not found: \(apiStage.id)",
          remedy: "Usage Plan \(id) opens that stage; create the stage first.")
      }
      try requireNoSharedKey(plan, opening: apiStage.id)
    }
    guard Set(plan.apiStages.map(\.id)).count == plan.apiStages.count else {
      throw Self.broken(
        "Usage Plan \(id) opens a stage twice", remedy: "Name each stage once.")
    }
    if let quota = plan.quota {
      _ = try UsagePlanRules.offset(quota.offset, of: quota.period)
    }
  }

  /// A membership joins a key and a plan that exist; a membership that is gone has no grant.
  func checkMembership(_ id: PlanKeyID) throws(CommandError) {
    guard planKeys[id.usagePlanId]?[id.keyId] != nil else { return try checkGrant(id) }
    guard let plan = plans[id.usagePlanId] else {
      throw Self.broken(
        "Invalid Usage Plan ID specified",
        remedy: "The key \(id.keyId) is in plan \(id.usagePlanId), which is gone.")
    }
    guard let key = keys[id.keyId] else {
      throw Self.broken(
        "Invalid API Key identifier specified",
        remedy: "Plan \(id.usagePlanId) holds the key \(id.keyId), which is gone.")
    }
    try requireJoinable(
      plan, key: key.id, name: key.name,
      inPlans: (planIdsByKey[key.id] ?? []).filter { $0 != plan.id },
      limits: AccountLimits(usagePlansPerKey: .max))
  }

  /// A grant belongs to a membership.
  func checkGrant(_ id: PlanKeyID) throws(CommandError) {
    guard usageAdjustments[id] != nil, planKeys[id.usagePlanId]?[id.keyId] == nil else { return }
    throw Self.broken(
      "API Key \(id.keyId) is not in Usage Plan \(id.usagePlanId)",
      remedy: "A grant belongs to a key in the plan; put the key in the plan first.")
  }

  /// No plan opens a stage that is gone.
  func checkUnopened(_ isGone: (ApiStageID) -> Bool) throws(CommandError) {
    for plan in plans.values.sorted(by: { $0.id < $1.id }) {
      guard let stage = plan.apiStages.first(where: { isGone($0.id) })?.id else { continue }
      throw Self.broken(
        "API Stage not found: \(stage)",
        remedy: "Usage Plan '\(plan.name)' (\(plan.id)) opens it; take it out of the plan first.")
    }
  }
}
