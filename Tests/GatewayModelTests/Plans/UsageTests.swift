import GatewayModel
import Testing

@Suite struct UsageTests {
  private func bench() throws -> (Workbench, PlanKeyID) {
    var bench = Workbench()
    let plan = try bench.addPlan("pro", quota: QuotaInput(limit: 100, period: "DAY"))
    let key = try bench.addKey("web")
    try bench.join(plan, key)
    return (bench, PlanKeyID(usagePlanId: plan, keyId: key))
  }

  private func patch(_ id: PlanKeyID, _ operations: PatchOperation...) -> Command {
    .updateUsage(
      .init(usagePlanId: id.usagePlanId, keyId: id.keyId, patchOperations: operations))
  }

  @Test(arguments: [
    (100, 0, 0, 100), (100, 30, 0, 70), (100, 100, 0, 0), (100, 130, 0, 0), (100, 30, 50, 120),
    (100, 30, -50, 20), (100, 30, -90, 0), (0, 0, 0, 0), (.max, 5, .max, .max - 5),
  ])
  func countsWhatIsLeft(limit: Int, used: Int, granted: Int, remaining: Int) {
    let day = CalendarDay(year: 2026, month: 11, day: 24)
    let grant = UsageAdjustment(usagePlanId: "p", keyId: "k", periodStart: day, requests: granted)
    let standing = QuotaStanding(
      quota: QuotaSettings(limit: limit, period: .day), used: used, grant: grant, day: day)
    #expect(standing.remaining == remaining)
    #expect(standing.isExhausted == (remaining == 0))
    let other = QuotaStanding(
      quota: QuotaSettings(limit: limit, period: .day), used: used, grant: grant,
      day: CalendarDay(number: day.number + 1))
    #expect(other.adjustment == 0 && other.periodStart == standing.periodEnd)
  }

  @Test func setsWhatIsLeft() throws {
    var (bench, id) = try bench()
    bench.used[id] = 40
    let decision = try bench.run(patch(id, .replace("/remaining", "500")))
    #expect(decision.subjects == [.usageAdjustment(id)])
    #expect(bench.state.usageAdjustments[id]?.requests == 440)
    let standing = bench.state.quotaStanding(of: id, used: 40, at: bench.now)
    #expect(standing?.remaining == 500)
    #expect(try bench.run(patch(id, .replace("/remaining", "500"))).events.isEmpty)
    #expect(try bench.run(patch(id)).events.isEmpty)
    try bench.run(patch(id, .replace("/remaining", "60")))
    #expect(bench.state.usageAdjustments[id] == nil)
    try bench.run(patch(id, .replace("/remaining", "0")))
    #expect(bench.state.quotaStanding(of: id, used: 40, at: bench.now)?.isExhausted == true)
    bench.now = Timestamp(seconds: bench.now.seconds + 86_400)
    #expect(bench.state.quotaStanding(of: id, used: 0, at: bench.now)?.remaining == 100)
  }

  private static let refusals: [PatchRefusalCase] = [
    PatchRefusalCase(
      .add("/remaining", "5"),
      "Invalid patch path  '/remaining' specified for op 'add'. Must be one of: []"),
    PatchRefusalCase(
      .replace("/limit", "5"),
      "Invalid patch path  '/limit' specified for op 'replace'. Must be one of: [/remaining]"),
    PatchRefusalCase(
      .replace("/remaining", "-1"),
      "Invalid value for remaining: must be a whole number of 0 or more", field: "remaining"),
    PatchRefusalCase(
      .replace("/remaining", "many"),
      "Invalid value for remaining: must be a whole number of 0 or more", field: "remaining"),
  ]

  @Test(arguments: refusals)
  private func refuses(row: PatchRefusalCase) throws {
    var (bench, id) = try bench()
    let error = bench.refusal(patch(id, row.operation))
    #expect(error?.message == row.message && error?.code == row.code)
    #expect(error?.field == row.field ?? "patchOperations")
  }

  @Test func refusesWithoutQuotaOrMembership() throws {
    var (bench, id) = try bench()
    let plan = try bench.addPlan("bare")
    let operation = PatchOperation.replace("/remaining", "5")
    #expect(
      bench.refusal(patch(PlanKeyID(usagePlanId: "none", keyId: id.keyId), operation))?.code
        == .notFound)
    #expect(
      bench.refusal(patch(PlanKeyID(usagePlanId: plan, keyId: id.keyId), operation))?.code
        == .notFound)
    try bench.join(plan, id.keyId)
    #expect(
      bench.refusal(patch(PlanKeyID(usagePlanId: plan, keyId: id.keyId), operation))?.code
        == .badRequest)
  }
}
