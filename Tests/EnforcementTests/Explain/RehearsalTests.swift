import GatewayModel
import Testing

@testable import Enforcement

@Suite("Rehearsal")
struct RehearsalTests {
  func fixture() -> Fixture {
    var fixture = Fixture()
    fixture.putKey()
    fixture.putPlan(
      throttle: ThrottleSettings(rateLimit: 1, burstLimit: 2),
      quota: QuotaSettings(limit: 8, period: .day))
    fixture.join()
    return fixture
  }

  /// So many requests, so many a second.
  func requests(_ count: Int, everyMilliseconds step: Int) -> [Rehearsal.Request] {
    (0..<count).map { index in
      Rehearsal.Request(
        time: Timestamp(
          microseconds: Fixture.now.microseconds + Int64(index * step) * 1_000),
        request: ExplainedRequest(
          stage: Fixture.stage, verb: "GET", path: "/items", key: .id("key0000001")))
    }
  }

  func plan(rate: Double, burst: Int) -> Event {
    var fixture = fixture()
    fixture.putPlan(throttle: ThrottleSettings(rateLimit: rate, burstLimit: burst))
    return .put(.usagePlan(fixture.state.plans["plan01"]!))
  }

  @Test("Recorded times are the clock, and a changed limit changes what is refused")
  func throttle() {
    let rehearsal = Rehearsal(
      of: requests(20, everyMilliseconds: 250).reversed(), in: fixture().state)
    let now = rehearsal.verdicts()
    #expect(now.count { $0 == .throttled(.plan) } == 14)
    #expect(now.prefix(3) == [.admitted, .admitted, .throttled(.plan)])
    let after = rehearsal.verdicts(after: [plan(rate: 4, burst: 2)])
    #expect(after.allSatisfy { $0 == .admitted })
    #expect(rehearsal.verdicts() == now)
  }

  @Test("Quotas go on from what was used")
  func quota() {
    let slow = requests(10, everyMilliseconds: 2_000)
    let fresh = Rehearsal(of: slow, in: fixture().state).verdicts()
    #expect(fresh.count { $0 == .quotaExhausted } == 2)
    let used = Rehearsal(of: slow, in: fixture().state) { _ in 5 }.verdicts()
    #expect(used.count { $0 == .quotaExhausted } == 7)
  }

  @Test("A rehearsal decides as a gateway does")
  func sameAsGateway() {
    let gateway = Gateway(fixture().state)
    let recorded = requests(12, everyMilliseconds: 400)
    let expected = recorded.map { recorded in
      gateway.nanoseconds = recorded.time.microseconds * 1_000
      return gateway.call(key: Fixture.value(of: "key0000001")).verdict
    }
    #expect(Rehearsal(of: recorded, in: fixture().state).verdicts() == expected)
  }

  @Test("A change is told by the requests that would end otherwise, the most first")
  func outcome() throws {
    let open = ExplainedRequest(stage: Fixture.stage, verb: "GET", path: "/open")
    let keyless = (0..<3).map { _ in Rehearsal.Request(time: Fixture.now, request: open) }
    let rehearsal = Rehearsal(
      of: requests(5, everyMilliseconds: 2_000) + keyless, in: fixture().state)
    let same = rehearsal.outcome(of: [])
    #expect(same.requestCount == 8 && same.shifts.isEmpty)
    #expect(same.summary == "The last 8 recorded requests, decided again, would end as before.")

    var changed = fixture()
    changed.deploy(["GET /open!"])
    let api = Fixture.stage.apiId
    let deployment = try #require(changed.state.apis[api]?.deployments["dep001"])
    let outcome = rehearsal.outcome(of: [.put(.deployment(api, deployment))])
    #expect(outcome.shifts.map(\.count) == [5, 3])
    #expect(outcome.shifts.first?.after == .noRoute)
    #expect(outcome.shifts.last?.sentence == "3 × GET /open: admitted → needs a key")
    #expect(
      outcome.summary == "The last 8 recorded requests, decided again: 8 would end otherwise.")
  }
}
