import GatewayModel
import Testing

/// Bringing an API to a definition, as one change.
@Suite struct PutRestApiTests {
  private var bench: Workbench
  private let api: RestApiID

  init() throws {
    var bench = Workbench()
    let decision = try bench.run(.importRestApi(.init(definition: ImportRestApiTests.pets)))
    guard case .restApi(let id)? = decision.subjects.first else {
      throw CommandError(.notFound, "no API")
    }
    try bench.run(.createDeployment(.init(restApiId: id, stageName: "prod")))
    self.bench = bench
    api = id
  }

  private var after: ApiState { bench.state.apis[api]! }

  @discardableResult
  private mutating func put(
    mode: String? = nil, _ change: (inout ApiDefinition) -> Void
  ) throws -> Decision {
    var definition = ApiDefinition()
    definition.name = "renamed"
    change(&definition)
    let decision = try bench.run(
      .putRestApi(.init(restApiId: api, definition: definition, mode: mode)))
    try bench.state.checkInvariants()
    return decision
  }

  @Test mutating func mergeKeepsWhatTheDocumentLacks() throws {
    let before = after
    try put { definition in
      definition.binaryMediaTypes = ["image/png"]
      definition.paths = [
        DefinedPath(path: "/pets/{id}", methods: [ImportRestApiTests.mock("POST")]),
        DefinedPath(path: "/new", methods: [ImportRestApiTests.mock("GET")]),
      ]
    }
    #expect(after.api.name == "renamed")
    #expect(after.api.description == nil)
    #expect(after.api.version == nil)
    #expect(after.api.rootResourceId == before.api.rootResourceId)
    #expect(after.api.binaryMediaTypes == ["image/png"])
    #expect(after.listedResources.map(\.path) == ["/", "/new", "/pets", "/pets/{id}"])
    let resource = try #require(after.resource(path: "/pets/{id}"))
    #expect(before.resources[resource.id] == resource)
    #expect(after.methods[resource.id]?["POST"]?.apiKeyRequired == false)
    #expect(after.methods[resource.id]?["POST"]?.methodResponses.isEmpty == true)
    #expect(after.methods[resource.id]?["ANY"] == before.methods[resource.id]?["ANY"])
    #expect(after.models == before.models)
    #expect(after.requestValidators == before.requestValidators)
    #expect(after.gatewayResponses == before.gatewayResponses)
    #expect(after.stages == before.stages)
    #expect(after.deployments == before.deployments)
  }

