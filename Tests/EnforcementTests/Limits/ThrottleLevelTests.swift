import GatewayModel
import Testing

@testable import Enforcement

@Suite("Throttle levels")
struct ThrottleLevelTests {
  let value = Fixture.value(of: "key0000001")
  let two = ThrottleSettings(rateLimit: 1, burstLimit: 2)

  func fixture(
    plan: ThrottleSettings? = nil, planMethods: [String: ThrottleSettings] = [:],
    stage: [String: MethodSetting] = [:], account: ThrottleSettings? = nil
  ) -> Fixture {
    var fixture = Fixture()
    for id in ["key0000001", "key0000002"] {
      fixture.putKey(id)
      fixture.join(id)
    }
    fixture.putPlan(
      stages: [
        ApiStage(apiId: Fixture.stage.apiId, stage: Fixture.stage.stage, throttle: planMethods)
      ], throttle: plan)
    fixture.putStage(settings: stage)
    if let account { fixture.put(.account(Account(throttleSettings: account))) }
    return fixture
  }

  func verdicts(_ gateway: Gateway, _ calls: [(String, String, ApiKeyID)]) -> [Verdict] {
    calls.map { gateway.call($0, $1, key: Fixture.value(of: $2)).verdict }
  }

  @Test("The plan's limit counts each key for itself, over all methods")
  func plan() {
    let gateway = Gateway(fixture(plan: two).state)
    let found = verdicts(
      gateway,
      [
        ("GET", "/items", "key0000001"), ("POST", "/items", "key0000001"),
        ("GET", "/items", "key0000001"), ("GET", "/items", "key0000002"),
      ])
    #expect(found == [.admitted, .admitted, .throttled(.plan), .admitted])
  }

  @Test("The plan's method limit counts each key and method, beside the plan's own")
  func planMethod() {
    let gateway = Gateway(fixture(planMethods: ["/items/GET": two]).state)
    let found = verdicts(
      gateway,
      [
        ("GET", "/items", "key0000001"), ("GET", "/items", "key0000001"),
        ("GET", "/items", "key0000001"), ("POST", "/items", "key0000001"),
        ("GET", "/items", "key0000002"),
      ])
    #expect(found == [.admitted, .admitted, .throttled(.planMethod), .admitted, .admitted])
    let both = Gateway(
      fixture(
        plan: ThrottleSettings(rateLimit: 1, burstLimit: 1), planMethods: ["/items/GET": two]
      ).state)
    #expect(both.call(key: value).verdict == .admitted)
    #expect(both.call(key: value).verdict == .throttled(.plan))
  }

  @Test("The stage's limit counts all callers of one method, its own entry before */*")
  func stageMethod() {
    let gateway = Gateway(
      fixture(stage: [
        "~1items/GET": MethodSetting(throttlingBurstLimit: 1, throttlingRateLimit: 1),
        "*/*": MethodSetting(throttlingBurstLimit: 2, throttlingRateLimit: 1),
      ]).state)
    let found = verdicts(
      gateway,
      [
        ("GET", "/items", "key0000001"), ("GET", "/items", "key0000002"),
        ("POST", "/items", "key0000001"), ("POST", "/items", "key0000002"),
        ("POST", "/items", "key0000002"), ("GET", "/open", "key0000001"),
      ])
    #expect(
      found == [
        .admitted, .throttled(.stageMethod), .admitted, .admitted, .throttled(.stageMethod),
        .admitted,
      ])
  }

  @Test("A negative rate of a stage is no limit")
  func unlimited() {
    let gateway = Gateway(
      fixture(stage: ["*/*": MethodSetting(throttlingBurstLimit: -1, throttlingRateLimit: -1)])
        .state)
    #expect((0..<100).allSatisfy { _ in gateway.call(key: value).verdict == .admitted })
  }

  @Test("The account's limit counts everything, keyless methods too")
  func account() {
    let gateway = Gateway(fixture(account: two).state)
    let found = verdicts(
      gateway,
      [
        ("GET", "/open", "key0000001"), ("GET", "/items", "key0000001"),
        ("POST", "/items", "key0000002"),
      ])
    #expect(found == [.admitted, .admitted, .throttled(.account)])
  }

  @Test("A refusal at one level leaves the tokens of all others")
  func allOrNone() {
    let gateway = Gateway(
      fixture(
        plan: two, planMethods: ["/items/GET": two],
        account: ThrottleSettings(rateLimit: 1, burstLimit: 1)
      ).state)
    #expect(gateway.call(key: value).verdict == .admitted)
    for _ in 0..<5 { #expect(gateway.call(key: value).verdict == .throttled(.account)) }
    let (_, steps) = gateway.trace(key: value)
    for step in steps where step.phase == .planLimit || step.phase == .planMethodLimit {
      guard case .bucket(_, let tokens, _, _, _) = step.evidence else {
        Issue.record("no bucket in \(step)")
        continue
      }
      #expect(tokens == 1)
    }
  }

  @Test("A missing half of a plan's throttle is the account's")
  func inherited() {
    let account = ThrottleSettings(rateLimit: 7, burstLimit: 3)
    let burst = ThrottleLimit(ThrottleSettings(burstLimit: 9), inheriting: account)
    #expect(burst?.rate == 7)
    #expect(burst?.burst == 9)
    let rate = ThrottleLimit(ThrottleSettings(rateLimit: 2), inheriting: account)
    #expect(rate?.rate == 2)
    #expect(rate?.burst == 3)
    #expect(ThrottleLimit(ThrottleSettings(), inheriting: account) == nil)
    #expect(ThrottleLimit(nil, inheriting: account) == nil)
  }

  @Test("A throttled caller is told 429 and the gateway knows for how long")
  func answer() {
    let gateway = Gateway(fixture(plan: ThrottleSettings(rateLimit: 4, burstLimit: 1)).state)
    _ = gateway.call(key: value)
    let admission = gateway.call(key: value)
    #expect(admission.retryAfterNanoseconds == 250_000_000)
    #expect(admission.verdict.refusal?.statusCode == 429)
    #expect(admission.verdict.refusal?.message == "Too Many Requests")
    #expect(admission.verdict.refusal?.errorType == "TooManyRequestsException")
    #expect(admission.verdict.refusal?.responseType == .throttled)
  }

  @Test("Buckets outlive a redeployment of the same method")
  func redeployed() {
    var fixture = fixture(stage: [
      "*/*": MethodSetting(throttlingBurstLimit: 1, throttlingRateLimit: 1)
    ])
    let gateway = Gateway(fixture.state)
    #expect(gateway.call(key: value).verdict == .admitted)
    fixture.deploy(["GET /items!", "GET /aaa"], id: "dep002")
    fixture.putStage(
      deployment: "dep002",
      settings: ["*/*": MethodSetting(throttlingBurstLimit: 1, throttlingRateLimit: 1)])
    let api = fixture.state.apis[Fixture.stage.apiId]!
    gateway.tables.apply(
      [
        .put(.deployment(api.api.id, api.deployments["dep002"]!)),
        .put(.stage(api.api.id, api.stages["prod"]!)),
      ], at: gateway.nanoseconds)
    #expect(gateway.call(key: value).verdict == .throttled(.stageMethod))
    #expect(gateway.call("GET", "/aaa").verdict == .admitted)
  }
}
