/// What an overwritten API loses: all its definition does not have.
extension DefinitionParts {
  /// Removes paths and methods first, so that a renamed variable finds its place free.
  func removeObsoletePaths(
    on state: inout GatewayState, in context: DecisionContext, into log: inout DecisionLog,
    errors: inout DefinitionErrors
  ) {
    let kept = keptPaths
    for resource in state.apis[apiId]?.listedResources ?? [] {
      guard state.apis[apiId]?.resources[resource.id] != nil else { continue }
      errors.attempt("Unable to delete resource at path '\(resource.path)'") {
        () throws(CommandError) in
        guard let verbs = kept[resource.path] else {
          try state.take(
            .deleteResource(Command.DeleteResource(restApiId: apiId, resourceId: resource.id)),
            in: context, into: &log)
          return
        }
        let methods = (state.apis[apiId]?.methods[resource.id] ?? [:]).keys.sorted()
        for verb in methods where !verbs.contains(verb) {
          try state.take(
            .deleteMethod(
              Command.DeleteMethod(restApiId: apiId, resourceId: resource.id, httpMethod: verb)),
            in: context, into: &log)
        }
      }
    }
  }

  /// Removes what nothing refers to once the definition's methods are in place.
  func removeObsoleteParts(
    on state: inout GatewayState, in context: DecisionContext, into log: inout DecisionLog,
    errors: inout DefinitionErrors
  ) {
    for command in obsoleteParts(of: state) {
      errors.attempt("Unable to remove what the document lacks") { () throws(CommandError) in
        try state.take(command, in: context, into: &log)
      }
    }
  }

  private func obsoleteParts(of state: GatewayState) -> [Command] {
    guard let api = state.apis[apiId] else { return [] }
    let models = Set(definition.models.map(\.name))
    let validators = Set(definition.requestValidators.map { validatorId($0.name) })
    let responses = Set(definition.gatewayResponses.map(\.responseType))
    var commands = api.listedModels.filter { !models.contains($0.name) }.map {
      Command.deleteModel(Command.DeleteModel(restApiId: apiId, modelName: $0.name))
    }
    commands += api.listedRequestValidators.filter { !validators.contains($0.id) }.map {
      .deleteRequestValidator(
        Command.DeleteRequestValidator(restApiId: apiId, requestValidatorId: $0.id))
    }
    let authorizers = Set(definition.authorizers.map { authorizerId($0.name) })
    commands += api.authorizers.keys.sorted().filter { !authorizers.contains($0) }.map {
      .deleteAccessory(Command.DeleteAccessory(AccessoryRef(Authorizer.self, $0, of: apiId)))
    }
    commands += api.gatewayResponses.keys.map(\.rawValue).sorted()
      .filter { !responses.contains($0) }.map {
        .deleteGatewayResponse(
          Command.DeleteGatewayResponse(restApiId: apiId, responseType: $0))
      }
    return commands
  }

  /// The verbs of each path the definition has or leads through.
  private var keptPaths: [String: Set<String>] {
    var kept: [String: Set<String>] = ["/": []]
    for path in paths {
      var ancestor = ""
      for segment in path.path.split(separator: "/") {
        ancestor += "/\(segment)"
        kept[ancestor, default: []].formUnion([])
      }
      kept[path.path, default: []].formUnion(path.methods.map(\.httpMethod))
    }
    return kept
  }
}
