import GatewayModel
import Testing

@Suite struct RestApiRulesTests {
  @Test func startsWithARootAndTwoModels() throws {
    let bench = try ApiWorkbench()
    let api = bench.apiState
    #expect(api.api.id.utf8.count == 10)
    #expect(api.api.rootResourceId.utf8.count == 10)
    #expect(api.resources.values.map(\.path) == ["/"])
    #expect(api.models.keys.sorted() == ["Empty", "Error"])
    #expect(api.models["Error"]?.schema?.contains("\"Error Schema\"") == true)
    #expect(api.api.endpointConfiguration == EndpointConfiguration())
    #expect(api.api.createdDate == bench.now)
  }

  @Test(arguments: refusals)
  func refusesInTheRecordedOrder(_ refusal: RefusalCase) throws {
    refusal.check(on: try ApiWorkbench())
  }

  @Test(arguments: [(["EDGE"], "ipv4"), (["REGIONAL"], "ipv4"), (["PRIVATE"], "dualstack")])
  func choosesTheAddressType(types: [String], ipAddressType: String) throws {
    var bench = try ApiWorkbench()
    let decision = try bench.run(
      .createRestApi(.init(name: "x", endpointConfiguration: .init(types: types))))
    guard case .put(.restApi(let api)) = decision.events.first else {
      Issue.record("no API"); return
    }
    #expect(api.endpointConfiguration.ipAddressType == ipAddressType)
  }

  @Test func keepsToTheNumberOfApis() throws {
    var bench = try ApiWorkbench()
    for number in 2...ApiLimits.maximumEdgeApis {
      try bench.run(.createRestApi(.init(name: "api \(number)")))
    }
    bench.expect(
      .createRestApi(.init(name: "one more")), refusedAs: .limitExceeded,
      "Maximum number of EDGE APIs has been reached: 120")
    try bench.run(
      .createRestApi(.init(name: "r", endpointConfiguration: .init(types: ["REGIONAL"]))))
  }

  @Test func clonesEverythingUnderNewIds() throws {
    var bench = try ApiWorkbench()
    let api = bench.api
    let validator = try bench.run(
      .createRequestValidator(.init(restApiId: api, name: "v", validateRequestBody: true)))
    guard case .requestValidator(_, let validatorId) = validator.subjects[0] else { return }
    let pet = try bench.mock("GET", "/pets/{id}", key: true)
    try bench.run(
      .updateMethod(
        .init(
          restApiId: api, resourceId: pet, httpMethod: "GET",
          patchOperations: [.replace("/requestValidatorId", validatorId)])))
    try bench.run(
      .putGatewayResponse(.init(restApiId: api, responseType: "THROTTLED", statusCode: "430")))
    try bench.deploy("prod")
    let made = try bench.run(.createRestApi(.init(name: "copy", cloneFrom: api)))
    guard case .restApi(let id) = made.subjects[0], let copy = bench.state.apis[id] else { return }
    let source = bench.apiState
    #expect(copy.resources.values.map(\.path).sorted() == ["/", "/pets", "/pets/{id}"])
    #expect(Set(copy.resources.keys).isDisjoint(with: source.resources.keys))
    #expect(copy.stages.isEmpty && copy.deployments.isEmpty)
    #expect(copy.snapshot.routes.map(\.path) == source.snapshot.routes.map(\.path))
    let method = copy.snapshot.routes[0].methods[0]
    #expect(method.apiKeyRequired)
    #expect(method.requestValidatorId != validatorId)
    #expect(copy.requestValidators[method.requestValidatorId ?? ""]?.validateRequestBody == true)
    #expect(method.methodIntegration?.cacheNamespace == copy.snapshot.routes[0].resourceId)
    #expect(copy.gatewayResponses == source.gatewayResponses)
    #expect(copy.models.keys == source.models.keys)
  }

