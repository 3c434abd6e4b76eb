extension GatewayState {
  /// Makes a successor of a key in the same plans, with what is left of the old key's quotas.
  ///
  /// The successor is as enabled as the old key was: a rotation gives nobody access who had none. Both
  /// keys may be in one plan for one stage, since that rule is about the plans of a single key. The name
  /// goes over to the successor, so that it goes on naming one key: the one to use from now on.
  func decide(
    _ input: Command.RotateApiKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let old = try requireKey(input.apiKey)
    let sent = input.value?.nonEmpty
    if let sent {
      try ApiKeyRules.check(value: sent)
      try requireUnused(value: sent)
    }
    try requireRoomForKeys(1, in: context)
    let new = ApiKey(
      id: newKeyID(in: context), value: newValue(sent, in: context),
      name: old.name, description: old.description, enabled: old.enabled,
      customerId: old.customerId, stageKeys: old.stageKeys, tags: old.tags,
      createdDate: context.now, lastUpdatedDate: context.now)
    var decision = Decision(
      events: [.put(.apiKey(new))], subjects: [.apiKey(new.id), .apiKey(old.id)])
    for plan in planIdsByKey[old.id] ?? [] {
      succeed(old.id, by: new.id, in: plan, keepOld: input.keepOld, context, &decision)
    }
    var former = old
    former.name = nameAfterRotation(of: old)
    if !input.keepOld { former.enabled = false }
    if former != old {
      former.lastUpdatedDate = context.now
      decision.events.append(.put(.apiKey(former)))
    }
    return decision
  }

  /// What a key is called once its successor has its name: `web (old)`, or `web (old 2)` if there is one
  /// already; the name itself if it has no room for more.
  ///
  /// - Complexity: linear in the number of keys.
  func nameAfterRotation(of key: ApiKey) -> String? {
    guard let name = key.name, !name.isEmpty else { return key.name }
    let taken = Set(keys.values.compactMap(\.name).filter { $0.hasPrefix("\(name) (old") })
    var candidate = "\(name) (old)"
    var number = 2
    while taken.contains(candidate) {
      candidate = "\(name) (old \(number))"
      number += 1
    }
    return candidate.utf16.count <= ApiKeyRules.nameLimitCharacters ? candidate : name
  }

  private func succeed(
    _ old: ApiKeyID, by new: ApiKeyID, in plan: UsagePlanID, keepOld: Bool,
    _ context: DecisionContext, _ decision: inout Decision
  ) {
    let oldID = PlanKeyID(usagePlanId: plan, keyId: old)
    let member = UsagePlanKey(usagePlanId: plan, keyId: new, createdDate: context.now)
    decision.events.append(.put(.usagePlanKey(member)))
    guard
      let standing = quotaStanding(of: oldID, used: context.usedInPeriod(oldID), at: context.now)
    else { return }
    let cut = standing.remaining.saturatingSubtracting(standing.limit)
    if cut != 0 {
      decision.events.append(
        .put(
          .usageAdjustment(
            UsageAdjustment(
              usagePlanId: plan, keyId: new, periodStart: standing.periodStart, requests: cut))))
    }
    if keepOld {
      decision.warnings.append(
        "Until the old key is disabled, each of the two keys can use the "
          + "\(standing.remaining) requests left in plan \(plans[plan]?.name ?? plan) until "
          + "\(standing.periodEnd).")
    }
  }
}
