extension GatewayState {
  /// Where a key stands in a plan's quota, or nil if the plan does not exist or has no quota.
  ///
  /// - Parameters:
  ///   - id: The key and the plan.
  ///   - used: Requests counted in the period `now` falls in, 0 or more.
  ///   - now: The moment.
  public func quotaStanding(of id: PlanKeyID, used: Int, at now: Timestamp) -> QuotaStanding? {
    plans[id.usagePlanId]?.quota.map {
      QuotaStanding(quota: $0, used: used, grant: usageAdjustments[id], day: now.day)
    }
  }
}
