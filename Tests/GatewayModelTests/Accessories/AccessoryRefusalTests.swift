import GatewayModel
import Testing

/// Every refusal of the accessories' commands, in the words it must have.
@Suite struct AccessoryRefusalTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let code: CommandErrorCode
    let message: String
    let command: @Sendable (AccessoryBench) -> Command

    init(
      _ code: CommandErrorCode, _ message: String,
      _ command: @escaping @Sendable (AccessoryBench) -> Command
    ) {
      self.code = code
      self.message = message
      self.command = command
    }

    var testDescription: String { message }
  }

  static let all = authorizers + methods + documentation + links + domains + unknown

  @Test(arguments: all)
  func refuses(_ row: Row) throws {
    var rig = try AccessoryBench()
    try rig.askAuthorizer()
    rig.bench.expect(row.command(rig), refusedAs: row.code, row.message)
  }

  private static func authorizer(
    _ code: CommandErrorCode, _ message: String,
    _ change: @escaping @Sendable (inout Command.CreateAuthorizer) -> Void
  ) -> Row {
    Row(code, message) { rig in
      var input = AccessoryBench.token(rig.api)
      input.name = "new"
      change(&input)
      return .createAuthorizer(input)
    }
  }

  private static func update(
    _ code: CommandErrorCode, _ message: String, _ operation: PatchOperation,
    _ ref: @escaping @Sendable (AccessoryBench) -> AccessoryRef
  ) -> Row {
    Row(code, message) { .updateAccessory(.init(ref($0), patchOperations: [operation])) }
  }

  private static let badUri =
    "Invalid Authorizer URI: null. Authorizer URI should be a valid API Gateway ARN that "
    + "represents a Lambda function invocation."

  private static let authorizers: [Row] = [
    authorizer(
      .conflict,
      "Unable to complete operation due to concurrent modification. Please try again later."
    ) { $0.restApiId = "nope" },
    authorizer(
      .validation,
      "1 validation error detected: Value 'X' at 'createAuthorizerInput.type' failed to satisfy "
        + "constraint: Member must satisfy enum value set: [TOKEN, REQUEST, COGNITO_USER_POOLS]"
    ) {
      $0.type = "X"
      $0.restApiId = "nope"
    },
    authorizer(.badRequest, badUri) {
      $0.authorizerUri = nil
      $0.restApiId = "nope"
    },
    authorizer(
      .badRequest,
      "Authorizer name must be unique. Authorizer token already exists in this RestApi."
    ) { $0.name = "token" },
    authorizer(.badRequest, "Authorizer name cannot be empty") { $0.name = "" },
    authorizer(.badRequest, "Identity source is required for TOKEN authorizers") {
      $0.identitySource = nil
    },
    authorizer(
      .badRequest,
      "Invalid mapping expression specified: Validation Result: warnings : [], errors : "
        + "[Invalid mapping expression specified: Authorization]"
    ) { $0.identitySource = "Authorization" },
    authorizer(
      .badRequest, "Invalid authorizer result TTL specified: must be between 0 and 3600 seconds"
    ) { $0.authorizerResultTtlInSeconds = 3_601 },
    authorizer(
      .badRequest, "Invalid provider ARNs specified for a COGNITO_USER_POOLS authorizer"
    ) { $0.type = "COGNITO_USER_POOLS" },
    update(.badRequest, badUri, .replace("/authorizerUri", "")) { $0.refs[0] },
    update(
      .badRequest,
      "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/name, /type, "
        + "/authType, /authorizerUri, /authorizerCredentials, /identityValidationExpression, "
        + "/authorizerResultTtlInSeconds, /identitySource]", .replace("/id", "x")
    ) { $0.refs[0] },
    Row(.conflict, "Cannot delete authorizer 'token', is referenced in method: GET//test") {
      .deleteAccessory(.init($0.refs[0]))
    },
  ]

  private static let noAuthorizer =
    "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or "
    + "COGNITO_USER_POOLS requires a valid authorizer."

  private static let methods: [Row] = [
    Row(.badRequest, noAuthorizer) {
      .putMethod(
        .init(
          restApiId: $0.api, resourceId: "/", httpMethod: "PUT", authorizationType: "CUSTOM",
          authorizerId: "nope"))
    },
    Row(.badRequest, noAuthorizer) {
      .putMethod(
        .init(
          restApiId: $0.api, resourceId: "/", httpMethod: "PUT", authorizationType: "CUSTOM",
          authorizerId: $0.pool))
    },
    Row(.badRequest, noAuthorizer) {
      .putMethod(
        .init(
          restApiId: $0.api, resourceId: "/", httpMethod: "PUT",
          authorizationType: "COGNITO_USER_POOLS", authorizerId: $0.authorizer))
    },
  ]

  private static func part(
    _ code: CommandErrorCode, _ message: String, _ location: DocumentationPartLocation,
    properties: String = "{}", api: RestApiID? = nil
  ) -> Row {
    Row(code, message) {
      .createDocumentationPart(
        .init(restApiId: api ?? $0.api, location: location, properties: properties))
    }
  }

  private static let documentation: [Row] = [
    part(
      .notFound, "Invalid API identifier specified 000000000000:nope", .init(type: "API"),
      api: "nope"),
    part(
      .validation,
      "1 validation error detected: Value 'INVALID' at 'createDocumentationPartInput.location.type' "
        + "failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_BODY, "
        + "RESPONSE, METHOD, MODEL, AUTHORIZER, RESPONSE_HEADER, RESOURCE, PATH_PARAMETER, "
        + "REQUEST_BODY, QUERY_PARAMETER, API, REQUEST_HEADER]", .init(type: "INVALID"),
      api: "nope"),
    part(
      .validation,
      "1 validation error detected: Value '99' at "
        + "'createDocumentationPartInput.location.statusCode' failed to satisfy constraint: "
        + #"Member must satisfy regular expression pattern: ^([1-5]\d\d|\*|\s*)$"#,
      .init(type: "RESPONSE", path: "/", statusCode: "99")),
    part(
      .badRequest, "Invalid documentation properties specified: must be a JSON object",
      .init(type: "RESOURCE", path: "/"), properties: "text"),
    part(
      .badRequest, "Invalid location specified: method is not valid for type RESOURCE",
      .init(type: "RESOURCE", path: "/", method: "GET")),
    part(
      .badRequest, "Invalid location specified: name is required for type MODEL",
      .init(type: "MODEL")),
    part(
      .conflict, "Documentation part already exists for the specified location: type 'API'.",
      .init(type: "API")),
    update(
      .badRequest,
      "Invalid patch path  '/location' specified for op 'replace'. Must be one of: [/properties]",
      .replace("/location", "x")
    ) { $0.refs[1] },
    update(
      .badRequest,
      "Invalid patch path  '/properties' specified for op 'add'. Please choose supported operations",
      .add("/properties", "{}")
    ) { $0.refs[1] },
    Row(.badRequest, "Unable to build importer with provided input.") {
      .importDocumentationParts(.init(restApiId: $0.api, body: "garbage"))
    },
    Row(.badRequest, "Unable to build importer with provided input.") {
      .importDocumentationParts(.init(restApiId: $0.api, body: #"{"openapi":"3.0.1"}"#))
    },
    Row(
      .validation,
      "1 validation error detected: Value 'x' at 'mode' failed to satisfy constraint: Member must "
        + "satisfy enum value set: [merge, overwrite]"
    ) { .importDocumentationParts(.init(restApiId: $0.api, mode: "x", body: "{}")) },
    Row(
      .badRequest,
      "Warnings found during import: Documentation part 1 is ignored: its location is not valid"
    ) {
      .importDocumentationParts(
        .init(
          restApiId: $0.api, failOnWarnings: true,
          body: #"{"documentationParts":[{"location":{"type":"X"},"properties":{}}]}"#))
    },
    Row(.conflict, "Documentation version already exists") {
      .createDocumentationVersion(.init(restApiId: $0.api, documentationVersion: "v1"))
    },
    Row(.notFound, "Invalid stage identifier specified") {
      .createDocumentationVersion(
        .init(restApiId: $0.api, documentationVersion: "v2", stageName: "nope"))
    },
    Row(.badRequest, "Invalid Documentation version specified") {
      .createDocumentationVersion(.init(restApiId: $0.api, documentationVersion: ""))
    },
    Row(.badRequest, "Invalid Documentation version specified") {
      .updateStage(
        .init(
          restApiId: $0.api, stageName: "prod",
          patchOperations: [.replace("/documentationVersion", "v9")]))
    },
    Row(.badRequest, "Invalid Documentation version specified") {
      .createStage(
        .init(
          restApiId: $0.api, stageName: "beta",
          deploymentId: $0.bench.stage("prod")?.deploymentId ?? "", documentationVersion: "v9"))
    },
    Row(.badRequest, "Invalid Client Certificate identifier specified") {
      .updateStage(
        .init(
          restApiId: $0.api, stageName: "prod",
          patchOperations: [.replace("/clientCertificateId", "nope")]))
    },
  ]

  private static let links: [Row] = [
    Row(.badRequest, "Name cannot be empty") {
      _ in .createVpcLink(.init(name: "", targetArns: [AccessoryBench.balancer]))
    },
    Row(.badRequest, "Invalid ARN. ARN is not well formed invalid-arn") { _ in
      .createVpcLink(.init(name: "n", targetArns: ["invalid-arn"]))
    },
    Row(.badRequest, "Invalid ARN. ARN is not well formed null") { _ in
      .createVpcLink(.init(name: "n", targetArns: []))
    },
    Row(.badRequest, "Tag keys must not start with aws:") { _ in
      .createVpcLink(
        .init(name: "n", targetArns: [AccessoryBench.balancer], tags: ["aws:x": "y"]))
    },
    Row(.badRequest, "Tag keys must not start with aws:") { _ in
      .generateClientCertificate(.init(tags: ["aws:x": "y"]))
    },
    update(.badRequest, "Name cannot be empty", .replace("/name", "")) { $0.refs[7] },
  ]

  private static let domains: [Row] = [
    Row(.badRequest, "No Domain Name specified") { _ in .createDomainName(.init(domainName: "")) },
    Row(.badRequest, "Invalid domain name specified") { _ in
      .createDomainName(.init(domainName: "a b.example.com"))
    },
    Row(.badRequest, "The domain name you provided already exists.") { _ in
      .createDomainName(.init(domainName: "api.example.com"))
    },
    Row(
      .validation,
      "2 validation errors detected: Value 'wrong' at "
        + "'createDomainNameInput.endpointConfiguration.ipAddressType' failed to satisfy "
        + "constraint: Member must satisfy enum value set: [ipv4, dualstack]; Value 'X' at "
        + "'createDomainNameInput.endpointAccessMode' failed to satisfy constraint: Member must "
        + "satisfy enum value set: [BASIC, STRICT]"
    ) { _ in
      .createDomainName(
        .init(
          domainName: "", endpointConfiguration: .init(ipAddressType: "wrong"),
          endpointAccessMode: "X"))
    },
    update(
      .badRequest, "Invalid value specified for routingMode: X", .replace("/routingMode", "X")
    ) { $0.refs[4] },
    mapping(.notFound, "Invalid domain name identifier specified") { $0.domainName = "nope" },
    mapping(.badRequest, "Invalid REST API identifier specified") { $0.restApiId = "nope" },
    mapping(.badRequest, "Invalid stage identifier specified") { $0.stage = "nope" },
    mapping(
      .badRequest,
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. "
        + "To create a multi-level base path mapping, use API Gateway V2."
    ) { $0.basePath = "a/b" },
    mapping(.conflict, "Base path already exists for this domain name") { $0.basePath = "v1" },
    update(
      .badRequest, "Invalid stage identifier specified", .replace("/stage", "nope")
    ) { $0.refs[6] },
    Row(.notFound, "Invalid domain name identifier specified") { _ in
      .createDomainNameAccessAssociation(
        .init(
          domainNameArn: "arn:aws:apigateway:us-east-1:000000000000:/domainnames/api.example.com",
          accessAssociationSource: "vpce-1"))
    },
    Row(.conflict, "The access association already exists") {
      .createDomainNameAccessAssociation(
        .init(
          domainNameArn: $0.bench.state.domainNames[$0.privateDomain]?.arn ?? "",
          accessAssociationSource: "vpce-1"))
    },
    Row(.badRequest, "Invalid domain name identifier specified") {
      .rejectDomainNameAccessAssociation(
        .init(domainNameAccessAssociationArn: $0.association, domainNameArn: "arn"))
    },
  ]

  private static func mapping(
    _ code: CommandErrorCode, _ message: String,
    _ change: @escaping @Sendable (inout Command.CreateBasePathMapping) -> Void
  ) -> Row {
    Row(code, message) { rig in
      var input = Command.CreateBasePathMapping(
        domainName: "api.example.com", basePath: "v2", restApiId: rig.api, stage: "prod")
      change(&input)
      return .createBasePathMapping(input)
    }
  }

  /// Names that name nothing, in the order of the kinds.
  private static let unknown: [Row] = zip(
    EntityKind.accessories,
    [
      "Invalid Authorizer identifier specified", "Invalid Documentation part identifier specified",
      "Invalid Documentation version specified", "Invalid Client Certificate identifier specified",
      "Invalid domain name identifier specified",
      "Invalid domain name access association identifier specified",
      "Invalid base path mapping identifier specified", "Invalid Vpc Link identifier specified",
    ]
  ).flatMap { kind, text in
    let ref: @Sendable (AccessoryBench) -> AccessoryRef = { rig in
      let known = rig.refs.first { $0.kind == kind }
      return AccessoryRef(kind: kind, apiId: known?.apiId, key: "nope") ?? rig.refs[0]
    }
    return [
      Row(.notFound, text) { .deleteAccessory(.init(ref($0))) },
      Row(.notFound, text) { .updateAccessory(.init(ref($0), patchOperations: [])) },
    ]
  }
}
