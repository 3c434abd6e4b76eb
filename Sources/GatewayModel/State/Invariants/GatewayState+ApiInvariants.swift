extension GatewayState {
  /// An API has its root; the stages of one that is gone are in no plan.
  func checkApi(_ id: RestApiID) throws(CommandError) {
    guard let api = apis[id] else {
      try checkUnmapped(id)
      return try checkUnopened { $0.apiId == id }
    }
    guard let root = api.resources[api.api.rootResourceId], root.path == "/" else {
      throw Self.broken(
        "Invalid Resource identifier specified",
        remedy: "The API \(id) has lost its root resource \(api.api.rootResourceId).")
    }
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
    do throws(CommandError) {
      try ResourcePlacement(in: api).check(pathPart, under: parent, except: id)
    } catch {
      throw Self.broken(error.message, remedy: error.remedy ?? "Rename the resource first.")
    }
    for child in api.resources.values where child.parentId == id {
      guard child.path == resource.childPath(child.pathPart ?? "") else {
        throw Self.broken(
          "Resource \(child.id) is not under '\(resource.path)'", remedy: "Move the child first.")
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
    if let authorizer = method.authorizerId, api.authorizers[authorizer] == nil {
      throw Self.broken(
        Authorizer.rules.unknown,
        remedy: "The method \(verb) asks the authorizer \(authorizer), which is gone.")
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
    guard let api = apis[apiId], api.models[name] == nil else { return }
    guard let user = api.user(ofModel: name) else { return }
    throw Self.broken(
      "Invalid model identifier specified: \(name)", remedy: "The method \(user.method) uses it.")
  }

  /// A validator that is gone is used by no method.
  func checkValidator(_ id: RequestValidatorID, of apiId: RestApiID) throws(CommandError) {
    guard let api = apis[apiId], api.requestValidators[id] == nil else { return }
    guard let user = api.user(ofValidator: id) else { return }
    throw Self.broken(
      "Invalid Request Validator identifier specified", remedy: "The method \(user) uses it.")
  }
}

extension Method {
  /// The models the method's requests and responses name.
  var modelNames: Set<String> {
    let responses = methodResponses.values.flatMap { ($0.responseModels ?? [:]).values }
    return Set((requestModels ?? [:]).values).union(responses)
  }
}
