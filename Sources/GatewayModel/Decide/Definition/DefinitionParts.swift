/// Brings the parts of an API to a definition, step by step, by the rules of the single operations.
struct DefinitionParts {
  let definition: ApiDefinition
  let paths: [DefinedPath]
  let apiId: RestApiID
  /// Whether what the definition lacks goes.
  let overwrites: Bool
  /// The API's validators by name, as far as the definition names them.
  private var validatorIds: [String: RequestValidatorID] = [:]
  /// The API's authorizers by name, as far as the definition names them.
  private var authorizerIds: [String: AuthorizerID] = [:]
  /// The methods already put, as `/path VERB`: a second one is a conflict and replaces nothing.
  private var putMethods: Set<String> = []

  /// The parts of a definition.
  ///
  /// - Parameters:
  ///   - paths: The definition's paths with the base path they are to have.
  ///   - overwrites: Whether what the definition lacks goes.
  init(
    _ definition: ApiDefinition, paths: [DefinedPath], of apiId: RestApiID,
    overwrites: Bool = false
  ) {
    self.definition = definition
    self.paths = paths
    self.apiId = apiId
    self.overwrites = overwrites
  }

  /// Puts every part the definition has: what methods refer to first, then paths and methods.
  mutating func put(
    on state: inout GatewayState, in context: DecisionContext, into log: inout DecisionLog,
    errors: inout DefinitionErrors
  ) {
    for model in definition.models {
      errors.attempt("Unable to create model '\(model.name)'") { () throws(CommandError) in
        for command in commands(for: model, on: state) {
          try state.take(command, in: context, into: &log)
        }
      }
    }
    for validator in definition.requestValidators {
      errors.attempt("Unable to create request validator '\(validator.name)'") {
        () throws(CommandError) in
        let command = command(for: validator, on: state)
        let decision = try state.take(command, in: context, into: &log)
        if case .requestValidator(_, let id)? = decision.subjects.first {
          validatorIds[validator.name] = id
        }
      }
    }
    for authorizer in definition.authorizers {
      errors.attempt("Unable to create authorizer '\(authorizer.name)'") {
        () throws(CommandError) in
        let command = command(for: authorizer, on: state)
        let decision = try state.take(command, in: context, into: &log)
        if case .accessory(let ref)? = decision.subjects.first {
          authorizerIds[authorizer.name] = ref.key
        }
      }
    }
    for response in definition.gatewayResponses {
      errors.attempt("Unable to put gateway response '\(response.responseType)'") {
        () throws(CommandError) in
        try state.take(command(for: response), in: context, into: &log)
      }
    }
    putDocumentation(on: &state, in: context, into: &log, errors: &errors)
    for path in paths where !errors.isFull {
      let isMade = errors.attempt("Unable to create resource at path '\(path.path)'") {
        () throws(CommandError) in
        try state.take(
          .creatingResourcePath(path.path, of: apiId), in: context, into: &log)
      }
      guard isMade else { continue }
      for method in path.methods {
        put(method, at: path.path, on: &state, in: context, into: &log, errors: &errors)
      }
    }
  }

  private func putDocumentation(
    on state: inout GatewayState, in context: DecisionContext, into log: inout DecisionLog,
    errors: inout DefinitionErrors
  ) {
    guard let documentation = definition.documentation else { return }
    errors.attempt("Unable to import documentation parts") { () throws(CommandError) in
      try state.take(
        .importDocumentationParts(
          Command.ImportDocumentationParts(
            restApiId: apiId, mode: overwrites ? "overwrite" : "merge", body: documentation)),
        in: context, into: &log)
    }
  }

  private mutating func put(
    _ method: DefinedMethod, at path: String, on state: inout GatewayState,
    in context: DecisionContext, into log: inout DecisionLog, errors: inout DefinitionErrors
  ) {
    let verb = method.httpMethod
    let isFirst = putMethods.insert("\(path) \(verb)").inserted
    let isPut = errors.attempt("Unable to put method '\(verb)' on resource at path '\(path)'") {
      () throws(CommandError) in
      if isFirst, let id = state.apis[apiId]?.resource(path: path)?.id,
        state.apis[apiId]?.methods[id]?[verb] != nil
      {
        try state.take(
          .deleteMethod(
            Command.DeleteMethod(restApiId: apiId, resourceId: id, httpMethod: verb)),
          in: context, into: &log)
      }
      try state.take(command(for: method, at: path), in: context, into: &log)
      for response in method.responses {
        try state.take(command(for: response, of: verb, at: path), in: context, into: &log)
      }
    }
    guard isPut, let integration = method.integration else { return }
    errors.attempt("Unable to put integration on '\(verb)' for resource at path '\(path)'") {
      () throws(CommandError) in
      try state.take(command(for: integration, of: verb, at: path), in: context, into: &log)
      for response in integration.responses {
        try state.take(command(for: response, of: verb, at: path), in: context, into: &log)
      }
    }
  }

  /// The id the API gives an authorizer of the definition, as for validators.
  func authorizerId(_ name: String) -> AuthorizerID {
    authorizerIds[name] ?? name
  }

  /// The id the API gives a validator of the definition; a name that names none stays as it is, so
  /// that the method's own rule refuses it.
  func validatorId(_ name: String) -> RequestValidatorID {
    validatorIds[name] ?? name
  }
}
