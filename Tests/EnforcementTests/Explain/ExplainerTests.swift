import GatewayModel
import Testing

@testable import Enforcement

@Suite("Explanations")
struct ExplainerTests {
  final class NoIdentifiers: IdentifierSource {
    func identifier(length: Int) -> String { String(repeating: "n", count: length) }
    func keyValue() -> String { String(repeating: "v", count: 40) }
  }

  let request = ExplainedRequest(
    stage: Fixture.stage, verb: "GET", path: "/items?x=1", key: .id("key0000001"))

  /// Rules on the few commands that fixes are made of, so that these tests stand on the pipeline alone.
  func decide(_ state: inout GatewayState, _ command: Command) throws(CommandError) -> Decision {
    var events: [Event] = []
    switch command {
    case .updateApiKey(let input):
      guard var key = state.keys[input.apiKey] else { break }
      key.enabled = input.patchOperations == [.replace("/enabled", "true")]
      events = [.put(.apiKey(key))]
    case .createUsagePlanKey(let input):
      events = [
        .put(
          .usagePlanKey(
            UsagePlanKey(
              usagePlanId: input.usagePlanId, keyId: input.keyId, createdDate: Fixture.now)))
      ]
    case .updateUsagePlan(let input):
      guard var plan = state.plans[input.usagePlanId] else { break }
      for operation in input.patchOperations { Self.patch(&plan, operation) }
      events = [.put(.usagePlan(plan))]
    case .createDeployment(let input):
      guard let api = state.apis[input.restApiId], var stage = api.stages[input.stageName ?? ""]
      else { break }
      let deployment = Deployment(id: "depnew", createdDate: Fixture.now, snapshot: api.snapshot)
      stage.deploymentId = deployment.id
      events = [.put(.deployment(api.api.id, deployment)), .put(.stage(api.api.id, stage))]
    case .updateMethod(let input):
      guard var method = state.apis[input.restApiId]?.methods[input.resourceId]?[input.httpMethod]
      else { break }
      method.apiKeyRequired = input.patchOperations == [.replace("/apiKeyRequired", "true")]
      events = [.put(.method(input.restApiId, input.resourceId, method))]
    case .batch(let batch):
      var next = state
      for command in batch.commands {
        let step = try decide(&next, command).events
        next.apply(step, sequence: 0)
        events += step
      }
    default: throw CommandError(.notImplemented, command.operationName)
    }
    return Decision(events: events, subjects: [])
  }

  static func patch(_ plan: inout UsagePlan, _ operation: PatchOperation) {
    switch (operation.op, operation.path, operation.value) {
    case ("add", "/apiStages", let value?):
      ApiStageID(value).map { plan.apiStages.append(ApiStage(apiId: $0.apiId, stage: $0.stage)) }
    case ("replace", "/quota/limit", let value?): plan.quota?.limit = Int(value) ?? 0
    case ("remove", "/quota", _): plan.quota = nil
    case ("replace", "/throttle/rateLimit", let value?): plan.throttle?.rateLimit = Double(value)
    case ("replace", "/throttle/burstLimit", let value?): plan.throttle?.burstLimit = Int(value)
    default: Issue.record("unexpected patch \(operation)")
    }
  }

  func explain(
    _ fixture: Fixture, _ request: ExplainedRequest? = nil, used: Int = 0
  ) -> Explanation {
    let context = DecisionContext(
      now: Fixture.now, identifiers: NoIdentifiers(), usedInPeriod: { _ in used })
    return Explainer(state: fixture.state, context: context, decide: decide)
      .explain(request ?? self.request)
  }

  /// A workspace where the request passes, plan limits included.
  func working() -> Fixture {
    var fixture = Fixture()
    fixture.putKey()
    fixture.putPlan(
      throttle: ThrottleSettings(rateLimit: 5, burstLimit: 10),
      quota: QuotaSettings(limit: 100, period: .day))
    fixture.join()
    return fixture
  }

  func commands(_ explanation: Explanation) -> [String] {
    explanation.fixes.compactMap(\.command).map { command in
      if case .batch(let batch) = command {
        return batch.commands.map(\.operationName).joined(separator: "+")
      }
      return command.operationName
    }
  }

