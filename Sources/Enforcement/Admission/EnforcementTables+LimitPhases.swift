internal import GatewayModel

/// The phases that judge quota and throttles; nothing is taken before all of them agree.
extension EnforcementTables {
  mutating func checkQuota(
    on day: CalendarDay, meters: any UsageMeters, _ run: inout AdmissionRun
  ) -> PhaseAnswer {
    guard run.plan >= 0, let quota = plans[run.plan].quota else { return .skip }
    let slot = usageSlot(run, meters: meters)
    guard slot.exists else { return .deny(.usageUnavailable) }
    let start = plans[run.plan].periodStart(of: day, quota: quota)
    run.hasQuota = true
    run.quota = meters.quota(slot, periodStart: start)
    let isGranted = members[run.member].grantedPeriod == run.quota.periodStart
    run.allowance = QuotaWindow.allowance(
      limit: quota.limit, granted: isGranted ? members[run.member].granted : 0)
    return run.quota.used < run.allowance ? .next : .deny(.quotaExhausted)
  }

  mutating func checkPlanMethodLimit(at now: Int64, _ run: inout AdmissionRun) -> PhaseAnswer {
    guard run.plan >= 0, plans[run.plan].methodLimitCount > 0,
      let method = run.deployment?.routes.methods[run.method],
      let found = plans[run.plan].methodLimit(at: run.coverage, for: method)
    else { return .skip }
    refreshMethodBuckets(run)
    run.planMethodLimit = found.limit
    run.planMethodBucket = found.place
    return judge(
      members[run.member].methodBuckets[found.place], found.limit, .planMethod, now, &run)
  }

  func checkPlanLimit(at now: Int64, _ run: inout AdmissionRun) -> PhaseAnswer {
    guard run.plan >= 0, let limit = plans[run.plan].limit else { return .skip }
    run.planLimit = limit
    return judge(members[run.member].bucket, limit, .plan, now, &run)
  }

  func checkStageMethodLimit(at now: Int64, _ run: inout AdmissionRun) -> PhaseAnswer {
    guard let compiled = run.compiled else { return .skip }
    let places = run.isCanary ? compiled.canaryBucketPlaces : compiled.bucketPlaces
    run.stageBucket = Int(places[run.method])
    guard run.stageBucket >= 0 else { return .skip }
    let limit = compiled.bucketLimits[run.stageBucket]
    run.stageLimit = limit
    return judge(stages[run.stage].buckets[run.stageBucket], limit, .stageMethod, now, &run)
  }

  func checkAccountLimit(at now: Int64, _ run: inout AdmissionRun) -> PhaseAnswer {
    guard let limit = accountLimit else { return .skip }
    run.accountLimit = limit
    return judge(accountBucket, limit, .account, now, &run)
  }

  /// How often a claim is judged anew when another process has begun the next period meanwhile.
  private static var commitAttempts: Int { 3 }

  mutating func commit(
    at now: AdmissionInstant, meters: any UsageMeters, _ run: inout AdmissionRun
  ) -> PhaseAnswer {
    if run.hasQuota {
      let answer = commitQuota(on: now.day, meters: meters, &run)
      guard case .next = answer else { return answer }
    }
    takeTokens(at: now.monotonicNanoseconds, run)
    return .next
  }

  private mutating func commitQuota(
    on day: CalendarDay, meters: any UsageMeters, _ run: inout AdmissionRun
  ) -> PhaseAnswer {
    let slot = members[run.member].slot
    for _ in 0..<Self.commitAttempts {
      switch meters.commit(slot, periodStart: run.quota.periodStart, allowance: run.allowance) {
      case .committed: return .next
      case .exhausted: return .deny(.quotaExhausted)
      case .periodMoved:
        let answer = checkQuota(on: day, meters: meters, &run)
        guard case .next = answer else { return answer }
      }
    }
    return .deny(.usageUnavailable)
  }

  private mutating func takeTokens(at now: Int64, _ run: AdmissionRun) {
    if let limit = run.planMethodLimit {
      members[run.member].methodBuckets[run.planMethodBucket].take(under: limit, at: now)
    }
    if let limit = run.planLimit { members[run.member].bucket.take(under: limit, at: now) }
    if let limit = run.stageLimit {
      stages[run.stage].buckets[run.stageBucket].take(under: limit, at: now)
    }
    if let limit = run.accountLimit { accountBucket.take(under: limit, at: now) }
  }

  @inline(__always)
  private func judge(
    _ bucket: TokenBucket, _ limit: ThrottleLimit, _ level: ThrottleLevel, _ now: Int64,
    _ run: inout AdmissionRun
  ) -> PhaseAnswer {
    let wait = bucket.wait(for: limit, at: now)
    if wait == 0 { return .next }
    run.wait = wait
    return .deny(.throttled(level))
  }

  /// Gives the member the buckets that the plan's present list of limited methods needs.
  private mutating func refreshMethodBuckets(_ run: AdmissionRun) {
    let version = plans[run.plan].methodLimitsVersion
    let count = plans[run.plan].methodLimitCount
    if members[run.member].methodLimitsVersion == version,
      members[run.member].methodBuckets.count == count
    {
      return
    }
    members[run.member].methodLimitsVersion = version
    members[run.member].methodBuckets = ContiguousArray(repeating: TokenBucket(), count: count)
  }
}
