extension GatewayState {
  /// Refuses a state in which what was touched does not fit the rest.
  ///
  /// Every command keeps these rules by its own checks; undo puts whole entities back and asks here, and
  /// tests ask after every change.
  /// - Parameter ref: An entity that was put or deleted; what refers to it is looked at too.
  /// - Throws: `conflict`, naming both sides.
  /// - Complexity: linear in the neighbours of the entity, and for plans and stages in the number of
  ///   plans.
  public func checkInvariants(of ref: EntityRef) throws(CommandError) {
    switch ref {
    case .account, .gatewayResponse: return
    case .apiKey(let id): try checkKey(id)
    case .usagePlan(let id): try checkPlan(id)
    case .usagePlanKey(let id): try checkMembership(id)
    case .usageAdjustment(let id): try checkGrant(id)
    case .restApi(let id): try checkApi(id)
    case .resource(let api, let id): try checkResource(id, of: api)
    case .method(let api, let resource, let verb): try checkMethod(verb, of: resource, api)
    case .deployment(let api, let id): try checkDeployment(id, of: api)
    case .stage(let id): try checkStage(id)
    case .model(let api, let name): try checkModel(name, of: api)
    case .requestValidator(let api, let id): try checkValidator(id, of: api)
    case .accessory(let ref): try checkAccessory(ref)
    }
  }

  /// Refuses a state that breaks an invariant anywhere.
  ///
  /// - Complexity: linear in the size of the state, times its plans; for tests and checks by hand.
  public func checkInvariants() throws(CommandError) {
    for ref in allRefs { try checkInvariants(of: ref) }
    try checkIndexes()
  }

  /// Names every entity there is, but the account, which always is.
  public var allRefs: [EntityRef] {
    var refs: [EntityRef] = keys.keys.map(EntityRef.apiKey) + plans.keys.map(EntityRef.usagePlan)
    for (plan, members) in planKeys {
      refs += members.keys.map { .usagePlanKey(PlanKeyID(usagePlanId: plan, keyId: $0)) }
    }
    refs += usageAdjustments.keys.map(EntityRef.usageAdjustment)
    let owners: [RestApiID?] = [nil] + apis.keys.map { $0 }
    for owner in owners { refs += accessories(of: owner).map { .accessory($0.ref) } }
    return refs + apis.values.flatMap(\.allRefs)
  }

  /// A refusal of a state: something refers to what is not there, or two things to one place.
  static func broken(_ message: String, remedy: String) -> CommandError {
    CommandError(.conflict, message, remedy: remedy)
  }

  private func checkIndexes() throws(CommandError) {
    let owners = Dictionary(keys.values.map { ($0.value, $0.id) }) { first, _ in first }
    guard owners.count == keys.count, owners == keyIdByValue else {
      throw Self.broken("The index of key values is wrong", remedy: "Rebuild it from the keys.")
    }
    var plansByKey: [ApiKeyID: [UsagePlanID]] = [:]
    for (plan, members) in planKeys.sorted(by: { $0.key < $1.key }) {
      for key in members.keys { plansByKey[key, default: []].append(plan) }
    }
    guard plansByKey == planIdsByKey else {
      throw Self.broken("The index of plans by key is wrong", remedy: "Rebuild it from the plans.")
    }
  }
}

extension ApiState {
  /// Names the API and all its parts.
  var allRefs: [EntityRef] {
    let id = api.id
    var refs: [EntityRef] = [.restApi(id)]
    refs += resources.keys.map { .resource(id, $0) }
    for (resource, methods) in methods {
      refs += methods.keys.map { .method(id, resource, httpMethod: $0) }
    }
    refs += deployments.keys.map { .deployment(id, $0) }
    refs += stages.keys.map { .stage(ApiStageID(apiId: id, stage: $0)) }
    refs += gatewayResponses.keys.map { .gatewayResponse(id, $0) }
    refs += models.keys.map { .model(id, name: $0) }
    return refs + requestValidators.keys.map { .requestValidator(id, $0) }
  }
}
