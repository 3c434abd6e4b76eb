extension GatewayState {
  /// Makes an API of a definition: enumerations, warnings, the API itself, then all its parts.
  ///
  /// The two models a made API starts with are not there: an imported one has the document's alone.
  /// Source: recorded answers of ImportRestApi.
  mutating func decide(
    _ input: Command.ImportRestApi, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let definition = input.definition
    let handling = try Self.basePathHandling(input.basePath)
    try DefinitionErrors.checkSize(of: definition)
    try DefinitionErrors.check(definition.warnings, failOnWarnings: input.failOnWarnings)
    var log = DecisionLog()
    defer { takeBack(log) }
    let made = try ruling(
      on: .createRestApi(
        Command.CreateRestApi(
          name: definition.name, description: definition.description?.nonEmpty,
          version: definition.version?.nonEmpty, binaryMediaTypes: definition.binaryMediaTypes,
          minimumCompressionSize: definition.minimumCompressionSize,
          apiKeySource: definition.apiKeySource,
          endpointConfiguration: input.endpointConfiguration, policy: definition.policy,
          tags: definition.tags, disableExecuteApiEndpoint: definition.disableExecuteApiEndpoint,
          securityPolicy: definition.securityPolicy,
          endpointAccessMode: definition.endpointAccessMode)), in: context)
    guard case .restApi(let apiId)? = made.subjects.first else { return made }
    take(made.events.filter { $0.ref.kind != .model }, into: &log)
    var errors = DefinitionErrors()
    var parts = DefinitionParts(definition, paths: definition.paths(handling), of: apiId)
    parts.put(on: &self, in: context, into: &log, errors: &errors)
    try errors.throwIfAny()
    return Decision(
      events: log.events(on: self), subjects: [.restApi(apiId)], warnings: definition.warnings)
  }

  /// What a text says becomes of the base path.
  static func basePathHandling(
    _ text: String?
  ) throws(CommandError) -> ApiDefinition.BasePathHandling {
    guard let text else { return .ignore }
    guard let handling = ApiDefinition.BasePathHandling(rawValue: text.lowercased()) else {
      throw CommandError(
        .badRequest, "Invalid basepath specified. Valid options are ignore,prepend,split",
        field: "basepath", remedy: "Use ignore, prepend or split.")
    }
    return handling
  }
}

extension Command.ImportRestApi {
  fileprivate var endpointConfiguration: EndpointConfigurationInput? {
    guard endpointConfigurationTypes != nil || definition.vpcEndpointIds != nil else { return nil }
    return EndpointConfigurationInput(
      types: endpointConfigurationTypes, vpcEndpointIds: definition.vpcEndpointIds)
  }
}
