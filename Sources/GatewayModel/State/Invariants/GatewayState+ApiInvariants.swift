extension GatewayState {
  /// An API has its root; the stages of one that is gone are in no plan.
  func checkApi(_ id: RestApiID) throws(CommandError) {
    guard let api = apis[id] else { return try checkUnopened { $0.apiId == id } }
    guard let root = api.resources[api.api.rootResourceId], root.path == "/" else {
      throw Self.broken(
        "Invalid Resource identifier specified",
        remedy: "The API \(id) has lost its root resource \(api.api.rootResourceId).")
    }
  }

  /// A part belongs to an API that exists.
  func checkPart(_ ref: EntityRef, of api: RestApiID) throws(CommandError) {
    guard apis[api] == nil else { return }
    throw Self.broken(
      "Invalid API identifier specified \(Account.id):\(api)",
      remedy: "\(ref.kind.rawValue) \(ref.shortName) belongs to that API; restore the API first.")
  }

  /// A resource hangs from its parent under a path of its own; one that is gone leaves nothing.
  func checkResource(_ id: ResourceID, of apiId: RestApiID) throws(CommandError) {
    guard let api = apis[apiId] else { return }
    guard let resource = api.resources[id] else {
      guard api.methods[id] == nil, !api.resources.values.contains(where: { $0.parentId == id })
      else {
        throw Self.broken(
          "Resource \(id) still has methods or children", remedy: "Delete what hangs from it first."
        )
      }
      guard api.api.rootResourceId != id else {
        throw Self.broken("The root resource is gone", remedy: "Delete the API instead.")
      }
      return
    }
    guard let parentId = resource.parentId, let pathPart = resource.pathPart else {
      guard id == api.api.rootResourceId, resource.path == "/" else {
        throw Self.broken(
          "Resource \(id) has no parent", remedy: "Only the root resource is without one.")
      }
      return
    }
    guard let parent = api.resources[parentId], parent.childPath(pathPart) == resource.path else {
      throw Self.broken(
        "Invalid Resource identifier specified",
        remedy: "The parent \(parentId) of '\(resource.path)' is gone or has moved.")
    }
    try checkSiblings(of: resource, pathPart, under: parent, api)
    for child in api.resources.values where child.parentId == id {
      guard child.path == resource.childPath(child.pathPart ?? "") else {
        throw Self.broken(
          "Resource \(child.id) is not under '\(resource.path)'", remedy: "Move the child first.")
      }
    }
  }

  private func checkSiblings(
    of resource: Resource, _ pathPart: String, under parent: Resource, _ api: ApiState
  ) throws(CommandError) {
    if let above = parent.pathPart, ResourceRules.isGreedy(above) {
      throw Self.broken(
        "Cannot create a child of a resource with a greedy path variable: \(above)",
        remedy: "Rename the parent first.")
    }
    for other in api.resources.values
    where other.parentId == parent.id && other.id != resource.id {
      let otherPart = other.pathPart ?? ""
      guard otherPart != pathPart else {
        throw Self.broken(
          "Another resource with the same parent already has this name: \(pathPart)",
          remedy: "Rename or delete the resource \(other.id) first.")
      }
      guard
        ResourceRules.variableName(of: pathPart) == nil
          || ResourceRules.variableName(of: otherPart) == nil
      else {
        throw Self.broken(
          "A sibling (\(otherPart)) of this resource already has a variable path part -- "
            + "only one is allowed", remedy: "Rename or delete the resource \(other.id) first.")
      }
    }
  }

  /// A method belongs to a resource that exists, and names a validator and models that exist.
  func checkMethod(
    _ verb: String, of resource: ResourceID, _ apiId: RestApiID
  ) throws(CommandError) {
    guard let api = apis[apiId], let method = api.methods[resource]?[verb] else { return }
    guard api.resources[resource] != nil else {
      throw Self.broken(
        "Invalid Resource identifier specified",
        remedy: "The method \(verb) belongs to the resource \(resource), which is gone.")
    }
    if let validator = method.requestValidatorId, api.requestValidators[validator] == nil {
      throw Self.broken(
        "Invalid Request Validator identifier specified",
        remedy: "The method \(verb) uses the validator \(validator), which is gone.")
    }
    let models = method.modelNames
    if let model = models.first(where: { api.models[$0] == nil }) {
      throw Self.broken(
        "Invalid model identifier specified: \(model)",
        remedy: "The method \(verb) uses that model, which is gone.")
    }
  }

  /// A model that is gone is used by no method.
  func checkModel(_ name: String, of apiId: RestApiID) throws(CommandError) {
    try checkPart(.model(apiId, name: name), of: apiId)
    guard let api = apis[apiId], api.models[name] == nil else { return }
    try checkUnused(in: api, text: "Invalid model identifier specified: \(name)") {
      $0.modelNames.contains(name)
    }
  }

  /// A validator that is gone is used by no method.
  func checkValidator(_ id: RequestValidatorID, of apiId: RestApiID) throws(CommandError) {
    try checkPart(.requestValidator(apiId, id), of: apiId)
    guard let api = apis[apiId], api.requestValidators[id] == nil else { return }
    try checkUnused(in: api, text: "Invalid Request Validator identifier specified") {
      $0.requestValidatorId == id
    }
  }

  private func checkUnused(
    in api: ApiState, text: String, _ isUsed: (Method) -> Bool
  ) throws(CommandError) {
    for (resource, methods) in api.methods {
      guard let method = methods.values.first(where: isUsed) else { continue }
      let path = api.resources[resource]?.path ?? resource
      throw Self.broken(text, remedy: "The method \(method.httpMethod) \(path) uses it.")
    }
  }
}

extension Method {
  /// The models the method's requests and responses name.
  var modelNames: Set<String> {
    let responses = methodResponses.values.flatMap { ($0.responseModels ?? [:]).values }
    return Set((requestModels ?? [:]).values).union(responses)
  }
}
