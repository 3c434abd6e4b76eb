import GatewayModel
import Testing

@Suite struct UpdateUsagePlanTests {
  private func bench() throws -> (Workbench, plan: UsagePlanID) {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod", "beta")
    let plan = try bench.addPlan("pro", stages: [.shopProd])
    return (bench, plan)
  }

  private func patch(_ plan: UsagePlanID, _ operations: PatchOperation...) -> Command {
    .updateUsagePlan(.init(usagePlanId: plan, patchOperations: operations))
  }

  @Test func setsMembersAndLimits() throws {
    var (bench, plan) = try bench()
    try bench.run(
      patch(
        plan, .replace("/name", "gold"), .replace("/description", "d"),
        .add("/productCode", "p-1"), .replace("/throttle/burstLimit", "20"),
        .replace("/throttle/rateLimit", "0.5"), .replace("/quota/period", "WEEK"),
        .replace("/quota/limit", "100")))
    let changed = try #require(bench.state.plans[plan])
    #expect(changed.name == "gold" && changed.description == "d" && changed.productCode == "p-1")
    #expect(changed.throttle == ThrottleSettings(rateLimit: 0.5, burstLimit: 20))
    #expect(changed.quota == QuotaSettings(limit: 100, offset: 0, period: .week))
    try bench.run(
      patch(
        plan, .remove("/throttle"), .remove("/quota"), .remove("/productCode"),
        .replace("/description", "")))
    let bare = try #require(bench.state.plans[plan])
    #expect(bare.throttle == nil && bare.quota == nil && bare.productCode == nil)
    #expect(bare.description == nil)
    #expect(try bench.run(patch(plan, .remove("/quota"))).events.isEmpty)
  }

  @Test func judgesTheQuotaAfterTheBatch() throws {
    var (bench, plan) = try bench()
    try bench.run(
      patch(
        plan, .add("/quota/offset", "20"), .add("/quota/period", "MONTH"), .add("/quota/limit", "9")
      ))
    #expect(bench.state.plans[plan]?.quota == QuotaSettings(limit: 9, offset: 20, period: .month))
    let error = bench.refusal(patch(plan, .replace("/quota/period", "WEEK")))
    #expect(error?.field == "quota.offset")
    try bench.run(patch(plan, .replace("/quota/period", "WEEK"), .replace("/quota/offset", "2")))
    #expect(bench.state.plans[plan]?.quota?.offset == 2)
    let half = bench.refusal(
      patch(plan, .remove("/quota"), .replace("/quota/limit", "5")))
    #expect(half?.message == "Quota must have both a limit and a period")
  }

