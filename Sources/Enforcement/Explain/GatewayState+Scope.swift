internal import GatewayModel

extension GatewayState {
  /// The part of the workspace that can decide on a request: its API, all plans, its key.
  ///
  /// - Complexity: linear in the size of the API and the number of plans, not of keys.
  func scope(of request: ExplainedRequest) -> GatewayState {
    var scope = GatewayState()
    var entities: [Entity] = [.account(account)]
    entities += plans.values.map(Entity.usagePlan)
    if let api = apis[request.stage.apiId] { entities += Self.entities(of: api) }
    if let id = keyId(of: request), let key = keys[id] {
      entities.append(.apiKey(key))
      for plan in planIdsByKey[id] ?? [] {
        if let member = planKeys[plan]?[id] { entities.append(.usagePlanKey(member)) }
        let grant = usageAdjustments[PlanKeyID(usagePlanId: plan, keyId: id)]
        if let grant { entities.append(.usageAdjustment(grant)) }
      }
    }
    scope.apply(entities.map(Event.put), sequence: sequence)
    return scope
  }

  /// The key a request carries, if it is one of the workspace.
  func keyId(of request: ExplainedRequest) -> ApiKeyID? {
    switch request.key {
    case .none: nil
    case .value(let value): keyIdByValue[value]
    case .id(let id): id
    }
  }

  private static func entities(of api: ApiState) -> [Entity] {
    let id = api.api.id
    var entities: [Entity] = [.restApi(api.api)]
    entities += api.resources.values.map { .resource(id, $0) }
    for (resource, methods) in api.methods {
      entities += methods.values.map { .method(id, resource, $0) }
    }
    entities += api.models.values.map { .model(id, $0) }
    entities += api.requestValidators.values.map { .requestValidator(id, $0) }
    entities += api.gatewayResponses.values.map { .gatewayResponse(id, $0) }
    entities += api.deployments.values.map { .deployment(id, $0) }
    entities += api.stages.values.map { .stage(id, $0) }
    return entities
  }
}
