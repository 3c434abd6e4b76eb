import GatewayModel
import Testing

@Suite struct PlanKeyTests {
  @Test func putsAKeyInAPlanAndTakesItOut() throws {
    var bench = Workbench()
    let plan = try bench.addPlan("pro", quota: QuotaInput(limit: 5, period: "DAY"))
    let key = try bench.addKey("web")
    let id = PlanKeyID(usagePlanId: plan, keyId: key)
    let decision = try bench.run(.createUsagePlanKey(.init(usagePlanId: plan, keyId: key)))
    #expect(decision.subjects == [.usagePlanKey(id)])
    #expect(bench.state.planKeys[plan]?[key]?.createdDate == bench.now)
    try bench.run(
      .updateUsage(
        .init(usagePlanId: plan, keyId: key, patchOperations: [.replace("/remaining", "9")])))
    let out = try bench.run(.deleteUsagePlanKey(.init(usagePlanId: plan, keyId: key)))
    #expect(out.events == [.deleted(.usageAdjustment(id)), .deleted(.usagePlanKey(id))])
    #expect(
      bench.refusal(.deleteUsagePlanKey(.init(usagePlanId: plan, keyId: key)))?.code == .notFound)
  }

  @Test func refusesWhatCannotJoin() throws {
    var bench = Workbench()
    let plan = try bench.addPlan("pro")
    let key = try bench.addKey("web")
    let join = { (plan: UsagePlanID, key: ApiKeyID, type: String) in
      Command.createUsagePlanKey(.init(usagePlanId: plan, keyId: key, keyType: type))
    }
    #expect(bench.refusal(join(plan, key, "KEY"))?.field == "keyType")
    #expect(bench.refusal(join(plan, key, "KEY"))?.code == .badRequest)
    #expect(bench.refusal(join("none", key, "API_KEY"))?.code == .notFound)
    #expect(bench.refusal(join(plan, "none", "API_KEY"))?.code == .notFound)
    try bench.join(plan, key)
    let again = bench.refusal(join(plan, key, "API_KEY"))
    #expect(again?.code == .conflict && again?.field == "keyId")
    #expect(
      bench.refusal(.deleteUsagePlanKey(.init(usagePlanId: "none", keyId: key)))?.message
        == "Invalid Usage Plan ID specified")
  }

  @Test func allowsOnePlanForAKeyAndAStage() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod", "beta")
    let first = try bench.addPlan("first", stages: [.shopProd])
    let second = try bench.addPlan("second", stages: [.shopBeta, .shopProd])
    let third = try bench.addPlan("third", stages: [.shopBeta])
    let key = try bench.addKey("web")
    try bench.join(first, key)
    let error = bench.refusal(.createUsagePlanKey(.init(usagePlanId: second, keyId: key)))
    #expect(error?.code == .conflict)
    #expect(
      error?.message == "Usage Plan \(second) cannot be added because API Key \(key) cannot "
        + "reference multiple Usage Plans with the same API Stage: shop:prod")
    for name in ["web", key, first, second, "shop:prod"] {
      #expect(error?.remedy?.contains(name) == true)
    }
    try bench.join(third, key)
    try bench.state.checkInvariants()
  }

  @Test func keepsToTenPlansForAKey() throws {
    var bench = Workbench()
    let key = try bench.addKey("web")
    for number in 0..<10 { try bench.join(bench.addPlan("p\(number)"), key) }
    let plan = try bench.addPlan("more")
    #expect(
      bench.refusal(.createUsagePlanKey(.init(usagePlanId: plan, keyId: key)))?.code
        == .limitExceeded)
    #expect(bench.state.planIdsByKey[key]?.count == 10)
  }
}
