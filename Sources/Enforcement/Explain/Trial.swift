internal import GatewayModel

/// One dry run of a request.
struct Trial {
  let verdict: Verdict
  let steps: [TraceStep]
  let keyId: ApiKeyID?
  let usagePlanId: UsagePlanID?
  let stage: CompiledStage?
  let method: RouteMethod?
  /// How long the bucket that refused needs for a token, nanoseconds; `Int64.max` for never.
  let waitNanoseconds: Int64

  /// How the request ends once an empty bucket has had the time it needs.
  var verdictAfterWait: Verdict {
    if case .throttled = verdict, waitNanoseconds < .max { return .admitted }
    return verdict
  }

  /// The quota the decision was based on.
  var quota: (used: Int, window: QuotaWindow)? {
    for step in steps {
      if case .quota(let used, let window) = step.evidence { return (used, window) }
    }
    return nil
  }

  /// Whether the method that answers requires no key, so that one that is sent is ignored.
  var ignoresKeys: Bool {
    steps.contains { $0.phase == .keyRequired && $0.outcome == .skipped }
  }

  /// The deployment that answers.
  var deploymentId: DeploymentID? {
    for step in steps {
      if case .stage(_, let id, _) = step.evidence { return id }
    }
    return nil
  }

  /// Any moment serves: buckets are made for this run.
  private static let clock: Int64 = 1

  /// Runs a request through the pipeline on tables made for it.
  init(_ request: ExplainedRequest, in scope: GatewayState, context: DecisionContext) {
    var tables = EnforcementTables(scope, hashSeed: 0)
    let meters = ReadOnlyMeters { id, start in
      QuotaCount(periodStart: start, used: context.usedInPeriod(id))
    }
    let now = AdmissionInstant(monotonicNanoseconds: Self.clock, day: context.now.day)
    var trace = RecordingTrace()
    let admission = request.withBytes(in: scope) { bytes in
      tables.emptyBuckets(request.emptyBuckets, of: bytes, at: now, meters: meters)
      return tables.admit(bytes, at: now, meters: meters, recordingIn: &trace)
    }
    verdict = admission.verdict
    steps = trace.steps
    keyId = admission.keyId
    usagePlanId = admission.usagePlanId
    stage = admission.stage
    method = admission.method
    waitNanoseconds = admission.retryAfterNanoseconds
  }
}
