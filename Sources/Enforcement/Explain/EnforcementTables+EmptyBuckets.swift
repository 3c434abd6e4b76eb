internal import GatewayModel

extension EnforcementTables {
  /// Takes all tokens out of the buckets that a request would take one from.
  mutating func emptyBuckets(
    _ levels: Set<ThrottleLevel>, of request: AdmissionRequest, at now: AdmissionInstant,
    meters: any UsageMeters
  ) {
    guard !levels.isEmpty else { return }
    let time = now.monotonicNanoseconds
    let run = rehearse(request, at: now, meters: meters)
    if levels.contains(.planMethod), let limit = run.planMethodLimit {
      members[run.member].methodBuckets[run.planMethodBucket] = TokenBucket(
        emptyAt: time, limit: limit)
    }
    if levels.contains(.plan), let limit = run.planLimit {
      members[run.member].bucket = TokenBucket(emptyAt: time, limit: limit)
    }
    if levels.contains(.stageMethod), let limit = run.stageLimit {
      stages[run.stage].buckets[run.stageBucket] = TokenBucket(emptyAt: time, limit: limit)
    }
    if levels.contains(.account), let limit = run.accountLimit {
      accountBucket = TokenBucket(emptyAt: time, limit: limit)
    }
  }
}
