extension GatewayState {
  /// The key with this id.
  ///
  /// - Throws: `notFound`, with API Gateway's text.
  public func requireKey(
    _ id: ApiKeyID, field: String = "apiKey"
  ) throws(CommandError) -> ApiKey {
    guard let key = keys[id] else {
      throw CommandError(
        .notFound, "Invalid API Key identifier specified", field: field,
        remedy: "No key has the id '\(id)'; list the keys to see their ids.")
    }
    return key
  }

  /// The plan with this id.
  ///
  /// - Throws: `notFound`, with API Gateway's text.
  public func requirePlan(
    _ id: UsagePlanID, field: String = "usagePlanId"
  ) throws(CommandError) -> UsagePlan {
    guard let plan = plans[id] else {
      throw CommandError(
        .notFound, "Invalid Usage Plan ID specified", field: field,
        remedy: "No usage plan has the id '\(id)'; list the plans to see their ids.")
    }
    return plan
  }

  /// The membership of a key in a plan; both must exist.
  ///
  /// - Throws: `notFound`.
  public func requireMembership(_ id: PlanKeyID) throws(CommandError) -> UsagePlanKey {
    let plan = try requirePlan(id.usagePlanId)
    guard let member = planKeys[plan.id]?[id.keyId] else {
      throw CommandError(
        .notFound, "Invalid API Key identifier specified", field: "keyId",
        remedy: "The key '\(id.keyId)' is not in the plan '\(plan.name)' (\(plan.id)).")
    }
    return member
  }
}
