internal import GatewayModel

/// The phases that find the method.
extension EnforcementTables {
  func checkPath(_ request: AdmissionRequest) -> PhaseAnswer {
    guard let refusal = request.path.refusal else { return .next }
    return .deny(.refusedPath(refusal))
  }

  func findStage(_ request: AdmissionRequest, _ run: inout AdmissionRun) -> PhaseAnswer {
    let number = stageNumber(request.apiId, request.stage)
    guard number >= 0, let compiled = stages[number].compiled else {
      let apiId = String(decoding: request.apiId, as: UTF8.self)
      return .deny(apis[apiId] == nil ? .noSuchApi : .noSuchStage)
    }
    run.isCanary = request.canaryPoint < compiled.canaryPercent
    guard let deployment = run.isCanary ? compiled.canary : compiled.deployment else {
      return .deny(.noSuchStage)
    }
    run.stage = number
    run.compiled = compiled
    run.deployment = deployment
    return deployment.snapshot.disableExecuteApiEndpoint ? .deny(.endpointDisabled) : .next
  }

  func findRoute(_ request: AdmissionRequest, _ run: inout AdmissionRun) -> PhaseAnswer {
    guard let routes = run.deployment?.routes else { return .deny(.noRoute) }
    switch routes.match(request.path, verb: request.verb) {
    case .method(let method):
      run.method = method
      return .next
    case .closed(let method):
      run.method = method
      return .deny(.authorizerUnavailable)
    case .noResource, .noMethod: return .deny(.noRoute)
    }
  }
}
