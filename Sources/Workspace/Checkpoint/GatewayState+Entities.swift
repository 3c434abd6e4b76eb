import GatewayModel

extension GatewayState {
  /// Every entity, each whole before its parts, sorted by id within a kind.
  ///
  /// - Complexity: linear in the number of entities, besides the sorting.
  var entitiesWholeBeforeParts: [Entity] {
    var entities: [Entity] = [.account(account)]
    for (id, api) in apis.sorted(by: { $0.key < $1.key }) {
      entities += api.entities + accessories(of: id).map(Entity.accessory)
    }
    entities += accessories(of: nil).map(Entity.accessory)
    entities += keys.values.sorted { $0.id < $1.id }.map(Entity.apiKey)
    entities += plans.values.sorted { $0.id < $1.id }.map(Entity.usagePlan)
    for (_, members) in planKeys.sorted(by: { $0.key < $1.key }) {
      entities += members.values.sorted { $0.keyId < $1.keyId }.map(Entity.usagePlanKey)
    }
    entities += usageAdjustments.sorted { $0.key < $1.key }.map { .usageAdjustment($0.value) }
    return entities
  }
}

extension ApiState {
  /// The API, then its parts, sorted by id within a kind.
  fileprivate var entities: [Entity] {
    let id = api.id
    var entities: [Entity] = [.restApi(api)]
    entities += resources.values.sorted { $0.id < $1.id }.map { .resource(id, $0) }
    for (resource, byVerb) in methods.sorted(by: { $0.key < $1.key }) {
      entities += byVerb.values.sorted { $0.httpMethod < $1.httpMethod }
        .map { .method(id, resource, $0) }
    }
    entities += gatewayResponses.values
      .sorted { $0.responseType.rawValue < $1.responseType.rawValue }
      .map { .gatewayResponse(id, $0) }
    entities += models.values.sorted { $0.name < $1.name }.map { .model(id, $0) }
    entities += requestValidators.values.sorted { $0.id < $1.id }
      .map { .requestValidator(id, $0) }
    entities += deployments.values.sorted { $0.id < $1.id }.map { .deployment(id, $0) }
    entities += stages.values.sorted { $0.stageName < $1.stageName }.map { .stage(id, $0) }
    return entities
  }
}
