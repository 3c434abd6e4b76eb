internal import GatewayModel

extension GatewayState {
  /// The part of the workspace that can decide on requests: their APIs, all plans, their keys.
  ///
  /// - Complexity: linear in the requests, the size of their APIs and the number of plans, not of keys.
  func scope(of requests: some Sequence<ExplainedRequest>) -> GatewayState {
    var apiIds: Set<RestApiID> = []
    var keyIds: Set<ApiKeyID> = []
    for request in requests {
      apiIds.insert(request.stage.apiId)
      if let key = keyId(of: request) { keyIds.insert(key) }
    }
    var entities: [Entity] = [.account(account)]
    entities += plans.values.map(Entity.usagePlan)
    for id in apiIds {
      entities += apis[id].map(Self.entities) ?? []
      entities += accessories(of: id).map(Entity.accessory)
    }
    for id in keyIds { entities += self.entities(ofKey: id) }
    var scope = GatewayState()
    scope.apply(entities.map(Event.put), sequence: sequence)
    return scope
  }

  private func entities(ofKey id: ApiKeyID) -> [Entity] {
    guard let key = keys[id] else { return [] }
    var entities: [Entity] = [.apiKey(key)]
    for plan in planIdsByKey[id] ?? [] {
      if let member = planKeys[plan]?[id] { entities.append(.usagePlanKey(member)) }
      let grant = usageAdjustments[PlanKeyID(usagePlanId: plan, keyId: id)]
      if let grant { entities.append(.usageAdjustment(grant)) }
    }
    return entities
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
