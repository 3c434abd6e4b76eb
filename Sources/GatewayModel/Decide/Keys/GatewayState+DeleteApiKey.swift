extension GatewayState {
  /// Deletes a key, and before it what hangs from it: grants and memberships.
  func decide(
    _ input: Command.DeleteApiKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let key = try requireKey(input.apiKey)
    let memberships = (planIdsByKey[key.id] ?? []).flatMap {
      detaching(PlanKeyID(usagePlanId: $0, keyId: key.id))
    }
    return Decision(
      events: memberships + [.deleted(.apiKey(key.id))], subjects: [.apiKey(key.id)])
  }

  /// The events that take a key out of a plan: the grant first, since it hangs from the membership.
  func detaching(_ id: PlanKeyID) -> [Event] {
    let grant: [Event] = usageAdjustments[id] == nil ? [] : [.deleted(.usageAdjustment(id))]
    return grant + [.deleted(.usagePlanKey(id))]
  }
}