  @Test("An admitted request needs no fix and carries the lines of its rules")
  func admitted() {
    let fixture = working()
    let explanation = explain(fixture, used: 7)
    #expect(explanation.verdict == .admitted)
    #expect(explanation.fixes.isEmpty)
    #expect(explanation.keyId == "key0000001")
    let quota = explanation.steps.first { $0.phase == .quota }
    #expect(quota?.rules.first?.revision == fixture.state.revision(of: .usagePlan("plan01")))
    #expect(quota?.rules.first?.revision != nil)
    guard case .quota(let used, _) = quota?.evidence else {
      Issue.record("no quota evidence")
      return
    }
    #expect(used == 7)
  }

  /// A request with a key to a method that the stage serves without one.
  let ignoring = ExplainedRequest(
    stage: Fixture.stage, verb: "GET", path: "/open", key: .id("key0000001"))

  /// A workspace whose open method is edited as told.
  func edited(requiresKey: Bool) throws -> Fixture {
    var fixture = working()
    let api = Fixture.stage.apiId
    let served = fixture.state.apis[api]?.deployments["dep001"]?.snapshot
    let route = try #require(served?.routes.first { $0.path == "/open" })
    fixture.put(
      .resource(
        api,
        Resource(id: route.resourceId, parentId: "root000001", pathPart: "open", path: "/open")))
    fixture.put(
      .method(api, route.resourceId, Method(httpMethod: "GET", apiKeyRequired: requiresKey)))
    return fixture
  }

