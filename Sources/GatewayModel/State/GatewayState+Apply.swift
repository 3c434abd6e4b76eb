extension GatewayState {
  /// Makes the changes of one journal line.
  ///
  /// Total: any events apply to any state, since `decide` has checked them and replay must not fail.
  /// - Parameters:
  ///   - events: What the line says happened, in order.
  ///   - sequence: The line's place in the journal.
  public mutating func apply(_ events: [Event], sequence: Sequence64) {
    for event in events {
      apply(event)
      switch event {
      case .put: revisions[event.ref] = sequence
      case .deleted: revisions[event.ref] = nil
      }
    }
    self.sequence = sequence
  }

  mutating func apply(_ event: Event) {
    switch event {
    case .put(let entity): put(entity)
    case .deleted(let ref): delete(ref)
    }
  }

  private mutating func put(_ entity: Entity) {
    switch entity {
    case .account(let account): self.account = account
    case .apiKey(let key): put(key)
    case .usagePlan(let plan): plans[plan.id] = plan
    case .usagePlanKey(let member): put(member)
    case .usageAdjustment(let grant):
      usageAdjustments[PlanKeyID(usagePlanId: grant.usagePlanId, keyId: grant.keyId)] = grant
    case .restApi(let api):
      if apis[api.id] == nil { apis[api.id] = ApiState(api: api) } else { apis[api.id]?.api = api }
    case .resource(let api, let resource): apis[api]?.resources[resource.id] = resource
    case .method(let api, let resource, let method):
      apis[api]?.methods[resource, default: [:]][method.httpMethod] = method
    case .deployment(let api, let deployment): apis[api]?.deployments[deployment.id] = deployment
    case .stage(let api, let stage): apis[api]?.stages[stage.stageName] = stage
    case .gatewayResponse(let api, let response):
      apis[api]?.gatewayResponses[response.responseType] = response
    case .model(let api, let model): apis[api]?.models[model.name] = model
    case .requestValidator(let api, let validator):
      apis[api]?.requestValidators[validator.id] = validator
    case .accessory(let accessory): put(accessory)
    }
  }

  private mutating func put(_ key: ApiKey) {
    if let old = keys[key.id], old.value != key.value { keyIdByValue[old.value] = nil }
    keys[key.id] = key
    keyIdByValue[key.value] = key.id
  }

  private mutating func put(_ member: UsagePlanKey) {
    let isNew = planKeys[member.usagePlanId]?[member.keyId] == nil
    planKeys[member.usagePlanId, default: [:]][member.keyId] = member
    guard isNew else { return }
    var ids = planIdsByKey[member.keyId] ?? []
    ids.insert(member.usagePlanId, at: ids.firstIndex { $0 > member.usagePlanId } ?? ids.count)
    planIdsByKey[member.keyId] = ids
  }

  private mutating func delete(_ ref: EntityRef) {
    switch ref {
    case .account: account = Account()
    case .apiKey(let id):
      if let key = keys.removeValue(forKey: id), keyIdByValue[key.value] == id {
        keyIdByValue[key.value] = nil
      }
    case .usagePlan(let id): plans[id] = nil
    case .usagePlanKey(let member): deleteMembership(member)
    case .usageAdjustment(let id): usageAdjustments[id] = nil
    case .restApi(let id): apis[id] = nil
    case .resource(let api, let id): apis[api]?.resources[id] = nil
    case .method(let api, let resource, let verb):
      apis[api]?.methods[resource]?[verb] = nil
      if apis[api]?.methods[resource]?.isEmpty == true { apis[api]?.methods[resource] = nil }
    case .deployment(let api, let id): apis[api]?.deployments[id] = nil
    case .stage(let id): apis[id.apiId]?.stages[id.stage] = nil
    case .gatewayResponse(let api, let type): apis[api]?.gatewayResponses[type] = nil
    case .model(let api, let name): apis[api]?.models[name] = nil
    case .requestValidator(let api, let id): apis[api]?.requestValidators[id] = nil
    case .accessory(let ref): delete(ref)
    }
  }

  private mutating func deleteMembership(_ id: PlanKeyID) {
    planKeys[id.usagePlanId]?[id.keyId] = nil
    if planKeys[id.usagePlanId]?.isEmpty == true { planKeys[id.usagePlanId] = nil }
    planIdsByKey[id.keyId]?.removeAll { $0 == id.usagePlanId }
    if planIdsByKey[id.keyId]?.isEmpty == true { planIdsByKey[id.keyId] = nil }
  }
}