  @Test func deletesPartsBeforeTheWholeAndFreesPlans() throws {
    var bench = try ApiWorkbench()
    try bench.mock("GET", "/pets/{id}")
    try bench.run(
      .putGatewayResponse(.init(restApiId: bench.api, responseType: "THROTTLED")))
    try bench.run(.createRequestValidator(.init(restApiId: bench.api, name: "v")))
    try bench.deploy("prod")
    let other = ApiStage(apiId: "other", stage: "prod")
    bench.add(
      UsagePlan(
        id: "p1", name: "gold",
        apiStages: [ApiStage(apiId: bench.api, stage: "prod"), other], createdDate: bench.now))
    bench.add(UsagePlan(id: "p2", name: "free", apiStages: [other], createdDate: bench.now))
    let before = bench.state
    let decision = try bench.state.decideCopy(
      .deleteRestApi(.init(restApiId: bench.api)), in: bench.context)
    let kinds = decision.events.map(\.ref.kind)
    #expect(
      kinds == [
        .usagePlan, .method, .resource, .resource, .resource, .stage, .deployment,
        .gatewayResponse, .model, .model, .requestValidator, .restApi,
      ])
    #expect(decision.subjects.first == .restApi(bench.api))
    try bench.run(.deleteRestApi(.init(restApiId: bench.api)))
    #expect(bench.state.apis.isEmpty)
    #expect(bench.state.plans["p1"]?.apiStages == [other])
    // Taking the events back in reverse order restores every part.
    var restored = bench.state
    for event in decision.events.reversed() {
      let old = before.entity(event.ref).map(Event.put) ?? .deleted(event.ref)
      restored.apply([old], sequence: restored.sequence)
    }
    #expect(restored.apis == before.apis)
    #expect(restored.plans == before.plans)
  }

  @Test func changesMembers() throws {
    var bench = try ApiWorkbench()
    func update(_ operations: PatchOperation...) throws -> RestApi {
      try bench.run(.updateRestApi(.init(restApiId: bench.api, patchOperations: operations)))
      return bench.apiState.api
    }
    #expect(try update(.replace("/name", "b"), .add("/description", "d")).name == "b")
    #expect(bench.apiState.api.description == "d")
    #expect(try update(.remove("/description")).description == nil)
    #expect(try update(.replace("/minimumCompressionSize", "10")).minimumCompressionSize == 10)
    #expect(try update(.replace("/minimumCompressionSize", "")).minimumCompressionSize == nil)
    #expect(try update(.replace("/minimumCompressionSize", "0")).minimumCompressionSize == 0)
    #expect(try update(.replace("/apiKeySource", "AUTHORIZER")).apiKeySource == .authorizer)
    #expect(try update(.replace("/disableExecuteApiEndpoint", "true")).disableExecuteApiEndpoint)
    #expect(!(try update(.replace("/disableExecuteApiEndpoint", "yes")).disableExecuteApiEndpoint))
    let types = "/endpointConfiguration/types/0"
    let configuration = try update(
      .replace(types, "EDGE"), .replace(types, "REGIONAL"), .replace(types, "PRIVATE")
    ).endpointConfiguration
    #expect(configuration == EndpointConfiguration(types: ["PRIVATE"], ipAddressType: "dualstack"))
  }

  @Test func keepsBinaryMediaTypesInOrder() throws {
    var bench = try ApiWorkbench()
    func types(_ operations: PatchOperation...) throws -> [String] {
      try bench.run(.updateRestApi(.init(restApiId: bench.api, patchOperations: operations)))
      return bench.apiState.api.binaryMediaTypes
    }
    let (png, jpeg) = ("/binaryMediaTypes/image~1png", "/binaryMediaTypes/image~1jpeg")
    #expect(try types(.add(png, ""), .add(jpeg, "")) == ["image/png", "image/jpeg"])
    #expect(try types(.add(png, "")) == ["image/png", "image/jpeg"])
    #expect(try types(.replace(png, "image/gif")) == ["image/jpeg", "image/gif"])
    #expect(try types(.remove(jpeg)) == ["image/gif"])
    #expect(try types(.add("/binaryMediaTypes/-", "image/png")) == ["image/gif", "-"])
  }

  @Test func givesNoEventsForNoChange() throws {
    var bench = try ApiWorkbench()
    for operations in [[], [PatchOperation.replace("/name", "shop")]] {
      let decision = try bench.run(
        .updateRestApi(.init(restApiId: bench.api, patchOperations: operations)))
      #expect(decision.events.isEmpty)
      #expect(decision.subjects == [.restApi(bench.api)])
    }
  }
}

extension RestApiRulesTests {
  private static func create(
    _ code: CommandErrorCode, _ message: String, _ input: Command.CreateRestApi
  ) -> RefusalCase {
    RefusalCase(code, message) { _ in .createRestApi(input) }
  }