  @Test("A key that is ignored since the change is not deployed: deploy, unlike one never required")
  func ignoredUndeployed() throws {
    let fixture = try edited(requiresKey: true)
    let explanation = explain(fixture, ignoring)
    #expect(explanation.verdict == .admitted)
    #expect(
      explanation.fixes.map(\.sentence)
        == ["deploy to \(Fixture.stage.stage): as edited, GET /open requires a key"])
    #expect(commands(explanation) == ["CreateDeployment"])
    #expect(explanation.fixes.first?.verdict == .admitted)
    #expect(
      explanation.remarks == [
        "GET /open requires a key in the API as edited, but prod serves deployment dep001, which "
          + "is older and requires none"
      ])

    var keyless = ignoring
    keyless.key = .none
    #expect(explain(fixture, keyless).fixes.first?.verdict == .missingKey)
  }

  @Test("A key that no method asks for: require one; a public method is nobody's mistake")
  func ignored() throws {
    let explanation = explain(try edited(requiresKey: false), ignoring)
    #expect(
      explanation.fixes.map(\.sentence)
        == ["require a key for GET /open and deploy to \(Fixture.stage.stage)"])
    #expect(commands(explanation) == ["UpdateMethod+CreateDeployment"])
    #expect(explanation.remarks.isEmpty)

    var keyless = ignoring
    keyless.key = .none
    #expect(explain(try edited(requiresKey: false), keyless).fixes.isEmpty)
  }

  @Test("A route that is nowhere: the verbs of the path, or the nearest routes")
  func nearestRoutes() {
    let fixture = working()
    let wrongVerb = explain(
      fixture, ExplainedRequest(stage: Fixture.stage, verb: "DELETE", path: "/items"))
    #expect(wrongVerb.fixes.map(\.sentence) == ["call it by one of the verbs it has: GET, POST"])
    let wrongPath = explain(
      fixture, ExplainedRequest(stage: Fixture.stage, verb: "GET", path: "/itms"))
    #expect(
      wrongPath.fixes.map(\.sentence) == [
        "call GET /items, the nearest that prod serves",
        "call POST /items, the nearest that prod serves",
      ])
  }

  @Test("A disabled key: enable it")
  func disabled() {
    var fixture = working()
    fixture.putKey(enabled: false)
    let explanation = explain(fixture)
    #expect(explanation.verdict == .disabledKey)
    #expect(commands(explanation) == ["UpdateApiKey"])
    #expect(explanation.fixes.first?.verdict == .admitted)
  }

  @Test("A disabled key in no plan: enable it, then put it in a plan, in one step")
  func chained() {
    var fixture = Fixture()
    fixture.putKey(enabled: false)
    fixture.putPlan()
    let explanation = explain(fixture)
    #expect(commands(explanation) == ["UpdateApiKey+CreateUsagePlanKey"])
    #expect(explanation.fixes.first?.verdict == .admitted)
    #expect(
      explanation.fixes.first?.sentence
        == "enable key key0000001, then put key key0000001 in plan plan01")
  }

  @Test("A key in no plan: each plan that opens the stage")
  func noPlan() {
    var fixture = Fixture()
    fixture.putKey()
    fixture.putPlan("plan01")
    fixture.putPlan("plan02", stages: [])
    fixture.putPlan("plan03")
    let explanation = explain(fixture)
    #expect(explanation.verdict == .keyInNoPlan)
    #expect(commands(explanation) == ["CreateUsagePlanKey", "CreateUsagePlanKey"])
  }

  @Test("A plan that does not cover the stage: open it, or join another plan")
  func uncovered() {
    var fixture = working()
    fixture.putPlan(stages: [])
    fixture.putPlan("plan02")
    let explanation = explain(fixture)
    #expect(explanation.verdict == .planDoesNotCoverStage)
    #expect(commands(explanation) == ["UpdateUsagePlan", "CreateUsagePlanKey"])
    #expect(explanation.fixes.allSatisfy { $0.verdict == .admitted })
  }

  @Test("A route that is not deployed: deploy")
  func undeployed() {
    var fixture = working()
    let api = Fixture.stage.apiId
    fixture.put(
      .resource(api, Resource(id: "new001", parentId: "root000001", pathPart: "new", path: "/new")))
    fixture.put(.method(api, "new001", Method(httpMethod: "GET")))
    let explanation = explain(
      fixture, ExplainedRequest(stage: Fixture.stage, verb: "GET", path: "/new"))
    #expect(explanation.verdict == .noRoute)
    #expect(commands(explanation) == ["CreateDeployment"])
    #expect(explanation.fixes.first?.verdict == .admitted)
  }

  @Test("A used-up quota: raise it, lift it, or wait; a raise that is too small is no fix")
  func quota() {
    let explanation = explain(working(), used: 100)
    #expect(explanation.verdict == .quotaExhausted)
    #expect(commands(explanation) == ["UpdateUsagePlan", "UpdateUsagePlan"])
    #expect(explanation.fixes.last?.command == nil)
    let far = explain(working(), used: 1_000)
    #expect(far.fixes.first?.sentence == "raise the quota of plan plan01 from 100 to 1001 a day")
    #expect(far.fixes.first?.verdict == .admitted)
  }

  @Test("A recorded throttle: each raise with the wait that is left")
  func throttled() {
    var recorded = request
    recorded.emptyBuckets = [.plan]
    let explanation = explain(working(), recorded)
    #expect(explanation.verdict == .throttled(.plan))
    #expect(explanation.retryAfterNanoseconds == 200_000_000)
    #expect(
      explanation.fixes.map(\.sentence) == [
        "raise the rate of the limit of plan plan01 from 5 to 10 a second",
        "raise the burst of the limit of plan plan01 from 10 to 20",
        "send the next request 200 ms later",
      ])
    #expect(explanation.fixes.first?.waitNanoseconds == 100_000_000)
  }

  @Test("A plan set to 0 and 0: both numbers at once")
  func blocked() {
    var fixture = working()
    fixture.putPlan(throttle: ThrottleSettings(rateLimit: 0, burstLimit: 0))
    let explanation = explain(fixture)
    #expect(explanation.verdict == .throttled(.plan))
    #expect(explanation.retryAfterNanoseconds == .max)
    #expect(commands(explanation) == ["UpdateUsagePlan+UpdateUsagePlan"])
    #expect(explanation.fixes.first?.verdict == .admitted)
  }

  @Test(
    "Explaining looks at the key that is called, not at all of them, and agrees with the gateway")
  func scoped() {
    var fixture = working()
    for index in 100..<140 {
      fixture.putKey("key0000\(index)")
      fixture.join("key0000\(index)")
    }
    #expect(fixture.state.scope(of: [request]).keys.count == 1)
    for key in [ExplainedRequest.Key.none, .value("unknown-value-0123456789"), .id("key0000100")] {
      var asked = request
      asked.key = key
      let value: String? =
        switch key {
        case .none: nil
        case .value(let value): value
        case .id(let id): Fixture.value(of: id)
        }
      let verdict = Gateway(fixture.state).call(key: value).verdict
      #expect(explain(fixture, asked).verdict == verdict)
    }
  }
}
