extension GatewayState {
  /// The entity with this name, if there is one now.
  public func entity(_ ref: EntityRef) -> Entity? {
    switch ref {
    case .account: .account(account)
    case .apiKey(let id): keys[id].map(Entity.apiKey)
    case .usagePlan(let id): plans[id].map(Entity.usagePlan)
    case .usagePlanKey(let id):
      planKeys[id.usagePlanId]?[id.keyId].map(Entity.usagePlanKey)
    case .usageAdjustment(let id): usageAdjustments[id].map(Entity.usageAdjustment)
    case .restApi(let id): apis[id].map { .restApi($0.api) }
    case .resource(let api, let id): apis[api]?.resources[id].map { .resource(api, $0) }
    case .method(let api, let resource, let verb):
      apis[api]?.methods[resource]?[verb].map { .method(api, resource, $0) }
    case .deployment(let api, let id): apis[api]?.deployments[id].map { .deployment(api, $0) }
    case .stage(let id): apis[id.apiId]?.stages[id.stage].map { .stage(id.apiId, $0) }
    case .gatewayResponse(let api, let type):
      apis[api]?.gatewayResponses[type].map { .gatewayResponse(api, $0) }
    case .model(let api, let name): apis[api]?.models[name].map { .model(api, $0) }
    case .requestValidator(let api, let id):
      apis[api]?.requestValidators[id].map { .requestValidator(api, $0) }
    case .accessory(let ref): accessory(ref).map(Entity.accessory)
    }
  }

  /// The stage with this name, if it exists.
  public func stage(_ id: ApiStageID) -> Stage? {
    apis[id.apiId]?.stages[id.stage]
  }

  /// What a stage serves, if the stage exists.
  public func servedSnapshot(_ id: ApiStageID) -> ApiSnapshot? {
    guard let api = apis[id.apiId], let stage = api.stages[id.stage] else { return nil }
    return api.deployments[stage.deploymentId]?.snapshot
  }

  /// The plan through which a key reaches a stage, if one does; there is at most one.
  ///
  /// - Complexity: linear in the number of plans of the key (at most 10) and their stages.
  public func plan(of key: ApiKeyID, reaching stage: ApiStageID) -> UsagePlan? {
    (planIdsByKey[key] ?? []).lazy.compactMap { plans[$0] }
      .first { $0.apiStage(stage) != nil }
  }
}
