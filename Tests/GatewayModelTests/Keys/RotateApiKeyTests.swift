import GatewayModel
import Testing

@Suite struct RotateApiKeyTests {
  private func bench() throws -> (Workbench, key: ApiKeyID, plan: UsagePlanID) {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    let plan = try bench.addPlan(
      "pro", stages: [.shopProd], quota: QuotaInput(limit: 100, period: "MONTH"))
    try bench.run(
      .createApiKey(
        .init(
          name: "web", description: "d", enabled: true, customerId: "c", tags: ["team": "x"])))
    let key = try #require(bench.state.keys.keys.first)
    try bench.join(plan, key)
    return (bench, key, plan)
  }

  @Test func givesTheSuccessorWhatTheOldKeyHad() throws {
    var (bench, old, plan) = try bench()
    bench.used[PlanKeyID(usagePlanId: plan, keyId: old)] = 30
    let decision = try bench.run(.rotateApiKey(.init(apiKey: old)))
    guard case .apiKey(let new) = decision.subjects.first else {
      Issue.record("no successor")
      return
    }
    let (was, now) = (try #require(bench.state.keys[old]), try #require(bench.state.keys[new]))
    #expect(now.name == "web" && now.description == "d" && now.customerId == "c")
    #expect(now.tags == ["team": "x"] && now.enabled && now.value != was.value)
    #expect(!was.enabled)
    #expect(bench.state.plan(of: new, reaching: .shopProd)?.id == plan)
    #expect(bench.state.plan(of: old, reaching: .shopProd)?.id == plan)
    let standing = bench.state.quotaStanding(
      of: PlanKeyID(usagePlanId: plan, keyId: new), used: 0, at: bench.now)
    #expect(standing?.remaining == 70 && standing?.adjustment == -30)
    try bench.state.checkInvariants()
  }

  @Test func carriesAGrantOverForThisPeriodAlone() throws {
    var (bench, old, plan) = try bench()
    bench.used[PlanKeyID(usagePlanId: plan, keyId: old)] = 100
    try bench.run(
      .updateUsage(
        .init(usagePlanId: plan, keyId: old, patchOperations: [.replace("/remaining", "250")])))
    let decision = try bench.run(.rotateApiKey(.init(apiKey: old, keepOld: true)))
    guard case .apiKey(let new) = decision.subjects.first else { return }
    let id = PlanKeyID(usagePlanId: plan, keyId: new)
    #expect(bench.state.quotaStanding(of: id, used: 0, at: bench.now)?.remaining == 250)
    let nextMonth = Timestamp(seconds: bench.now.seconds + 40 * 86_400)
    #expect(bench.state.quotaStanding(of: id, used: 0, at: nextMonth)?.remaining == 100)
    #expect(bench.state.keys[old]?.enabled == true)
    #expect(decision.warnings.count == 1)
    let name = try #require(bench.state.plans[plan]?.name)
    #expect(decision.warnings.first?.contains("left in plan \(name) until") == true)
  }

  @Test func grantsNothingWithoutUse() throws {
    var (bench, old, _) = try bench()
    try bench.run(.rotateApiKey(.init(apiKey: old)))
    #expect(bench.state.usageAdjustments.isEmpty)
  }

  @Test func leavesADisabledKeyDisabled() throws {
    var (bench, old, _) = try bench()
    try bench.run(
      .updateApiKey(.init(apiKey: old, patchOperations: [.replace("/enabled", "false")])))
    try bench.run(.rotateApiKey(.init(apiKey: old)))
    #expect(bench.state.keys.values.allSatisfy { !$0.enabled })
  }

  @Test func judgesAValueThatIsGiven() throws {
    var (bench, old, _) = try bench()
    let value = try #require(bench.state.keys[old]?.value)
    #expect(bench.refusal(.rotateApiKey(.init(apiKey: old, value: value)))?.code == .conflict)
    #expect(bench.refusal(.rotateApiKey(.init(apiKey: old, value: "short")))?.field == "value")
  }
}
