import GatewayModel

/// A key's quota under one plan, in the current period, with what the console tells about it.
struct KeyQuota {
  let standing: QuotaStanding

  /// Requests the key may make in this period: those used and those left, or the limit when more
  /// were used than it allows.
  var allowed: Int { max(0, standing.limit + standing.adjustment) }

  /// The used part, 1 when nothing is left.
  var fraction: Double {
    standing.isExhausted ? 1 : Double(standing.used) / Double(max(1, allowed))
  }

  /// The first moment of the next period.
  var resets: Timestamp { standing.periodEnd.start }

  /// How a key stands under a plan; nil when the plan has no quota.
  init?(_ id: PlanKeyID, _ state: GatewayState, used: Int, now: Timestamp) {
    guard let standing = state.quotaStanding(of: id, used: used, at: now) else { return nil }
    self.standing = standing
  }

  /// When the quota will be used up if the period goes on as it began; nil when it will last.
  func forecast(now: Timestamp) -> Timestamp? {
    let elapsed = now.microseconds - standing.periodStart.start.microseconds
    guard standing.used > 0, !standing.isExhausted, elapsed > 0 else { return nil }
    let left = Double(elapsed) / Double(standing.used) * Double(standing.remaining)
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
