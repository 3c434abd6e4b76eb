public import GatewayModel
internal import Enforcement

extension UsageStore {
  /// The usage of a plan's keys, day by day, as `GetUsage` reports it.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - keyId: The only key wanted, or nil for all.
  ///   - after: Only keys with an id behind this one, or nil for all.
  ///   - limit: The most keys, the first by id.
  ///   - first: The first day, inclusive.
  ///   - last: The last day, inclusive; days after today are left out.
  ///   - today: The UTC day.
  ///   - adjustments: The grants of the workspace.
  /// - Returns: By key, a pair for each day; keys for which nothing was ever counted are absent.
  /// - Complexity: linear in the days from the start of the first day's period to today, times the
  ///   identities that have usage.
  /// Source: API Gateway REST API reference, GetUsage; the README's list of decisions.
  public func usage(
    of plan: UsagePlan, keyId: ApiKeyID? = nil, after: ApiKeyID? = nil, limit: Int = .max,
    from first: CalendarDay, through last: CalendarDay, today: CalendarDay,
    adjustments: [PlanKeyID: UsageAdjustment]
  ) throws(UsageError) -> [ApiKeyID: [UsageDay]] {
    let end = min(last, today)
    guard first <= end else { return [:] }
    let begin = plan.quota.map { $0.period.start(of: first, offset: $0.offset) } ?? first
    let days = try counts(from: begin, through: today)
    let keys = try countedKeys(of: plan.id).sorted()
      .filter { id in (keyId == nil || id == keyId) && after.map { id > $0 } ?? true }
      .prefix(limit)
    let periodStart = plan.quota.map { $0.period.start(of: today, offset: $0.offset) } ?? today
    var result: [ApiKeyID: [UsageDay]] = [:]
    for key in keys {
      let id = PlanKeyID(usagePlanId: plan.id, keyId: key)
      let identity = UsageIdentity(usagePlanId: plan.id, keyId: key)
      let ledger = UsageLedger(
        quota: plan.quota, adjustment: adjustments[id],
        usedInPeriod: try quota(of: id, periodStart: periodStart).used, today: today)
      result[key] = ledger.days(from: first, through: end) { day in
        Int(clamping: days[day.number - begin.number][identity]?[.served] ?? 0)
      }
    }
    return result
  }

  /// The keys of a plan that anything was ever counted for.
  private func countedKeys(of plan: UsagePlanID) throws(UsageError) -> [ApiKeyID] {
    try withFiles { files throws(UsageError) in
      try files.allIdentities().compactMap { $0?.usagePlanId == plan ? $0?.keyId : nil }
    }
  }
}
