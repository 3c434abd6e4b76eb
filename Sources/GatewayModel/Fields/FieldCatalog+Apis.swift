extension FieldCatalog {
  /// The fields of an API.
  public static let restApi: [FieldSpec] = [
    FieldSpec(
      "name", "Name", .text(limitCharacters: UsagePlanRules.nameLimitCharacters),
      isRequired: true, help: "What people call the API; it need not be unique."
    ) { (text) throws(CommandError) in try RestApiRules.check(name: text) },
    FieldSpec(
      "description", "Description",
      .text(limitCharacters: UsagePlanRules.descriptionLimitCharacters),
      help: "What the API does."),
    FieldSpec(
      "apiKeySource", "Key source", .choice(ApiKeySource.allCases.map(\.rawValue)),
      help: "Where a request's key comes from; acts after a deployment."),
    FieldSpec(
      "minimumCompressionSize", "Compress from", .integer(ApiLimits.compressionSizeBytes),
      unit: "bytes", help: "Bodies of this size and more are compressed; empty switches it off."
    ) { (text) throws(CommandError) in
      try RestApiRules.check(minimumCompressionSize: Int(text))
    },
    tags(),
  ]

  /// The fields of a resource.
  public static let resource: [FieldSpec] = [
    FieldSpec(
      "pathPart", "Path part", .text(limitCharacters: 1_600), isRequired: true,
      help: "One segment of the path: pets, {petId}, or {proxy+} for all that follows."
    ) { (text) throws(CommandError) in try ResourceRules.check(pathPart: text) }
  ]

  /// The fields of a method.
  public static let method: [FieldSpec] = [
    FieldSpec(
      "httpMethod", "Verb", .choice(Method.httpMethods), isRequired: true,
      help: "The request's verb; ANY takes those without a method of their own."
    ) { (text) throws(CommandError) in try MethodRules.check(httpMethod: text) },
    FieldSpec(
      "apiKeyRequired", "Key required", .toggle,
      help: "Whether a request needs a key that a plan admits; acts after a deployment."),
    FieldSpec(
      "operationName", "Operation", .text(limitCharacters: 1_024),
      help: "A name for documentation and SDKs."),
  ]

  /// The fields of a method's backend.
  public static let integration: [FieldSpec] = [
    FieldSpec(
      "type", "Backend", .choice(IntegrationRules.types.map(\.rawValue)), isRequired: true,
      help: "MOCK answers by itself, HTTP_PROXY passes the request on."),
    FieldSpec(
      "statusCode", "Mock status", .integer(100...599),
      help: "The status a MOCK backend answers with."
    ) { (text) throws(CommandError) in
      var violations = ConstraintViolations()
      StatusCodeRules.check(text, into: &violations)
      try violations.throwIfAny()
    },
    FieldSpec(
      "responseTemplates", "Mock body",
      .text(limitCharacters: ApiLimits.mappingTemplateLimitBytes),
      help: "The body a MOCK backend answers with."),
    FieldSpec(
      "uri", "Address", .text(limitCharacters: 10_240),
      help: "Where an HTTP backend is, for example http://127.0.0.1:8080/pets."
    ) { (text) throws(CommandError) in try MethodRules.check(backendAddress: text) },
    FieldSpec(
      "integrationHttpMethod", "Backend verb", .choice(Method.httpMethods),
      help: "The verb the backend is called with; ANY passes the request's own."),
    FieldSpec(
      "timeoutInMillis", "Time-out", .integer(MethodRules.timeoutMilliseconds),
      unit: "milliseconds", help: "How long the backend may take."
    ) { (text) throws(CommandError) in
      try MethodRules.check(
        timeoutInMillis: UsagePlanRules.integer(
          text, in: MethodRules.timeoutMilliseconds, field: "timeoutInMillis"))
    },
  ]
}
