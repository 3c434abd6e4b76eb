import GatewayModel
import Testing

/// Making an API of a definition, as one change.
@Suite struct ImportRestApiTests {
  static func mock(_ verb: String) -> DefinedMethod {
    var method = DefinedMethod(httpMethod: verb)
    method.integration = DefinedIntegration(type: "MOCK")
    return method
  }

  /// Two paths, one of which needs a key, a validator and models.
  static var pets: ApiDefinition {
    var definition = ApiDefinition()
    definition.name = "pets"
    definition.description = "all of them"
    definition.version = "1"
    definition.basePath = "/v1/shop"
    definition.models = [
      DefinedModel(
        name: "Pet", schema: #"{"items":{"$ref":"\#(ApiDefinition.modelReference("Pet"))"}}"#)
    ]
    definition.requestValidators = [
      DefinedRequestValidator(name: "body", validateRequestBody: true)
    ]
    definition.gatewayResponses = [
      DefinedGatewayResponse(responseType: "THROTTLED", statusCode: "503")
    ]
    var post = mock("POST")
    post.apiKeyRequired = true
    post.requestValidator = "body"
    post.requestModels = ["application/json": "Pet"]
    post.responses = [
      MethodResponse(statusCode: "201", responseModels: ["application/json": "Pet"])
    ]
    post.integration?.responses = [IntegrationResponse(statusCode: "201")]
    definition.paths = [
      DefinedPath(path: "/", methods: [mock("GET")]),
      DefinedPath(path: "/pets/{id}", methods: [post, mock("ANY")]),
    ]
    return definition
  }

  private func imported(
    _ definition: ApiDefinition, basePath: String? = nil, types: [String]? = nil
  ) throws -> (ApiState, Decision) {
    var bench = Workbench()
    let decision = try bench.run(
      .importRestApi(
        .init(
          definition: definition, basePath: basePath, endpointConfigurationTypes: types)))
    guard case .restApi(let id)? = decision.subjects.first, let api = bench.state.apis[id] else {
      throw CommandError(.notFound, "no API")
    }
    try bench.state.checkInvariants()
    return (api, decision)
  }

  private func refusal(
    _ change: (inout ApiDefinition) -> Void, failOnWarnings: Bool = false
  ) -> CommandError? {
    var definition = Self.pets
    change(&definition)
    var bench = Workbench()
    let before = bench.state
    defer { #expect(bench.state == before) }
    return bench.refusal(
      .importRestApi(.init(definition: definition, failOnWarnings: failOnWarnings)))
  }

  @Test func allPartsAreMade() throws {
    let (api, decision) = try imported(Self.pets)
    #expect(api.api.name == "pets")
    #expect(api.api.description == "all of them")
    #expect(api.api.version == "1")
    #expect(api.listedResources.map(\.path) == ["/", "/pets", "/pets/{id}"])
    #expect(api.models.keys.sorted() == ["Pet"])
    #expect(
      api.models["Pet"]?.schema
        == #"{"items":{"$ref":"https://apigateway.amazonaws.com/restapis/\#(api.api.id)/models/Pet"}}"#
    )
    #expect(api.gatewayResponses[.throttled]?.statusCode == "503")
    let resource = try #require(api.resource(path: "/pets/{id}"))
    let post = try #require(api.methods[resource.id]?["POST"])
    #expect(post.apiKeyRequired)
    #expect(api.requestValidators[post.requestValidatorId ?? ""]?.name == "body")
    #expect(post.methodResponses["201"]?.responseModels == ["application/json": "Pet"])
    #expect(post.methodIntegration?.integrationResponses.keys.sorted() == ["201"])
    #expect(api.methods[resource.id]?["ANY"]?.methodIntegration?.type == .mock)
    let refs = decision.events.map(\.ref)
    #expect(Set(refs).count == refs.count, "each entity once")
    #expect(refs.first == decision.subjects.first)
  }

  static var guarded: ApiDefinition {
    var definition = pets
    var token = DefinedAuthorizer(name: "token", type: "TOKEN")
    token.authorizerUri = AccessoryBench.uri
    token.identitySource = "method.request.header.Authorization"
    var pool = DefinedAuthorizer(name: "pool", type: "COGNITO_USER_POOLS")
    pool.providerARNs = [AccessoryBench.pool]
    pool.identitySource = "method.request.header.Authorization"
    definition.authorizers = [token, pool]
    definition.paths[0].methods[0].authorizationType = "CUSTOM"
    definition.paths[0].methods[0].authorizer = "token"
    definition.documentation =
      #"{"documentationParts":[{"location":{"type":"API"},"properties":{"description":"x"}}]}"#
    return definition
  }

  @Test func authorizersAreNamedByMethods() throws {
    let (api, _) = try imported(Self.guarded)
    let root = try #require(api.methods[api.api.rootResourceId]?["GET"])
    #expect(root.authorizationType == "CUSTOM")
    #expect(api.authorizers[root.authorizerId ?? ""]?.name == "token")
    #expect(api.authorizers.values.map(\.name).sorted() == ["pool", "token"])
    #expect(api.documentationParts.values.map(\.properties) == [#"{"description":"x"}"#])
    let error = refusal { definition in
      definition.paths[0].methods[0].authorizationType = "CUSTOM"
      definition.paths[0].methods[0].authorizer = "unknown"
    }
    #expect(
      error?.message.contains(
        "Unable to put method 'GET' on resource at path '/': Invalid authorizer ID specified.")
        == true)
  }

