extension GatewayState {
  /// Brings an API to a definition: enumerations, API, warnings, own members, then its parts.
  ///
  /// Source: API Gateway developer guide, "Update a REST API using an OpenAPI definition"; recorded
  /// answers of PutRestApi for the members of the API.
  mutating func decide(
    _ input: Command.PutRestApi, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    violations.check(input.mode, at: "mode", among: ["merge", "overwrite"], field: "mode")
    try violations.throwIfAny()
    let handling = try Self.basePathHandling(input.basePath)
    var api = try existingApi(input.restApiId).api
    let definition = input.definition
    try DefinitionErrors.checkSize(of: definition)
    try DefinitionErrors.check(definition.warnings, failOnWarnings: input.failOnWarnings)
    let overwrites = input.mode == "overwrite"
    try api.take(definition, overwrites: overwrites)
    var log = DecisionLog()
    defer { takeBack(log) }
    take(changes(to: .restApi(api)), into: &log)
    var errors = DefinitionErrors()
    var parts = DefinitionParts(
      definition, paths: definition.paths(handling), of: api.id, overwrites: overwrites)
    if overwrites {
      parts.removeObsoletePaths(on: &self, in: context, into: &log, errors: &errors)
    }
    parts.put(on: &self, in: context, into: &log, errors: &errors)
    if overwrites {
      parts.removeObsoleteParts(on: &self, in: context, into: &log, errors: &errors)
    }
    try errors.throwIfAny()
    return Decision(
      events: log.events(on: self), subjects: [.restApi(api.id)], warnings: definition.warnings)
  }
}

extension RestApi {
  /// Takes over the API's own members from a definition.
  ///
  /// A policy the document does not mention stays even when all is overwritten: to lose one would open
  /// the API.
  fileprivate mutating func take(
    _ definition: ApiDefinition, overwrites: Bool
  ) throws(CommandError) {
    if let name = definition.name {
      try RestApiRules.check(name: name)
      self.name = name
    }
    description = definition.description?.nonEmpty
    version = definition.version?.nonEmpty
    try takeKeySource(of: definition, overwrites: overwrites)
    let types = definition.binaryMediaTypes ?? []
    binaryMediaTypes =
      overwrites
      ? types : binaryMediaTypes + types.filter { !binaryMediaTypes.contains($0) }
    if definition.minimumCompressionSize != nil {
      try RestApiRules.check(minimumCompressionSize: definition.minimumCompressionSize)
    }
    minimumCompressionSize =
      definition.minimumCompressionSize ?? (overwrites ? nil : minimumCompressionSize)
    if let policy = definition.policy {
      try RestApiRules.check(policy: policy)
      self.policy = policy.nonEmpty
    }
    disableExecuteApiEndpoint =
      definition.disableExecuteApiEndpoint ?? disableExecuteApiEndpoint
    securityPolicy = definition.securityPolicy ?? securityPolicy
    endpointAccessMode = definition.endpointAccessMode ?? endpointAccessMode
  }

  private mutating func takeKeySource(
    of definition: ApiDefinition, overwrites: Bool
  ) throws(CommandError) {
    guard let text = definition.apiKeySource else {
      if overwrites { apiKeySource = .header }
      return
    }
    var violations = ConstraintViolations()
    violations.check(
      text, at: "putRestApiInput.apiKeySource", among: ApiKeySource.allCases.map(\.rawValue),
      field: "apiKeySource")
    try violations.throwIfAny()
    apiKeySource = ApiKeySource(rawValue: text) ?? apiKeySource
  }
}