  private static func update(
    _ message: String, code: CommandErrorCode = .badRequest, _ operations: PatchOperation...
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .updateRestApi(.init(restApiId: $0.api, patchOperations: operations))
    }
  }

  private static let wrongTypes =
    "Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy "
    + "constraint: Member must satisfy constraint: [Member must satisfy enum value set: "
    + "[PRIVATE, EDGE, REGIONAL]]"
  private static let wrongAddress =
    "Value 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy "
    + "constraint: Member must satisfy enum value set: [ipv4, dualstack]"
  private static let emptyDescription = "Description cannot be an empty string"
  private static let wrongCompression =
    "Invalid minimum compression size, must be between 0 and 10485760"
  private static let privateOverIPv4 =
    "Only dualstack ipAddressType is supported for Private APIs."
  private static let ipv4 = EndpointConfigurationInput(
    types: ["PRIVATE"], ipAddressType: "ipv4")

  static let refusals: [RefusalCase] = [
    create(.badRequest, "Name cannot be empty", .init()),
    create(.badRequest, "Name cannot be empty", .init(name: "")),
    create(.badRequest, emptyDescription, .init(name: "a", description: "")),
    create(.badRequest, wrongCompression, .init(name: "a", minimumCompressionSize: -1)),
    create(.badRequest, wrongCompression, .init(name: "a", minimumCompressionSize: 10_485_761)),
    create(
      .badRequest, emptyDescription,
      .init(name: "a", description: "", minimumCompressionSize: -1)),
    create(
      .badRequest, "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.",
      .init(name: "a", endpointConfiguration: .init(types: []))),
    create(
      .badRequest, "Cannot create an api with multiple Endpoint Types.",
      .init(name: "a", endpointConfiguration: .init(types: ["EDGE", "REGIONAL"]))),
    create(.badRequest, privateOverIPv4, .init(name: "a", endpointConfiguration: ipv4)),
    create(
      .badRequest, emptyDescription,
      .init(name: "a", description: "", endpointConfiguration: ipv4)),
    create(
      .validation, "1 validation error detected: \(wrongTypes)",
      .init(
        name: "a", description: "", minimumCompressionSize: -1,
        endpointConfiguration: .init(types: ["wrong"]))),
    create(
      .validation, "2 validation errors detected: \(wrongTypes); \(wrongAddress)",
      .init(
        name: "a", endpointConfiguration: .init(types: ["wrong"], ipAddressType: "wrong"))),
    create(
      .validation,
      "1 validation error detected: Value 'QUERY' at 'createRestApiInput.apiKeySource' failed to "
        + "satisfy constraint: Member must satisfy enum value set: [HEADER, AUTHORIZER]",
      .init(name: "a", apiKeySource: "QUERY")),
    create(
      .notFound, "Invalid API identifier specified 000000000000:nope",
      .init(name: "a", cloneFrom: "nope")),
    create(
      .badRequest, "Resource policy can be at most 8192 bytes",
      .init(name: "a", policy: String(repeating: "p", count: 8_193))),
    create(
      .badRequest,
      "Invalid policy document. Please check the policy syntax and ensure that Principals are "
        + "valid.", .init(name: "a", policy: "[]")),
    create(.badRequest, "Tag keys must not start with aws:", .init(name: "a", tags: ["aws:x": ""])),
    RefusalCase(.notFound, "Invalid API identifier specified 000000000000:foobar") { _ in
      .deleteRestApi(.init(restApiId: "foobar"))
    },
    RefusalCase(.notFound, "Invalid API identifier specified 000000000000:SHOP") { _ in
      .updateRestApi(.init(restApiId: "SHOP", patchOperations: []))
    },
    update("Invalid patch path /binaryMediaTypes", .add("/binaryMediaTypes", "image/png")),
    update("Invalid patch path /binaryMediaTypes", .remove("/binaryMediaTypes")),
    update("Invalid patch path /id", .replace("/id", "x")),
    update("Invalid patch path null", PatchOperation(op: "replace", path: nil, value: "x")),
    update(
      "Invalid patch operation specified. Must be one of: [replace]",
      .add("/minimumCompressionSize", "1")),
    update(
      "Invalid patch operation specified. Must be one of: [replace]",
      .remove("/endpointConfiguration/ipAddressType")),
    update(
      "Invalid patch operation specified. Must be 'add'|'remove'|'replace'",
      .remove("/endpointConfiguration/types/0")),
    update(
      "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE",
      .replace("/endpointConfiguration/types/0", "wrong")),
    update(
      "ipAddressType must be either ipv4 or dualstack.",
      .replace("/endpointConfiguration/ipAddressType", "wrong")),
    update(
      privateOverIPv4, .replace("/endpointConfiguration/types/0", "PRIVATE"),
      .replace("/endpointConfiguration/ipAddressType", "ipv4")),
    update(wrongCompression, .replace("/minimumCompressionSize", "-1")),
    update(wrongCompression, .replace("/minimumCompressionSize", "test")),
    update(
      "Invalid ApiKeySource specified. Valid options are HEADER,AUTHORIZER",
      .replace("/apiKeySource", "QUERY")),
    update("Name cannot be empty", .replace("/name", "")),
  ]
}

extension GatewayState {
  /// Decides without changing the caller's value.
  func decideCopy(_ command: Command, in context: DecisionContext) throws -> Decision {
    var copy = self
    return try copy.decide(command, in: context)
  }
}