  @Test(
    arguments: [
      (nil, ["/", "/pets", "/pets/{id}"]), ("ignore", ["/", "/pets", "/pets/{id}"]),
      ("prepend", ["/", "/v1", "/v1/shop", "/v1/shop/pets", "/v1/shop/pets/{id}"]),
      ("split", ["/", "/shop", "/shop/pets", "/shop/pets/{id}"]),
    ] as [(String?, [String])])
  func basePathIsHandled(handling: String?, paths: [String]) throws {
    let (api, _) = try imported(Self.pets, basePath: handling)
    #expect(api.listedResources.map(\.path) == paths)
  }

  @Test func aBaseOfOneSegmentVanishesWhenSplit() throws {
    var definition = Self.pets
    definition.basePath = "/base"
    let (api, _) = try imported(definition, basePath: "split")
    #expect(api.listedResources.map(\.path) == ["/", "/pets", "/pets/{id}"])
  }

  @Test func theEndpointIsTheCallers() throws {
    let (api, _) = try imported(Self.pets, types: ["REGIONAL"])
    #expect(api.api.endpointConfiguration.types == ["REGIONAL"])
  }

  @Test func everyRefusalIsToldAtOnce() {
    let error = refusal { definition in
      definition.models.append(DefinedModel(name: "no good", schema: "{}"))
      definition.paths.append(DefinedPath(path: "/pets/{other}", methods: [Self.mock("GET")]))
      definition.paths[0].methods[0].integration?.type = "AWS"
      definition.paths[0].methods.append(Self.mock("GET"))
      definition.paths[1].methods[1].requestValidator = "unknown"
    }
    #expect(error?.code == .badRequest)
    #expect(
      error?.message == """
        Errors found during import:
        \tUnable to create model 'no good': Model name must be alphanumeric: no good
        \tUnable to put integration on 'GET' for resource at path '/': \
        Enumeration value for HttpMethod must be non-empty
        \tUnable to put method 'GET' on resource at path '/': \
        Method already exists for this resource
        \tUnable to put method 'ANY' on resource at path '/pets/{id}': \
        Invalid Request Validator identifier specified
        \tUnable to create resource at path '/pets/{other}': A sibling ({id}) of this resource \
        already has a variable path part -- only one is allowed
        """)
  }

  @Test func whatTheApiItselfCannotBeIsRefusedInItsOwnWords() {
    #expect(refusal { $0.name = nil }?.message == "Name cannot be empty")
    #expect(
      refusal { $0.apiKeySource = "COOKIE" }?.message
        == "1 validation error detected: Value 'COOKIE' at 'createRestApiInput.apiKeySource' failed "
        + "to satisfy constraint: Member must satisfy enum value set: [HEADER, AUTHORIZER]")
    #expect(
      refusal { $0.minimumCompressionSize = -1 }?.message
        == "Invalid minimum compression size, must be between 0 and 10485760")
  }

  @Test func warningsRefuseOnlyWhenAsked() throws {
    #expect(refusal { $0.warnings = ["one"] } == nil)
    #expect(
      refusal({ $0.warnings = ["one", "two"] }, failOnWarnings: true)?.message
        == "Warnings found during import:\n\tone\n\ttwo")
    var definition = Self.pets
    definition.warnings = ["one"]
    #expect(try imported(definition).1.warnings == ["one"])
  }

  @Test func tooManyRefusalsEndTheLook() {
    let error = refusal { definition in
      definition.paths = (0..<500).map { DefinedPath(path: "/bad path \($0)") }
    }
    #expect(error?.message.split(separator: "\n").count == 51)
    #expect(error?.remedy?.contains("there may be more") == true)
  }

  @Test func moreModelsThanOneChangeTakesAreRefused() throws {
    func models(_ count: Int) -> [DefinedModel] {
      (0..<count).map { DefinedModel(name: "M\($0)", schema: "{}") }
    }
    let error = refusal { $0.models = models(ApiDefinition.maximumPartCount + 1) }
    #expect(error?.message == "The document has 2001 models, at most 2000 can be imported")
    var definition = ApiDefinition()
    definition.name = "many"
    definition.models = models(ApiDefinition.maximumPartCount)
    #expect(try imported(definition).0.models.count == ApiDefinition.maximumPartCount)
  }

  @Test func moreResourcesThanAnApiCanHaveAreRefused() {
    let error = refusal { definition in
      definition.paths = (0..<300).map { DefinedPath(path: "/p\($0)") }
    }
    #expect(
      error?.message.contains(
        "Unable to create resource at path '/p299': Maximum number of resources") == true)
  }
}
