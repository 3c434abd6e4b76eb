import GatewayModel

extension FormDefinition {
  /// Sets what a key may still use of a quota in the current period; the next begins at the limit.
  static func grant(to id: ApiKeyID, _ world: any ConsoleWorld) -> FormDefinition? {
    let state = world.state
    guard let key = state.keys[id] else { return nil }
    let standings = (state.planIdsByKey[id] ?? []).compactMap { plan -> (UsagePlan, KeyQuota)? in
      let member = PlanKeyID(usagePlanId: plan, keyId: id)
      let used = world.usage(of: member).quotaUsed
      guard let quota = KeyQuota(member, state, used: used, now: world.now) else { return nil }
      return state.plans[plan].map { ($0, quota) }
    }
    guard let first = standings.first else { return nil }
    let options = standings.map { FormEntry.Option(value: $0.0.id, title: $0.0.name) }
    return FormDefinition(
      title: "Requests left of \(key.displayName)",
      notes: standings.map { plan, quota in
        "plan \(plan.name): \(Words.grouped(quota.standing.used)) used, "
          + "\(Words.grouped(quota.standing.remaining)) left, whole again "
          + "\(quota.standing.periodEnd)"
      },
      entries: [
        FormEntry("usagePlanId", "Plan", .choice(options), .chosen([first.0.id])),
        FormEntry(FieldCatalog.remaining, text(first.1.standing.remaining)),
      ],
      expecting: revisions([.apiKey(id)], in: state),
      command: { values in
        guard values.isChanged("remaining") || values.isChanged("usagePlanId") else { return nil }
        return .updateUsage(
          Command.UpdateUsage(
            usagePlanId: values.text("usagePlanId"), keyId: id,
            patchOperations: [.replace("/remaining", values.text("remaining"))]))
      },
      label: { "left \(key.displayName) \($0.text("remaining")) requests" })
  }
}
