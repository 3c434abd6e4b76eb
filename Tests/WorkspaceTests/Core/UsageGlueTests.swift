import Enforcement
import GatewayModel
import Testing

@testable import Workspace

@Suite struct UsageGlueTests {
  /// A grant is what is left plus what was used, so it must see the gateway's counters.
  @Test func aGrantCountsWhatTheGatewayServed() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    let key = try workspace.makeKey("web")
    let receipt = try workspace.run(
      .createUsagePlan(
        Command.CreateUsagePlan(
          name: "pro", quota: QuotaInput(limit: 100, offset: 0, period: "DAY"))))
    guard case .usagePlan(let plan) = receipt.subjects.first else {
      Issue.record("no plan")
      return
    }
    try workspace.run(
      .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan, keyId: key)))
    let id = PlanKeyID(usagePlanId: plan, keyId: key)
    #expect(workspace.usedInPeriod(id) == 0)
    let meters = try UsageStore(workspacePath: fixture.directory).makeMeters()
    let slot = meters.slot(for: UsageIdentity(usagePlanId: plan, keyId: key))
    let today = Timestamp(seconds: 1_700_000_000).day
    for _ in 1...30 {
      #expect(meters.commit(slot, periodStart: today, allowance: 100) == .committed)
    }
    #expect(workspace.usedInPeriod(id) == 30)
    try workspace.run(
      .updateUsage(
        Command.UpdateUsage(
          usagePlanId: plan, keyId: key, patchOperations: [.replace("/remaining", "100")])))
    #expect(workspace.state.usageAdjustments[id]?.requests == 30)
  }
}
