import GatewayModel
import Testing

@Suite struct UsagePlanCommandTests {
  private typealias Create = Command.CreateUsagePlan

  @Test func makesAPlanWithAllItsMembers() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod", "beta")
    let decision = try bench.run(
      .createUsagePlan(
        Create(
          name: "pro", description: "d",
          apiStages: [
            ApiStage(
              apiId: "shop", stage: "prod",
              throttle: [
                "/pets/GET": ThrottleSettings(rateLimit: 1, burstLimit: 2),
                "//ANY": ThrottleSettings(rateLimit: 0.5),
                "~1a~1b/POST": ThrottleSettings(burstLimit: 3),
              ]),
            ApiStage(apiId: "shop", stage: "beta"),
          ],
          throttle: ThrottleSettings(rateLimit: 10, burstLimit: 20),
          quota: QuotaInput(limit: 10, period: "DAY"), tags: ["team": "x"])))
    let plan = try #require(bench.state.plans.values.first)
    #expect(decision.subjects == [.usagePlan(plan.id)])
    #expect(plan.id.utf8.count == 6 && plan.name == "pro" && plan.description == "d")
    #expect(plan.apiStages.map(\.id) == [.shopProd, .shopBeta])
    #expect(Set(plan.apiStages[0].throttle.keys) == ["/pets/GET", "//ANY", "/a/b/POST"])
    #expect(plan.throttle == ThrottleSettings(rateLimit: 10, burstLimit: 20))
    #expect(plan.quota == QuotaSettings(limit: 10, offset: 0, period: .day))
    #expect(plan.tags == ["team": "x"])
  }

  @Test func needsNothingButAName() throws {
    var bench = Workbench()
    try bench.run(
      .createUsagePlan(Create(name: "pro", description: "", throttle: ThrottleSettings())))
    let plan = try #require(bench.state.plans.values.first)
    #expect(plan.description == nil && plan.throttle == nil && plan.quota == nil)
  }

  private static let refusals: [CommandRefusal<Create>] = [
    CommandRefusal(Create(), field: "name", "Usage Plan name must not be empty"),
    CommandRefusal(Create(name: ""), field: "name", "Usage Plan name must not be empty"),
    CommandRefusal(
      Create(name: String(repeating: "n", count: 1_025)), field: "name",
      "Invalid Usage Plan name, can be at most 1024 characters."),
    CommandRefusal(
      Create(name: "p", apiStages: [ApiStage(apiId: "none", stage: "prod")]), field: "apiStages",
      "API Stage not found: none:prod"),
    CommandRefusal(
      Create(name: "p", apiStages: [ApiStage(apiId: "shop", stage: "dev")]), field: "apiStages",
      "API Stage not found: shop:dev"),
    CommandRefusal(
      Create(name: "p", apiStages: [ApiStage(apiId: "", stage: "dev")]), field: "apiStages",
      "Invalid API Stage specified"),
    CommandRefusal(
      Create(name: "p", throttle: ThrottleSettings(rateLimit: -1)), field: "throttle.rateLimit",
      "Invalid value for rateLimit: must be a number of 0 or more"),
    CommandRefusal(
      Create(name: "p", throttle: ThrottleSettings(rateLimit: .nan)), field: "throttle.rateLimit",
      "Invalid value for rateLimit: must be a number of 0 or more"),
    CommandRefusal(
      Create(name: "p", throttle: ThrottleSettings(burstLimit: -1)), field: "throttle.burstLimit",
      "Invalid value for burstLimit: must be a whole number of 0 or more"),
    CommandRefusal(
      Create(name: "p", quota: QuotaInput(limit: 5)), field: "quota.period",
      "Quota must have both a limit and a period"),
    CommandRefusal(
      Create(name: "p", quota: QuotaInput(period: "DAY")), field: "quota.limit",
      "Quota must have both a limit and a period"),
    CommandRefusal(
      Create(name: "p", quota: QuotaInput(limit: -1, period: "DAY")), field: "quota.limit",
      "Invalid value for limit: must be a whole number of 0 or more"),
    CommandRefusal(
      Create(name: "p", quota: QuotaInput(limit: 5, offset: 1, period: "DAY")),
      field: "quota.offset",
      "Invalid quota offset specified, must be between 0 and 0 for period DAY"),
    CommandRefusal(
      Create(name: "p", quota: QuotaInput(limit: 5, offset: 7, period: "WEEK")),
      field: "quota.offset",
      "Invalid quota offset specified, must be between 0 and 6 for period WEEK"),
    CommandRefusal(
      Create(name: "p", quota: QuotaInput(limit: 5, offset: 28, period: "MONTH")),
      field: "quota.offset",
      "Invalid quota offset specified, must be between 0 and 27 for period MONTH"),
    CommandRefusal(
      Create(name: "p", quota: QuotaInput(limit: 5, period: "YEAR")), field: "quota.period",
      "1 validation error detected: Value 'YEAR' at 'createUsagePlanInput.quota.period' failed to "
        + "satisfy constraint: Member must satisfy enum value set: [DAY, WEEK, MONTH]"),
    CommandRefusal(
      Create(
        name: "p",
        apiStages: [
          ApiStage(apiId: "shop", stage: "prod"), ApiStage(apiId: "shop", stage: "prod"),
        ]), field: "apiStages", "is already in Usage Plan"),
    CommandRefusal(
      Create(
        name: "p",
        apiStages: [
          ApiStage(
            apiId: "shop", stage: "prod", throttle: ["/pets/FETCH": ThrottleSettings(rateLimit: 1)])
        ]), field: "apiStages", "Invalid method throttle specified: /pets/FETCH"),
  ]

  @Test(arguments: refusals)
  private func refuses(row: CommandRefusal<Create>) {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    let error = bench.refusal(.createUsagePlan(row.input))
    #expect(error?.message.contains(row.message) == true)
    #expect(error?.field == row.field)
    #expect(error?.remedy != nil)
  }

  @Test func keepsToTheLimitOfPlans() throws {
    var bench = Workbench()
    bench.limits.usagePlans = 1
    _ = try bench.addPlan("one")
    #expect(bench.refusal(.createUsagePlan(Create(name: "two")))?.code == .limitExceeded)
    #expect(AccountLimits().usagePlans == 300)
  }

  @Test func deletesOnlyAPlanWithoutStages() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod", "beta")
    let plan = try bench.addPlan("pro", stages: [.shopProd, .shopBeta])
    let key = try bench.addKey("web")
    try bench.join(plan, key)
    let error = bench.refusal(.deleteUsagePlan(.init(usagePlanId: plan)))
    #expect(error?.code == .badRequest)
    #expect(
      error?.message == "Cannot delete Usage Plan \(plan) because there are API Stages associated "
        + "with it, including shop:prod")
    #expect(error?.remedy?.contains("shop:prod, shop:beta") == true)
    try bench.run(
      .updateUsagePlan(
        .init(
          usagePlanId: plan,
          patchOperations: [.remove("/apiStages", "shop:prod"), .remove("/apiStages", "shop:beta")]
        )))
    let decision = try bench.run(.deleteUsagePlan(.init(usagePlanId: plan)))
    #expect(
      decision.events == [
        .deleted(.usagePlanKey(PlanKeyID(usagePlanId: plan, keyId: key))),
        .deleted(.usagePlan(plan)),
      ])
    #expect(bench.state.keys[key] != nil && bench.state.planIdsByKey.isEmpty)
    #expect(bench.refusal(.deleteUsagePlan(.init(usagePlanId: plan)))?.code == .notFound)
  }
}
