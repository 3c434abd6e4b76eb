internal import GatewayModel

/// Proposals that concern the key and its plans.
extension FixProposals {
  var missingKeyFixes: [Fix] {
    var fixes: [Fix] = []
    let source = trial.stage?.deployment?.snapshot.apiKeySource ?? .header
    switch source {
    case .header: fixes.append(Fix("send a key in the header x-api-key"))
    case .authorizer:
      fixes.append(Fix("have the authorizer name a key (usageIdentifierKey)"))
      let update = Command.UpdateRestApi(
        restApiId: request.stage.apiId, patchOperations: [.replace("/apiKeySource", "HEADER")])
      fixes.append(
        Fix(
          "take keys from the header and deploy to \(request.stage.stage)",
          batch([.updateRestApi(update), deploy])))
    }
    return fixes + openMethodFixes
  }

  /// Lets the method be called without a key.
  private var openMethodFixes: [Fix] {
    guard let method = trial.method, let edited = editedMethod else { return [] }
    guard edited.apiKeyRequired else {
      return [
        Fix(
          "deploy to \(request.stage.stage): as edited, \(name(of: method)) requires no key", deploy
        )
      ]
    }
    return [
      Fix(
        "let \(name(of: method)) be called without a key and deploy to \(request.stage.stage)",
        batch([requireKey(of: method, "false"), deploy]))
    ]
  }

  /// Has the method refuse requests without a key.
  ///
  /// A method that is open and meant to be is only spoken of to who sent a key.
  var requiredKeyFixes: [Fix] {
    guard trial.ignoresKeys, let method = trial.method, let edited = editedMethod else { return [] }
    if edited.apiKeyRequired {
      return [
        Fix(
          "deploy to \(request.stage.stage): as edited, \(name(of: method)) requires a key", deploy)
      ]
    }
    guard request.key != .none else { return [] }
    return [
      Fix(
        "require a key for \(name(of: method)) and deploy to \(request.stage.stage)",
        batch([requireKey(of: method, "true"), deploy]))
    ]
  }

  /// Where the edited API and what the stage serves disagree about the key.
  var remarks: [String] {
    guard trial.ignoresKeys, let method = trial.method, editedMethod?.apiKeyRequired == true else {
      return []
    }
    let deployment = trial.deploymentId.map { "deployment \($0)" } ?? "a deployment"
    return [
      "\(name(of: method)) requires a key in the API as edited, but \(request.stage.stage) serves "
        + "\(deployment), which is older and requires none"
    ]
  }

  /// The method that answers, as it is in the API now.
  private var editedMethod: Method? {
    trial.method.flatMap { api?.methods[$0.resourceId]?[$0.method.httpMethod] }
  }

  private func name(of method: RouteMethod) -> String {
    "\(method.method.httpMethod) \(method.path)"
  }

  private func requireKey(of method: RouteMethod, _ value: String) -> Command {
    .updateMethod(
      Command.UpdateMethod(
        restApiId: request.stage.apiId, resourceId: method.resourceId,
        httpMethod: method.method.httpMethod,
        patchOperations: [.replace("/apiKeyRequired", value)]))
  }

  var disabledKeyFixes: [Fix] {
    guard let key else { return [] }
    let update = Command.UpdateApiKey(
      apiKey: key.id, patchOperations: [.replace("/enabled", "true")])
    return [Fix("enable key \(key.displayName)", .updateApiKey(update))]
  }

  /// Puts the key in a plan that opens the stage, or in any if none does.
  var joinFixes: [Fix] {
    guard let key else { return [] }
    let joined = Set(scope.planIdsByKey[key.id] ?? [])
    let others = scope.plans.values.filter { !joined.contains($0.id) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let opening = others.filter { $0.apiStage(request.stage) != nil }
    guard !opening.isEmpty || joined.isEmpty else { return [] }
    return (opening.isEmpty ? others : opening).prefix(Self.planLimit).map { plan in
      Fix(
        "put key \(key.displayName) in plan \(plan.name)",
        .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan.id, keyId: key.id)))
    }
  }

  /// Opens the stage to a plan the key is in.
  var coverFixes: [Fix] {
    guard let key else { return [] }
    let plans = (scope.planIdsByKey[key.id] ?? []).compactMap { scope.plans[$0] }
    return plans.prefix(Self.planLimit).map { plan in
      let update = Command.UpdateUsagePlan(
        usagePlanId: plan.id,
        patchOperations: [.add("/apiStages", request.stage.description)])
      return Fix(
        "open stage \(request.stage.description) to plan \(plan.name)", .updateUsagePlan(update))
    }
  }
}
