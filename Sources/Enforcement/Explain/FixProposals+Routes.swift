internal import GatewayModel

/// Proposals that change what a stage serves.
extension FixProposals {
  var stageFixes: [Fix] {
    guard let api else { return [] }
    let name = request.stage.stage
    guard api.stages[name] == nil, let newest = newestDeployment(where: { _ in true }) else {
      return [Fix("deploy the API to stage \(name)", deploy)]
    }
    let create = Command.CreateStage(
      restApiId: api.api.id, stageName: name, deploymentId: newest.id)
    return [
      Fix("make stage \(name) with deployment \(newest.id)", .createStage(create)),
      Fix("deploy the API to a new stage \(name)", deploy),
    ]
  }

  var endpointFixes: [Fix] {
    let update = Command.UpdateRestApi(
      restApiId: request.stage.apiId,
      patchOperations: [.replace("/disableExecuteApiEndpoint", "false")])
    return [
      Fix(
        "switch the default endpoint on and deploy to \(request.stage.stage)",
        batch([.updateRestApi(update), deploy]))
    ]
  }

  var routeFixes: [Fix] {
    guard let api else { return [] }
    var fixes: [Fix] = []
    let call = "\(request.verb) \(request.path)"
    if answers(api.snapshot) {
      fixes.append(
        Fix("deploy to \(request.stage.stage): the API as edited answers \(call)", deploy))
    }
    if let other = newestDeployment(where: { answers($0.snapshot) }) {
      let update = Command.UpdateStage(
        restApiId: api.api.id, stageName: request.stage.stage,
        patchOperations: [.replace("/deploymentId", other.id)])
      fixes.append(
        Fix(
          "point \(request.stage.stage) at deployment \(other.id), which answers \(call)",
          .updateStage(update)))
    }
    return fixes + nearestFixes
  }

  /// The most routes that are named instead of one that is not there.
  private static let nearestLimit = 2

  /// What a caller may have meant: another verb of the path, or the nearest routes that are served.
  private var nearestFixes: [Fix] {
    let verbs =
      trial.steps.lazy.compactMap { step -> [String]? in
        if case .noRoute(_, _, let verbs) = step.evidence { return verbs }
        return nil
      }.first ?? []
    guard verbs.isEmpty else {
      let one = verbs.count == 1 ? "the verb" : "one of the verbs"
      return [Fix("call it by \(one) it has: \(verbs.joined(separator: ", "))")]
    }
    let snapshot = trial.stage?.deployment?.snapshot
    let nearest = snapshot?.nearestRoutes(
      to: request.verb, request.pathWithoutQuery, limit: Self.nearestLimit)
    return (nearest ?? []).map { Fix("call \($0), the nearest that \(request.stage.stage) serves") }
  }

  var authorizerFixes: [Fix] {
    guard let api, let route = trial.method else { return [] }
    let verb = route.method.httpMethod
    let open = Command.UpdateMethod(
      restApiId: api.api.id, resourceId: route.resourceId, httpMethod: verb,
      patchOperations: [.replace("/authorizationType", "NONE")])
    return [
      Fix(
        "let \(verb) \(route.path) be called without an authorizer, and deploy to "
          + "\(request.stage.stage)",
        batch([.updateMethod(open), deploy]))
    ]
  }

  private func newestDeployment(where isWanted: (Deployment) -> Bool) -> Deployment? {
    api?.deployments.values.filter(isWanted)
      .max { ($0.createdDate, $0.id) < ($1.createdDate, $1.id) }
  }

  private func answers(_ snapshot: ApiSnapshot) -> Bool {
    PathCanonicalizer.withCanonicalPath(of: request.pathWithoutQuery) { path in
      let match = RouteTable(snapshot).match(path, verb: HTTPVerb(name: request.verb))
      if case .method = match { return true }
      return false
    }
  }
}
