extension GatewayState {
  /// Makes an API: enumerations, then name, description, compression, endpoints, as recorded.
  func decide(
    _ input: Command.CreateRestApi, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try checkEnumerations(of: input)
    try RestApiRules.check(name: input.name)
    guard input.description != "" else {
      throw CommandError(
        .badRequest, "Description cannot be an empty string", field: "description",
        remedy: "Leave the description out, or say something.")
    }
    if input.minimumCompressionSize != nil {
      try RestApiRules.check(minimumCompressionSize: input.minimumCompressionSize)
    }
    let endpoint = try EndpointRules.configuration(from: input.endpointConfiguration)
    try RestApiRules.check(policy: input.policy)
    try TagRules.check(input.tags ?? [:])
    var source: ApiState?
    if let id = input.cloneFrom { source = try existingApi(id) }
    try checkRoom(forApiOf: endpoint.types.first ?? "EDGE")

    let id = context.unusedIdentifier(length: ApiLimits.apiIdLength) { apis[$0] != nil }
    let rootId = context.identifiers.identifier(length: ApiLimits.apiIdLength)
    let api = restApi(
      from: input, id: id, rootId: rootId, endpoint: endpoint, like: source?.api,
      now: context.now)
    let parts =
      if let source {
        ApiCopy(of: source, to: api).events(in: context)
      } else {
        newParts(of: api, identifiers: context.identifiers)
      }
    return Decision(events: [.put(.restApi(api))] + parts, subjects: [.restApi(id)])
  }

  private func checkEnumerations(of input: Command.CreateRestApi) throws(CommandError) {
    var violations = ConstraintViolations()
    EndpointRules.check(
      input.endpointConfiguration, of: "createRestApiInput", into: &violations)
    violations.check(
      input.apiKeySource, at: "createRestApiInput.apiKeySource",
      among: ApiKeySource.allCases.map(\.rawValue), field: "apiKeySource")
    violations.check(
      input.endpointAccessMode, at: "createRestApiInput.endpointAccessMode",
      among: ["BASIC", "STRICT"], field: "endpointAccessMode")
    try violations.throwIfAny()
  }

  private func checkRoom(forApiOf type: String) throws(CommandError) {
    let limit = ApiLimits.maximumApis(endpointType: type)
    let count = apis.values.count { $0.api.endpointConfiguration.types == [type] }
    guard count < limit else {
      throw CommandError(
        .limitExceeded, "Maximum number of \(type) APIs has been reached: \(limit)",
        field: "endpointConfiguration.types",
        remedy: "Delete an API, or make this one of another endpoint type.")
    }
  }

  private func restApi(
    from input: Command.CreateRestApi, id: RestApiID, rootId: ResourceID,
    endpoint: EndpointConfiguration, like source: RestApi?, now: Timestamp
  ) -> RestApi {
    RestApi(
      id: id, name: input.name ?? "", description: input.description ?? source?.description,
      version: input.version ?? source?.version, rootResourceId: rootId,
      binaryMediaTypes: input.binaryMediaTypes ?? source?.binaryMediaTypes ?? [],
      minimumCompressionSize: input.minimumCompressionSize ?? source?.minimumCompressionSize,
      apiKeySource: input.apiKeySource.flatMap(ApiKeySource.init) ?? source?.apiKeySource
        ?? .header,
      endpointConfiguration: input.endpointConfiguration == nil
        ? source?.endpointConfiguration ?? endpoint : endpoint,
      policy: (input.policy ?? source?.policy).flatMap(\.nonEmpty),
      disableExecuteApiEndpoint: input.disableExecuteApiEndpoint
        ?? source?.disableExecuteApiEndpoint ?? false,
      securityPolicy: input.securityPolicy ?? source?.securityPolicy,
      endpointAccessMode: input.endpointAccessMode ?? source?.endpointAccessMode,
      tags: input.tags ?? [:], createdDate: now)
  }

  private func newParts(of api: RestApi, identifiers: any IdentifierSource) -> [Event] {
    let models = Model.defaults { identifiers.identifier(length: ApiLimits.partIdLength) }
    return [.put(.resource(api.id, Resource(id: api.rootResourceId, path: "/")))]
      + models.map { .put(.model(api.id, $0)) }
  }
}
