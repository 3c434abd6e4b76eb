import GatewayModel
import Testing

@Suite struct ApiKeyCommandTests {
  private typealias Create = Command.CreateApiKey

  @Test func makesAKeyAsApiGatewayDoes() throws {
    var bench = Workbench()
    let decision = try bench.run(.createApiKey(Create(name: "web")))
    let key = try #require(bench.state.keys.values.first)
    #expect(decision.subjects == [.apiKey(key.id)])
    #expect(!key.enabled, "a key is disabled unless the request says otherwise")
    #expect(key.id.utf8.count == 10 && key.value.utf8.count == 40)
    #expect(key.name == "web" && key.description == nil && key.stageKeys.isEmpty)
    #expect(key.createdDate == bench.now && key.lastUpdatedDate == bench.now)
  }

  @Test func takesEmptyMembersAsNotSent() throws {
    var bench = Workbench()
    try bench.run(
      .createApiKey(Create(name: "", description: "", enabled: true, value: "", customerId: "")))
    let key = try #require(bench.state.keys.values.first)
    #expect(key.name == nil && key.description == nil && key.customerId == nil && key.enabled)
    #expect(key.value.utf8.count == 40)
  }

  private static let refusals: [CommandRefusal<Create>] = [
    CommandRefusal(
      Create(name: String(repeating: "n", count: 1_025)), field: "name",
      "Invalid API Key name, can be at most 1024 characters."),
    CommandRefusal(
      Create(value: "short"), field: "value", "API Key value should be at least 20 characters"),
    CommandRefusal(
      Create(value: String(repeating: "v", count: 129)), field: "value",
      "API Key value exceeds maximum size of 128 characters"),
    CommandRefusal(
      Create(value: "twenty characters and blanks"), field: "value",
      "API Key value can only have printable ASCII characters without blanks"),
    CommandRefusal(
      Create(description: String(repeating: "d", count: 125_001)), field: "description",
      "Invalid API Key description specified."),
    CommandRefusal(
      Create(stageKeys: [StageKey(restApiId: "shop", stageName: "none")]), field: "stageKeys",
      "Invalid stage identifier specified"),
    CommandRefusal(
      Create(tags: ["aws:x": "y"]), field: "tags", "Tag keys must not start with aws:"),
  ]

  @Test(arguments: refusals)
  private func refuses(row: CommandRefusal<Create>) {
    var bench = Workbench()
    let error = bench.refusal(.createApiKey(row.input))
    #expect(error?.code == .badRequest)
    #expect(error?.message == row.message)
    #expect(error?.field == row.field)
    #expect(error?.remedy != nil)
  }