  @Test mutating func overwriteRemovesWhatTheDocumentLacks() throws {
    let before = after
    try put(mode: "merge") { $0.binaryMediaTypes = ["image/png"] }
    try put(mode: "overwrite") { definition in
      definition.binaryMediaTypes = ["image/gif"]
      definition.models = [DefinedModel(name: "New", schema: "{}")]
      definition.paths = [
        DefinedPath(path: "/pets/{petId}/toys", methods: [ImportRestApiTests.mock("GET")])
      ]
    }
    #expect(after.api.binaryMediaTypes == ["image/gif"])
    #expect(
      after.listedResources.map(\.path) == ["/", "/pets", "/pets/{petId}", "/pets/{petId}/toys"])
    #expect(after.resource(path: "/pets") == before.resource(path: "/pets"))
    #expect(after.methods.count == 1)
    #expect(after.models.keys.sorted() == ["New"])
    #expect(after.requestValidators.isEmpty)
    #expect(after.gatewayResponses.isEmpty)
    #expect(after.stages == before.stages)
    #expect(after.api.rootResourceId == before.api.rootResourceId)
  }

  @Test mutating func validatorsAndModelsOfTheSameNameKeepTheirIds() throws {
    let before = after
    var definition = ImportRestApiTests.pets
    definition.models[0].schema = #"{"type":"string"}"#
    definition.requestValidators[0].validateRequestParameters = true
    try put(mode: "overwrite") { $0 = definition }
    #expect(after.models["Pet"]?.id == before.models["Pet"]?.id)
    #expect(after.models["Pet"]?.schema == #"{"type":"string"}"#)
    #expect(after.requestValidators.keys == before.requestValidators.keys)
    #expect(after.requestValidators.values.map(\.validateRequestParameters) == [true])
  }

  @Test mutating func authorizersOfTheSameNameKeepTheirIds() throws {
    try put { $0 = ImportRestApiTests.guarded }
    let before = after
    var definition = ImportRestApiTests.guarded
    definition.authorizers[0].authorizerResultTtlInSeconds = 60
    definition.authorizers[1].providerARNs = [AccessoryBench.pool + "b", AccessoryBench.pool + "c"]
    try put(mode: "overwrite") { $0 = definition }
    #expect(after.authorizers.keys.sorted() == before.authorizers.keys.sorted())
    let byName = Dictionary(after.authorizers.values.map { ($0.name, $0) }) { $1 }
    #expect(byName["token"]?.authorizerResultTtlInSeconds == 60)
    #expect(byName["pool"]?.providerARNs == definition.authorizers[1].providerARNs)
    #expect(after.documentationParts == before.documentationParts)
    try put(mode: "overwrite") { $0.documentation = #"{"documentationParts":[]}"# }
    #expect(after.authorizers.isEmpty)
    #expect(after.documentationParts.isEmpty)
  }

  @Test(arguments: ["merge", "overwrite"])
  mutating func theSameDocumentChangesNothing(mode: String) throws {
    let first = try put(mode: mode) { $0 = ImportRestApiTests.pets }
    #expect(first.events.isEmpty)
    try put { $0 = ImportRestApiTests.guarded }
    let second = try put(mode: mode) { $0 = ImportRestApiTests.guarded }
    #expect(second.events.isEmpty)
  }

  @Test mutating func aPolicyIsNotLostByADocumentWithoutOne() throws {
    try put { $0.policy = #"{"Version":"2012-10-17"}"# }
    try put(mode: "overwrite") { _ in }
    #expect(after.api.policy == #"{"Version":"2012-10-17"}"#)
    try put(mode: "overwrite") { $0.policy = "" }
    #expect(after.api.policy == nil)
  }

  @Test mutating func undoIsOne() throws {
    let before = bench.state
    let decision = try put(mode: "overwrite") { definition in
      definition.paths = [DefinedPath(path: "/x", methods: [ImportRestApiTests.mock("GET")])]
    }
    let after = bench.state
    let undo = Workbench.undo(after.sequence, decision.events, before: before)
    let undone = try bench.run(undo)
    #expect(bench.state.apis == before.apis)
    try bench.run(Workbench.undo(bench.state.sequence, undone.events, before: after))
    #expect(bench.state.apis == after.apis)
  }

  @Test mutating func refusalsChangeNothing() {
    let before = bench.state
    let command = Command.putRestApi(
      .init(restApiId: "unknown", definition: ApiDefinition(), mode: "merge"))
    #expect(
      bench.refusal(command)?.message
        == "Invalid API identifier specified \(Account.id):unknown")
    #expect(
      bench.refusal(
        .putRestApi(.init(restApiId: api, definition: ApiDefinition(), mode: "replace")))?.message
        == "1 validation error detected: Value 'replace' at 'mode' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [merge, overwrite]")
    var definition = ApiDefinition()
    definition.paths = [DefinedPath(path: "/pets/{other}")]
    #expect(
      bench.refusal(.putRestApi(.init(restApiId: api, definition: definition)))?.code == .badRequest
    )
    #expect(bench.state == before)
  }

  @Test func theCommandLineReadsTheDocumentFromItsInput() {
    let put = Command.putRestApi(
      .init(
        restApiId: "a1", definition: ApiDefinition(), mode: "overwrite", failOnWarnings: true,
        basePath: "split"))
    #expect(
      put.awsCommandLine
        == "aws apigateway put-rest-api --rest-api-id a1 --mode overwrite "
        + "--body fileb:///dev/stdin --parameters basepath=split --fail-on-warnings")
  }
}
