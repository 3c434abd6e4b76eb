internal import GatewayModel

/// The admission pipeline: the order in which a request is judged, here and nowhere else.
///
/// The gateway, `why`, the tracer and rehearsals all run these phases; they differ in the trace they keep
/// and in whether the meters may be written.
/// Source: API Gateway developer guide on keys, quotas and throttling; the README's list of decisions for
/// the order AWS leaves open.
extension AdmissionPhase {
  /// The phases in the order they are asked; the first that refuses ends the list.
  static let order: [AdmissionPhase] = [
    .path,
    .stage,
    .route,
    .keyRequired,
    .keySent,
    .keyKnown,
    .keyEnabled,
    .planForStage,
    .quota,
    .planMethodLimit,
    .planLimit,
    .stageMethodLimit,
    .accountLimit,
    .commit,
  ]
}

extension EnforcementTables {
  /// Decides on a request, takes its tokens and counts it.
  ///
  /// - Parameters:
  ///   - request: What decides.
  ///   - now: The time by both clocks.
  ///   - meters: Where quota and usage are counted.
  /// - Complexity: linear in the path; nothing grows with the number of keys, plans or APIs.
  public mutating func admit(
    _ request: AdmissionRequest, at now: AdmissionInstant, meters: some UsageMeters
  ) -> Admission {
    var trace = NoTrace()
    return admit(request, at: now, meters: meters, trace: &trace)
  }

  /// The same, step by step for people.
  ///
  /// Takes tokens and counts like `admit`; a dry run has tables and meters of its own.
  public mutating func admit(
    _ request: AdmissionRequest, at now: AdmissionInstant, meters: some UsageMeters,
    recordingIn trace: inout RecordingTrace
  ) -> Admission {
    admit(request, at: now, meters: meters, trace: &trace)
  }

  /// Generic over the trace alone, so that the compiler makes one body for each kind of it; the meters
  /// are one reference, called through their table.
  private mutating func admit<Trace: TraceSink>(
    _ request: AdmissionRequest, at now: AdmissionInstant, meters: any UsageMeters,
    trace: inout Trace
  ) -> Admission {
    var run = AdmissionRun()
    let verdict = judge(request, at: now, meters: meters, &run, trace: &trace)
    let slot = usageSlot(run, meters: meters)
    if slot.exists { meters.count(slot, verdict.outcome, on: now.day) }
    return Admission(
      verdict: verdict, stage: run.compiled, isCanary: run.isCanary, methodIndex: run.method,
      usage: slot, keyId: run.key < 0 ? nil : keys[run.key].id,
      usagePlanId: run.plan < 0 ? nil : plans[run.plan].id, retryAfterNanoseconds: run.wait)
  }

  /// What the phases find on the way of a request, up to the one that refuses it.
  ///
  /// Takes tokens and counts like `admit`.
  mutating func rehearse(
    _ request: AdmissionRequest, at now: AdmissionInstant, meters: any UsageMeters
  ) -> AdmissionRun {
    var run = AdmissionRun()
    var trace = NoTrace()
    _ = judge(request, at: now, meters: meters, &run, trace: &trace)
    return run
  }

  @inline(__always)
  private mutating func judge<Trace: TraceSink>(
    _ request: AdmissionRequest, at now: AdmissionInstant, meters: any UsageMeters,
    _ run: inout AdmissionRun, trace: inout Trace
  ) -> Verdict {
    for phase in AdmissionPhase.order {
      let answer = answer(phase, request, at: now, meters: meters, &run)
      if Trace.isRecording {
        trace.note(step(phase, answer, request, at: now, run))
      }
      if case .deny(let denial) = answer { return denial }
    }
    return .admitted
  }

  @inline(__always)
  private mutating func answer(
    _ phase: AdmissionPhase, _ request: AdmissionRequest, at now: AdmissionInstant,
    meters: any UsageMeters, _ run: inout AdmissionRun
  ) -> PhaseAnswer {
    let time = now.monotonicNanoseconds
    return switch phase {
    case .path: checkPath(request)
    case .stage: findStage(request, &run)
    case .route: findRoute(request, &run)
    case .keyRequired: checkKeyRequired(&run)
    case .keySent: checkKeySent(request, run)
    case .keyKnown: findKey(request, &run)
    case .keyEnabled: checkKeyEnabled(run)
    case .planForStage: findPlan(&run)
    case .quota: checkQuota(on: now.day, meters: meters, &run)
    case .planMethodLimit: checkPlanMethodLimit(at: time, &run)
    case .planLimit: checkPlanLimit(at: time, &run)
    case .stageMethodLimit: checkStageMethodLimit(at: time, &run)
    case .accountLimit: checkAccountLimit(at: time, &run)
    case .commit: commit(at: now, meters: meters, &run)
    }
  }
}