  @Test func takesTheBoundsAndLegacyStages() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    for length in [20, 128] {
      try bench.run(.createApiKey(Create(value: String(repeating: "v", count: length))))
    }
    try bench.run(
      .createApiKey(
        Create(
          name: String(repeating: "n", count: 1_024),
          stageKeys: [StageKey(restApiId: "shop", stageName: "prod")])))
    #expect(bench.state.keys.values.contains { $0.stageKeys == ["shop/prod"] })
  }

  @Test func refusesAValueInUseAndNamesItsKey() throws {
    var bench = Workbench()
    let value = String(repeating: "s", count: 24)
    let owner = try bench.addKey("web", value: value)
    let error = bench.refusal(.createApiKey(Create(name: "other", value: value)))
    #expect(error?.code == .conflict && error?.message == "API Key already exists")
    #expect(error?.remedy?.contains(owner) == true && error?.remedy?.contains("'web'") == true)
    #expect(error?.remedy?.contains(value) == false)
    try bench.run(.deleteApiKey(.init(apiKey: owner)))
    #expect(bench.refusal(.createApiKey(Create(value: value))) == nil)
  }

  @Test func keepsToTheLimitOfKeys() throws {
    var bench = Workbench()
    bench.limits.apiKeys = 2
    _ = try bench.addKey()
    let key = try bench.addKey()
    #expect(bench.refusal(.createApiKey(Create()))?.code == .limitExceeded)
    #expect(bench.refusal(.rotateApiKey(.init(apiKey: key)))?.code == .limitExceeded)
    #expect(AccountLimits().apiKeys == 10_000)
  }

  @Test func patches() throws {
    var bench = Workbench()
    let id = try bench.addKey("web")
    bench.now = Timestamp(seconds: bench.now.seconds + 60)
    try bench.run(
      .updateApiKey(
        .init(
          apiKey: id,
          patchOperations: [
            .replace("/name", "shop"), .replace("/description", "of the shop"),
            .replace("/customerId", "c-1"), .replace("/enabled", "not-a-boolean"),
          ])))
    let key = try #require(bench.state.keys[id])
    #expect(key.name == "shop" && key.description == "of the shop" && key.customerId == "c-1")
    #expect(!key.enabled && key.lastUpdatedDate == bench.now && key.createdDate < bench.now)
    let same = try bench.run(
      .updateApiKey(.init(apiKey: id, patchOperations: [.replace("/name", "shop")])))
    #expect(same.events.isEmpty && same.subjects == [.apiKey(id)])
    try bench.run(
      .updateApiKey(
        .init(
          apiKey: id, patchOperations: [.replace("/name", ""), .replace("/enabled", "true")])))
    #expect(bench.state.keys[id]?.name == nil && bench.state.keys[id]?.enabled == true)
  }

  @Test func changesLegacyStages() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    let id = try bench.addKey()
    let patch = { (operation: PatchOperation) in
      Command.updateApiKey(.init(apiKey: id, patchOperations: [operation]))
    }
    try bench.run(patch(.add("/stages", "shop/prod")))
    #expect(bench.state.keys[id]?.stageKeys == ["shop/prod"])
    #expect(bench.refusal(patch(.add("/stages", "shop/none")))?.code == .badRequest)
    #expect(bench.refusal(patch(.add("/stages", "shop")))?.code == .badRequest)
    try bench.run(patch(.remove("/stages", "shop/prod")))
    #expect(bench.state.keys[id]?.stageKeys.isEmpty == true)
  }

  private static let replaceable = "[/description, /enabled, /name, /customerId]"
  private static let patchRefusals: [PatchRefusalCase] = [
    PatchRefusalCase(
      .replace("/id", "x"),
      "Invalid patch path  '/id' specified for op 'replace'. Must be one of: \(replaceable)"),
    PatchRefusalCase(
      .replace("/value", "x"),
      "Invalid patch path  '/value' specified for op 'replace'. Must be one of: \(replaceable)"),
    PatchRefusalCase(
      .add("/name", "x"),
      "Invalid patch path  '/name' specified for op 'add'. Must be one of: [/labels, /stages]"),
    PatchRefusalCase(
      PatchOperation(op: "move", path: "/name"),
      "Invalid patch path  '/name' specified for op 'move'. Must be one of: []"),
    PatchRefusalCase(
      .replace("/description", String(repeating: "d", count: 125_001)),
      "Invalid API Key description specified.", field: "description"),
    PatchRefusalCase(
      .replace("/name", String(repeating: "d", count: 1_025)),
      "Invalid API Key name, can be at most 1024 characters.", field: "name"),
    PatchRefusalCase(
      PatchOperation(op: "set", path: "/name"),
      "1 validation error detected: Value 'set' at 'updateApiKeyInput.patchOperations.2.member.op' "
        + "failed to satisfy constraint: Member must satisfy enum value set: "
        + "[add, remove, move, test, replace, copy]", code: .validation),
  ]

  @Test(arguments: patchRefusals)
  private func refusesPatches(row: PatchRefusalCase) throws {
    var bench = Workbench()
    let id = try bench.addKey("web")
    let error = bench.refusal(
      .updateApiKey(
        .init(apiKey: id, patchOperations: [.replace("/name", "changed"), row.operation])))
    #expect(error?.code == row.code && error?.message == row.message)
    #expect(error?.field == row.field ?? "patchOperations")
    #expect(bench.state.keys[id]?.name == "web")
  }

  @Test func refusesUnknownKeys() {
    var bench = Workbench()
    let commands: [Command] = [
      .updateApiKey(.init(apiKey: "none", patchOperations: [])),
      .deleteApiKey(.init(apiKey: "none")), .rotateApiKey(.init(apiKey: "none")),
    ]
    for command in commands {
      let error = bench.refusal(command)
      #expect(error?.code == .notFound)
      #expect(error?.message == "Invalid API Key identifier specified")
    }
  }

  @Test func deletesPartsBeforeTheWhole() throws {
    var bench = Workbench()
    let id = try bench.addKey("web")
    let plan = try bench.addPlan("pro", quota: QuotaInput(limit: 10, period: "DAY"))
    try bench.join(plan, id)
    try bench.run(
      .updateUsage(
        .init(usagePlanId: plan, keyId: id, patchOperations: [.replace("/remaining", "99")])))
    let member = PlanKeyID(usagePlanId: plan, keyId: id)
    let decision = try bench.run(.deleteApiKey(.init(apiKey: id)))
    #expect(
      decision.events == [
        .deleted(.usageAdjustment(member)), .deleted(.usagePlanKey(member)), .deleted(.apiKey(id)),
      ])
    #expect(bench.state.planKeys.isEmpty && bench.state.planIdsByKey.isEmpty)
    #expect(bench.state.keyIdByValue.isEmpty && bench.state.usageAdjustments.isEmpty)
  }
}
