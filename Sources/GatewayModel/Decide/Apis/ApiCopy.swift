/// The parts of one API made anew under another, with ids of their own.
///
/// Deployments and stages are not copied: they belong to what was served, not to what is described.
/// Source: API Gateway REST API reference, CreateRestApi, `cloneFrom`.
struct ApiCopy {
  private let source: ApiState
  private let target: RestApi

  /// A copy of an API's parts to a new API.
  init(of source: ApiState, to target: RestApi) {
    self.source = source
    self.target = target
  }

  /// The events that make the parts: each parent before what refers to it.
  ///
  /// - Complexity: linear in the size of the API, apart from sorting.
  func events(in context: DecisionContext) -> [Event] {
    var taken: Set<String> = []
    func newId() -> String {
      let id = context.unusedIdentifier(length: ApiLimits.partIdLength, isTaken: taken.contains)
      taken.insert(id)
      return id
    }
    var resourceIds = [source.api.rootResourceId: target.rootResourceId]
    var validatorIds: [RequestValidatorID: RequestValidatorID] = [:]
    var entities: [Entity] = []
    let resources = source.subtree(of: source.api.rootResourceId)
    for resource in resources {
      let id = resourceIds[resource.id] ?? newId()
      resourceIds[resource.id] = id
      entities.append(
        .resource(
          target.id,
          Resource(
            id: id, parentId: resource.parentId.flatMap { resourceIds[$0] },
            pathPart: resource.pathPart, path: resource.path)))
    }
    for var model in source.models.values.sorted(by: { $0.name < $1.name }) {
      model.id = newId()
      entities.append(.model(target.id, model))
    }
    for var validator in source.requestValidators.values.sorted(by: { $0.id < $1.id }) {
      let id = newId()
      validatorIds[validator.id] = id
      validator.id = id
      entities.append(.requestValidator(target.id, validator))
    }
    var authorizerIds: [AuthorizerID: AuthorizerID] = [:]
    for var authorizer in source.authorizers.values.sorted(by: { $0.id < $1.id }) {
      let id = newId()
      authorizerIds[authorizer.id] = id
      authorizer.id = id
      entities.append(.accessory(AnyAccessory(authorizer, of: target.id)))
    }
    for resource in resources {
      guard let id = resourceIds[resource.id] else { continue }
      let methods = (source.methods[resource.id] ?? [:]).values
      for var method in methods.sorted(by: { $0.httpMethod < $1.httpMethod }) {
        method.authorizerId = method.authorizerId.flatMap { authorizerIds[$0] }
        method.requestValidatorId = method.requestValidatorId.flatMap { validatorIds[$0] }
        if method.methodIntegration?.cacheNamespace == resource.id {
          method.methodIntegration?.cacheNamespace = id
        }
        entities.append(.method(target.id, id, method))
      }
    }
    entities += source.gatewayResponses.values
      .sorted { $0.responseType.rawValue < $1.responseType.rawValue }
      .map { .gatewayResponse(target.id, $0) }
    return entities.map(Event.put)
  }
}
