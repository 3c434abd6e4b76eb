import GatewayModel

/// A key's quota under one plan, in the current period.
struct KeyQuota {
  let plan: UsagePlan
  let quota: QuotaSettings
  /// The plan's limit and what was granted or cut for this period, never below 0.
  let allowed: Int
  let used: Int
  /// The first moment of the next period.
  let resets: Timestamp
  private let start: Timestamp

  /// Requests left, never below 0.
  var remaining: Int { max(0, allowed - used) }

  /// The used part, 1 when nothing is allowed.
  var fraction: Double { allowed > 0 ? Double(used) / Double(allowed) : 1 }

  /// How a key stands under a plan; nil when the plan has no quota.
  init?(_ id: PlanKeyID, _ state: GatewayState, used: Int, now: Timestamp) {
    guard let plan = state.plans[id.usagePlanId], let quota = plan.quota else { return nil }
    let first = quota.period.start(of: now.day, offset: quota.offset)
    let grant = state.usageAdjustments[id].flatMap { $0.periodStart == first ? $0.requests : nil }
    self.plan = plan
    self.quota = quota
    self.used = used
    allowed = max(0, quota.limit + (grant ?? 0))
    start = first.start
    resets = quota.period.end(of: now.day, offset: quota.offset).start
  }

  /// When the quota will be used up if the period goes on as it began; nil when it will last.
  func forecast(now: Timestamp) -> Timestamp? {
    let elapsed = now.microseconds - start.microseconds
    guard used > 0, remaining > 0, elapsed > 0 else { return nil }
    let perRequest = Double(elapsed) / Double(used)
    let left = perRequest * Double(remaining)
    let limit = Double(resets.microseconds - now.microseconds)
    return left < limit ? Timestamp(microseconds: now.microseconds + Int64(left)) : nil
  }

  /// The quota of a key that is used up furthest, over all its plans.
  static func tightest(
    of key: ApiKeyID, _ state: GatewayState, _ world: any ConsoleWorld
  ) -> KeyQuota? {
    let now = world.now
    return (state.planIdsByKey[key] ?? []).compactMap { plan in
      let id = PlanKeyID(usagePlanId: plan, keyId: key)
      guard state.plans[plan]?.quota != nil else { return nil }
      return KeyQuota(id, state, used: world.usage(of: id).quotaUsed, now: now)
    }.max { $0.fraction < $1.fraction }
  }
}
