extension GatewayState {
  /// Refuses a key a plan it cannot join.
  ///
  /// - Parameters:
  ///   - plan: The plan to join.
  ///   - key: The key's id.
  ///   - name: The key's name, for the remedy.
  ///   - planIds: The plans the key is in.
  ///   - limits: How many plans it may be in.
  /// - Throws: `conflict` when it is in the plan, or in another that opens one of its stages;
  ///   `limitExceeded` when it is in too many.
  /// - Complexity: linear in the stages of the key's plans.
  func requireJoinable(
    _ plan: UsagePlan, key: ApiKeyID, name: String?, inPlans planIds: [UsagePlanID],
    limits: AccountLimits
  ) throws(CommandError) {
    guard !planIds.contains(plan.id) else {
      throw CommandError(
        .conflict, "API Key \(key) is already in Usage Plan \(plan.id)", field: "keyId",
        remedy: "Nothing is to be done: the plan '\(plan.name)' holds the key.")
    }
    let stages = Set(plan.apiStages.map(\.id))
    for other in planIds.lazy.compactMap({ plans[$0] }) {
      if let shared = other.apiStages.first(where: { stages.contains($0.id) })?.id {
        throw Self.sharedStage(shared, key: key, name: name, plan: plan, other: other)
      }
    }
    guard planIds.count < limits.usagePlansPerKey else {
      throw CommandError(
        .limitExceeded,
        "API Key \(key) cannot be in more than \(limits.usagePlansPerKey) Usage Plans",
        field: "keyId", remedy: "Put several stages in one plan, or take the key out of a plan.")
    }
  }

  /// Refuses a plan a stage that one of its keys reaches through another plan.
  ///
  /// - Complexity: linear in the number of plans, and for each that opens the stage in the smaller of
  ///   the two plans' numbers of keys.
  func requireNoSharedKey(_ plan: UsagePlan, opening stage: ApiStageID) throws(CommandError) {
    guard let members = planKeys[plan.id] else { return }
    for other in plans.values.sorted(by: { $0.id < $1.id })
    where other.id != plan.id && other.apiStage(stage) != nil {
      guard let others = planKeys[other.id] else { continue }
      let (few, many) = members.count < others.count ? (members, others) : (others, members)
      guard let key = few.keys.filter({ many[$0] != nil }).min() else { continue }
      throw Self.sharedStage(
        stage, key: key, name: keys[key]?.name, plan: plan, other: other, field: "apiStages")
    }
  }

  private static func sharedStage(
    _ stage: ApiStageID, key: ApiKeyID, name: String?, plan: UsagePlan, other: UsagePlan,
    field: String = "keyId"
  ) -> CommandError {
    let shown = name.map { "'\($0)' (\(key))" } ?? key
    return CommandError(
      .conflict,
      "Usage Plan \(plan.id) cannot be added because API Key \(key) cannot reference multiple "
        + "Usage Plans with the same API Stage: \(stage)",
      field: field,
      remedy: "The key \(shown) reaches \(stage) through plan '\(other.name)' (\(other.id)); take "
        + "the key or the stage out of that plan before plan '\(plan.name)' (\(plan.id)) opens it.")
  }
}
