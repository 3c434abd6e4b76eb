internal import GatewayModel

/// The phases that find the key and its plan; none of them arises for a method that requires no key.
extension EnforcementTables {
  func checkKeyRequired(_ run: inout AdmissionRun) -> PhaseAnswer {
    run.isKeyRequired = run.deployment?.routes.requiresKey(run.method) ?? true
    return run.isKeyRequired ? .next : .skip
  }

  func checkKeySent(_ request: AdmissionRequest, _ run: AdmissionRun) -> PhaseAnswer {
    guard run.isKeyRequired else { return .skip }
    guard let value = sentKey(request, run), !value.isEmpty else { return .deny(.missingKey) }
    return .next
  }

  func findKey(_ request: AdmissionRequest, _ run: inout AdmissionRun) -> PhaseAnswer {
    guard run.isKeyRequired, let value = sentKey(request, run) else { return .skip }
    run.key = key(withValue: value)
    return run.key < 0 ? .deny(.unknownKey) : .next
  }

  func checkKeyEnabled(_ run: AdmissionRun) -> PhaseAnswer {
    guard run.key >= 0 else { return .skip }
    return keys[run.key].enabled ? .next : .deny(.disabledKey)
  }

  func findPlan(_ run: inout AdmissionRun) -> PhaseAnswer {
    guard run.key >= 0 else { return .skip }
    var isInPlan = false
    var member = keys[run.key].firstMember
    while member >= 0 {
      let plan = members[member].plan
      if members[member].isMember, plans[plan].exists {
        isInPlan = true
        if let coverage = plans[plan].coverageIndex(of: run.stage) {
          run.member = member
          run.plan = plan
          run.coverage = coverage
          return .next
        }
      }
      member = members[member].next
    }
    return .deny(isInPlan ? .planDoesNotCoverStage : .keyInNoPlan)
  }

  /// The key where the deployment says it comes from.
  ///
  /// Source: API Gateway REST API reference, RestApi, `apiKeySource`.
  func sentKey(_ request: AdmissionRequest, _ run: AdmissionRun) -> UnsafeRawBufferPointer? {
    run.deployment?.snapshot.apiKeySource == .authorizer
      ? request.authorizerKey : request.headerKey
  }
}
