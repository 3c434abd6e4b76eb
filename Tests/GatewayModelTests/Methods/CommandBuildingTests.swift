import GatewayModel
import Testing

@Suite struct CommandBuildingTests {
  @Test func setsUpAMockInOneChange() throws {
    var bench = try ApiWorkbench()
    let made = try bench.run(
      .settingUpMethod(
        "GET", at: "/pets/{id}", of: bench.api, requiresKey: true,
        backend: .mock(status: 201, body: "{\"a\":1}")))
    let resource = try #require(bench.apiState.resource(path: "/pets/{id}"))
    #expect(made.subjects.first == .resource(bench.api, resource.id))
    let method = try #require(bench.method("GET", resource.id))
    #expect(method.apiKeyRequired)
    #expect(method.methodResponses.keys.sorted() == ["201"])
    let integration = try #require(method.methodIntegration)
    #expect(integration.requestTemplates == ["application/json": "{\"statusCode\": 201}"])
    #expect(
      integration.integrationResponses["201"]?.responseTemplates
        == ["application/json": "{\"a\":1}"])
    try bench.deploy("prod")
    try bench.state.checkInvariants()
  }

  @Test func setsUpAProxyThatHandsPathVariablesOn() throws {
    var bench = try ApiWorkbench()
    let id = try bench.path("/{proxy+}")
    let uri = "http://${stageVariables.host}/{proxy}"
    try bench.run(
      .settingUpMethod(
        "ANY", at: id, of: bench.api, requiresKey: false, backend: .proxy(url: uri)))
    let method = try #require(bench.method("ANY", id))
    #expect(method.requestParameters == ["method.request.path.proxy": true])
    #expect(method.methodIntegration?.uri == uri)
    #expect(
      method.methodIntegration?.requestParameters
        == ["integration.request.path.proxy": "method.request.path.proxy"])
  }

  @Test func leavesNothingOfARefusedSetUp() throws {
    var bench = try ApiWorkbench()
    let error = bench.refusal(
      of: .settingUpMethod(
        "GET", at: "/a/b", of: bench.api, requiresKey: false, backend: .proxy(url: "ftp://x")))
    #expect(error?.message == "Invalid HTTP endpoint specified for URI")
    #expect(bench.apiState.resource(path: "/a") == nil)
  }

  @Test func detachesBeforeItDeletes() throws {
    let stages = [ApiStage(apiId: "a", stage: "x"), ApiStage(apiId: "b", stage: "y")]
    let now = Timestamp(seconds: 0)
    let plan = UsagePlan(id: "p", name: "n", apiStages: stages, createdDate: now)
    let removals: [PatchOperation] = [
      .remove("/apiStages", "a:x"), .remove("/apiStages", "b:y"),
    ]
    let deletion = Command.deleteUsagePlan(.init(usagePlanId: "p"))
    #expect(
      Command.detachingAndDeleting(plan)
        == .batch(
          .init(commands: [
            .updateUsagePlan(.init(usagePlanId: "p", patchOperations: removals)), deletion,
          ])))
    let bare = UsagePlan(id: "p", name: "n", createdDate: now)
    #expect(Command.detachingAndDeleting(bare) == .batch(.init(commands: [deletion])))
  }
}
