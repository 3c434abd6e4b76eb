internal import GatewayModel

/// What a recording trace writes down, read off after each phase; no rule is decided here.
extension EnforcementTables {
  func step(
    _ phase: AdmissionPhase, _ answer: PhaseAnswer, _ request: AdmissionRequest,
    at now: AdmissionInstant, _ run: AdmissionRun
  ) -> TraceStep {
    let outcome: TraceStep.Outcome =
      switch answer {
      case .next: .passed
      case .skip: .skipped
      case .deny: .denied
      }
    if outcome == .skipped, phase != .keyRequired {
      return TraceStep(phase: phase, outcome: outcome)
    }
    return TraceStep(
      phase: phase, outcome: outcome,
      evidence: evidence(phase, request, at: now.monotonicNanoseconds, run),
      rules: rules(phase, run).map { RuleSource($0) })
  }

  private func evidence(
    _ phase: AdmissionPhase, _ request: AdmissionRequest, at now: Int64, _ run: AdmissionRun
  ) -> Evidence? {
    switch phase {
    case .path: request.path.refusal == nil ? .path(request.path.text) : nil
    case .stage: stageEvidence(request, run)
    case .route: routeEvidence(request, run)
    case .keyRequired:
      run.deployment.map {
        .keyRequirement(isRequired: run.isKeyRequired, source: $0.snapshot.apiKeySource)
      }
    case .keySent: .sentKey(masked: sentKey(request, run).flatMap(Self.masked))
    case .keyKnown, .keyEnabled: run.key < 0 ? nil : .key(keys[run.key].id)
    case .planForStage: planEvidence(run)
    case .quota: quotaEvidence(run)
    case .planMethodLimit, .planLimit, .stageMethodLimit, .accountLimit:
      bucketEvidence(phase, at: now, run)
    case .commit: nil
    }
  }

  private func stageEvidence(_ request: AdmissionRequest, _ run: AdmissionRun) -> Evidence {
    let id = ApiStageID(
      apiId: String(decoding: request.apiId, as: UTF8.self),
      stage: String(decoding: request.stage, as: UTF8.self))
    return .stage(id, deploymentId: run.deployment?.id, isCanary: run.isCanary)
  }

  private func routeEvidence(_ request: AdmissionRequest, _ run: AdmissionRun) -> Evidence? {
    guard let routes = run.deployment?.routes else { return nil }
    guard run.method >= 0 else {
      return .noRoute(
        path: request.path.text, verb: request.verb?.name,
        verbsAtPath: routes.verbs(at: request.path).map(\.name))
    }
    let method = routes.methods[run.method]
    return .route(
      path: method.path, httpMethod: method.method.httpMethod, resourceId: method.resourceId,
      parameters: method.parameters(in: request.path))
  }

  private func planEvidence(_ run: AdmissionRun) -> Evidence {
    var ids: [UsagePlanID] = []
    var member = keys[run.key].firstMember
    while member >= 0 {
      if members[member].isMember { ids.append(plans[members[member].plan].id) }
      member = members[member].next
    }
    return .plans(ids, chosen: run.plan < 0 ? nil : plans[run.plan].id)
  }

  private func quotaEvidence(_ run: AdmissionRun) -> Evidence? {
    guard run.hasQuota, let quota = plans[run.plan].quota else { return nil }
    return .quota(
      used: run.quota.used,
      QuotaWindow(quota, containing: run.quota.periodStart, adjustment: adjustment(of: run.member)))
  }

  private func bucketEvidence(
    _ phase: AdmissionPhase, at now: Int64, _ run: AdmissionRun
  ) -> Evidence? {
    let found: (ThrottleLevel, TokenBucket, ThrottleLimit)? =
      switch phase {
      case .planMethodLimit:
        run.planMethodLimit.map {
          (.planMethod, members[run.member].methodBuckets[run.planMethodBucket], $0)
        }
      case .planLimit: run.planLimit.map { (.plan, members[run.member].bucket, $0) }
      case .stageMethodLimit:
        run.stageLimit.map { (.stageMethod, stages[run.stage].buckets[run.stageBucket], $0) }
      default: run.accountLimit.map { (.account, accountBucket, $0) }
      }
    return found.map { level, bucket, limit in
      .bucket(
        level, tokens: bucket.tokens(under: limit, at: now), rate: limit.rate,
        burst: limit.burst, waitNanoseconds: bucket.wait(for: limit, at: now))
    }
  }

  private func rules(_ phase: AdmissionPhase, _ run: AdmissionRun) -> [EntityRef] {
    guard let stage = run.compiled?.id else { return [] }
    let deployment = run.deployment.map { EntityRef.deployment(stage.apiId, $0.id) }
    switch phase {
    case .path, .keySent, .commit: return []
    case .stage: return [.stage(stage)]
    case .route: return deployment.map { [$0] } ?? []
    case .keyRequired:
      let method = run.deployment?.routes.methods[run.method]
      let live = method.map {
        EntityRef.method(stage.apiId, $0.resourceId, httpMethod: $0.method.httpMethod)
      }
      return [deployment, live].compactMap { $0 }
    case .keyKnown, .keyEnabled: return run.key < 0 ? [] : [.apiKey(keys[run.key].id)]
    case .planForStage: return planRules(run)
    case .quota: return run.hasQuota ? quotaRules(run) : []
    case .planMethodLimit, .planLimit: return [.usagePlan(plans[run.plan].id)]
    case .stageMethodLimit: return [.stage(stage)]
    case .accountLimit: return [.account]
    }
  }

  private func planRules(_ run: AdmissionRun) -> [EntityRef] {
    guard run.plan >= 0 else { return [.apiKey(keys[run.key].id)] }
    let id = PlanKeyID(usagePlanId: plans[run.plan].id, keyId: keys[run.key].id)
    return [.usagePlanKey(id), .usagePlan(id.usagePlanId)]
  }

  private func quotaRules(_ run: AdmissionRun) -> [EntityRef] {
    let id = PlanKeyID(usagePlanId: plans[run.plan].id, keyId: keys[run.key].id)
    let isGranted = members[run.member].grantedPeriod == run.quota.periodStart
    return [.usagePlan(id.usagePlanId)] + (isGranted ? [.usageAdjustment(id)] : [])
  }

  /// The shortest value of which the end may be shown: a key has 20 characters or more.
  private static var maskableBytes: Int { 12 }

  private static func masked(_ value: UnsafeRawBufferPointer) -> String? {
    guard !value.isEmpty else { return nil }
    let text = value.count < maskableBytes ? "" : String(decoding: value, as: UTF8.self)
    return ApiKey.masked(text)
  }
}