  @Test func takesTerraformsOneRequest() throws {
    var (bench, plan) = try bench()
    try bench.run(
      patch(
        plan, .remove("/apiStages", "shop:prod"), .add("/apiStages", "shop:prod"),
        .add("/apiStages", "shop:beta"),
        .replace("/apiStages/shop:beta/throttle//pets/GET/rateLimit", "5"),
        .replace("/apiStages/shop:beta/throttle//pets/GET/burstLimit", "7"),
        .add("/apiStages/shop:beta/throttle/~1a~1{b}/POST/rateLimit", "1"),
        .replace("/apiStages/shop:beta/throttle///ANY/burstLimit", "2"),
        .replace("/throttle/rateLimit", "10")))
    let changed = try #require(bench.state.plans[plan])
    #expect(changed.apiStages.map(\.id) == [.shopProd, .shopBeta])
    #expect(
      changed.apiStage(.shopBeta)?.throttle == [
        "/pets/GET": ThrottleSettings(rateLimit: 5, burstLimit: 7),
        "/a/{b}/POST": ThrottleSettings(rateLimit: 1),
        "//ANY": ThrottleSettings(burstLimit: 2),
      ])
    try bench.run(
      patch(
        plan, .remove("/apiStages/shop:beta/throttle/~1pets/GET"),
        .remove("/apiStages/shop:beta/throttle///ANY")))
    #expect(bench.state.plans[plan]?.apiStage(.shopBeta)?.throttle.count == 1)
    try bench.run(patch(plan, .remove("/apiStages/shop:beta/throttle")))
    #expect(bench.state.plans[plan]?.apiStage(.shopBeta)?.throttle.isEmpty == true)
  }

  @Test func replacesThrottlesByJSONText() throws {
    var (bench, plan) = try bench()
    try bench.run(
      patch(
        plan,
        .replace(
          "/apiStages/shop:prod/throttle",
          #"{"/pets/GET":{"rateLimit":10,"burstLimit":20},"//GET":{"rateLimit":0.5}}"#)))
    #expect(
      bench.state.plans[plan]?.apiStage(.shopProd)?.throttle == [
        "/pets/GET": ThrottleSettings(rateLimit: 10, burstLimit: 20),
        "//GET": ThrottleSettings(rateLimit: 0.5),
      ])
  }

  private static let removable =
    "[/apiStages, /quota, /throttle, /productCode, "
    + "/apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>, "
    + "/apiStages/<apidId:stageName>/throttle]"
  private static let notANumber = "Invalid value for rateLimit: must be a number of 0 or more"

  private static let refusals: [PatchRefusalCase] = [
    PatchRefusalCase(.remove("/apiStages"), "Invalid API Stage specified", field: "apiStages"),
    PatchRefusalCase(
      .remove("/apiStages", "fakevalue"), "Invalid API Stage specified", field: "apiStages"),
    PatchRefusalCase(
      .remove("/apiStages", "none:dev"),
      "Invalid API Stage {api: none, stage: dev} specified for usageplan PLAN", code: .notFound,
      field: "apiStages"),
    PatchRefusalCase(
      .remove("/apiStages", "shop:beta"),
      "Invalid API Stage {api: shop, stage: beta} specified for usageplan PLAN", code: .notFound,
      field: "apiStages"),
    PatchRefusalCase(
      .remove("/apiStages/X:dev"),
      "Invalid patch path  '/apiStages/X:dev' specified for op 'remove'. "
        + "Must be one of: \(removable)"),
    PatchRefusalCase(
      .remove("/apiStages/shop:prod/throttle/~1pets/GET/rateLimit"),
      "Invalid patch path  '/apiStages/shop:prod/throttle/~1pets/GET/rateLimit' specified for op "
        + "'remove'. Must be one of: \(removable)"),
    PatchRefusalCase(.add("/apiStages", "shop"), "Invalid API Stage specified", field: "apiStages"),
    PatchRefusalCase(
      .add("/apiStages", "shop:dev"), "API Stage not found: shop:dev", code: .notFound,
      field: "apiStages"),
    PatchRefusalCase(
      .add("/apiStages", "shop:prod"), "API Stage shop:prod is already in Usage Plan PLAN",
      code: .conflict, field: "apiStages"),
    PatchRefusalCase(
      .replace("/name", ""), "Usage Plan name must not be empty", field: "name"),
    PatchRefusalCase(
      .replace("/throttle/rateLimit", "fast"), notANumber, field: "throttle.rateLimit"),
    PatchRefusalCase(
      .replace("/throttle/rateLimit", "0x10"), notANumber, field: "throttle.rateLimit"),
    PatchRefusalCase(.replace("/throttle/rateLimit", ""), notANumber, field: "throttle.rateLimit"),
    PatchRefusalCase(
      .replace("/throttle/rateLimit", "1e99"), notANumber, field: "throttle.rateLimit"),
    PatchRefusalCase(
      .replace("/throttle/burstLimit", "1.5"),
      "Invalid value for burstLimit: must be a whole number of 0 or more",
      field: "throttle.burstLimit"),
    PatchRefusalCase(
      .replace("/quota/period", "YEAR"),
      "Invalid quota period specified. Valid options are DAY,WEEK,MONTH", field: "quota.period"),
    PatchRefusalCase(
      .replace("/quota/limit", "99999999999"),
      "Invalid value for limit: must be a whole number of 0 or more", field: "quota.limit"),
    PatchRefusalCase(
      .replace("/apiStages/shop:prod/throttle", "{"), "Invalid method throttles specified",
      field: "apiStages"),
    PatchRefusalCase(
      .replace("/apiStages/shop:prod/throttle", #"{"GET":{"rateLimit":1}}"#),
      "Invalid method throttle specified: GET", field: "apiStages"),
    PatchRefusalCase(
      .replace("/apiStages/shop:prod/throttle", #"{"/GET":{"rateLimit":1}}"#),
      "Invalid method throttle specified: /GET", field: "apiStages"),
    PatchRefusalCase(
      .remove("/apiStages/shop:prod/throttle/~1pets/GET"),
      "Invalid method throttle specified: /pets/GET", code: .notFound, field: "apiStages"),
    PatchRefusalCase(
      .replace("/apiStages/shop:beta/throttle/~1pets/GET/rateLimit", "1"),
      "Invalid API Stage {api: shop, stage: beta} specified for usageplan PLAN", code: .notFound,
      field: "apiStages"),
  ]

  @Test(arguments: refusals)
  private func refuses(row: PatchRefusalCase) throws {
    var (bench, plan) = try bench()
    let before = bench.state
    let error = bench.refusal(patch(plan, .replace("/description", "changed"), row.operation))
    #expect(error?.message == row.message.replacing("PLAN", with: plan))
    #expect(error?.code == row.code)
    #expect(error?.field == row.field ?? "patchOperations")
    #expect(error?.remedy != nil)
    #expect(bench.state == before)
  }

  @Test func refusesUnknownPlansAfterWrongWords() throws {
    var (bench, _) = try bench()
    let unknown = bench.refusal(patch("none", .replace("/name", "x")))
    #expect(unknown?.code == .notFound && unknown?.message == "Invalid Usage Plan ID specified")
    #expect(bench.refusal(patch("none", PatchOperation(op: "x", path: "/")))?.code == .validation)
  }

  @Test func keepsToTheLimitOfMethodThrottles() throws {
    var (bench, plan) = try bench()
    for number in 0..<20 {
      try bench.run(
        patch(plan, .add("/apiStages/shop:prod/throttle/~1m\(number)/GET/rateLimit", "1")))
    }
    let more = PatchOperation.add("/apiStages/shop:prod/throttle/~1more/GET/rateLimit", "1")
    #expect(bench.refusal(patch(plan, more))?.code == .limitExceeded)
    let known = PatchOperation.add("/apiStages/shop:prod/throttle/~1m0/GET/burstLimit", "1")
    #expect(bench.refusal(patch(plan, known)) == nil)
  }

  @Test func refusesAStageAKeyReachesThroughAnotherPlan() throws {
    var (bench, plan) = try bench()
    let other = try bench.addPlan("other", stages: [.shopBeta])
    let key = try bench.addKey("web")
    try bench.join(plan, key)
    try bench.join(other, key)
    let error = bench.refusal(patch(plan, .add("/apiStages", "shop:beta")))
    #expect(error?.code == .conflict && error?.field == "apiStages")
    let text = "\(error?.message ?? "") \(error?.remedy ?? "")"
    for name in [key, "web", plan, other, "shop:beta"] { #expect(text.contains(name)) }
    try bench.run(.deleteUsagePlanKey(.init(usagePlanId: other, keyId: key)))
    try bench.run(patch(plan, .add("/apiStages", "shop:beta")))
    try bench.state.checkInvariants()
  }
}
