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
    let admission = Self.withBytes(of: request, in: scope) { bytes in
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

  private static func withBytes<Result>(
    of request: ExplainedRequest, in scope: GatewayState, _ body: (AdmissionRequest) -> Result
  ) -> Result {
    var apiId = request.stage.apiId
    var stage = request.stage.stage
    var value = scope.keyValue(of: request)
    return apiId.withUTF8 { apiId in
      stage.withUTF8 { stage in
        value.withUTF8 { value in
          PathCanonicalizer.withCanonicalPath(of: request.pathWithoutQuery) { path in
            let key = value.isEmpty ? nil : UnsafeRawBufferPointer(value)
            return body(
              AdmissionRequest(
                apiId: UnsafeRawBufferPointer(apiId), stage: UnsafeRawBufferPointer(stage),
                verb: HTTPVerb(name: request.verb), path: path, headerKey: key,
                authorizerKey: key, canaryPoint: request.canaryPoint))
          }
        }
      }
    }
  }
}

extension GatewayState {
  /// The value a request carries, empty for none.
  ///
  /// An id that no key has gives a value that no key can have.
  fileprivate func keyValue(of request: ExplainedRequest) -> String {
    switch request.key {
    case .none: ""
    case .value(let value): value
    case .id(let id): keys[id]?.value ?? "\u{0}"
    }
  }
}
