import GatewayModel
import Testing

@testable import Enforcement

/// Every key situation and its answer.
///
/// Source: the table of key situations in the API Gateway developer guide, and what AWS answered.
@Suite("Key situations")
struct KeySituationTests {
  let value = Fixture.value(of: "key0000001")

  /// A workspace where the key works.
  func working() -> Fixture {
    var fixture = Fixture()
    fixture.putKey()
    fixture.putPlan()
    fixture.join()
    return fixture
  }

  func expectForbidden(_ admission: Admission, _ verdict: Verdict) {
    #expect(admission.verdict == verdict)
    let refusal = admission.verdict.refusal
    #expect(refusal?.statusCode == 403)
    #expect(refusal?.message == "Forbidden")
    #expect(refusal?.errorType == "ForbiddenException")
    #expect(refusal?.responseType == .invalidApiKey)
  }

  @Test("A key whose plan covers the stage is admitted")
  func admitted() {
    let admission = Gateway(working().state).call(key: value)
    #expect(admission.verdict == .admitted)
    #expect(admission.keyId == "key0000001")
    #expect(admission.usagePlanId == "plan01")
    #expect(admission.method?.throttleKey == "/items/GET")
  }

  @Test("No key is Forbidden", arguments: [nil, ""] as [String?])
  func missing(key: String?) {
    expectForbidden(Gateway(working().state).call(key: key), .missingKey)
  }

  @Test("Any other value is Forbidden, compared exactly")
  func unknown() {
    let gateway = Gateway(working().state)
    for other in [value.uppercased(), value + " ", String(value.dropLast()), "x"] {
      expectForbidden(gateway.call(key: other), .unknownKey)
    }
  }

  @Test("A disabled key is Forbidden")
  func disabled() {
    var fixture = working()
    fixture.putKey(enabled: false)
    expectForbidden(Gateway(fixture.state).call(key: value), .disabledKey)
  }

  @Test("A key in no plan is Forbidden")
  func noPlan() {
    var fixture = Fixture()
    fixture.putKey()
    fixture.putPlan()
    expectForbidden(Gateway(fixture.state).call(key: value), .keyInNoPlan)
  }

  @Test("A key whose plans cover other stages is Forbidden")
  func uncovered() {
    var fixture = working()
    fixture.putPlan(stages: [ApiStage(apiId: Fixture.stage.apiId, stage: "beta")])
    expectForbidden(Gateway(fixture.state).call(key: value), .planDoesNotCoverStage)
  }

  @Test("A method that requires no key ignores keys and plan limits")
  func notRequired() {
    var fixture = working()
    fixture.putPlan(
      throttle: ThrottleSettings(rateLimit: 0, burstLimit: 0),
      quota: QuotaSettings(limit: 0, period: .day))
    fixture.putKey(enabled: false)
    let gateway = Gateway(fixture.state)
    for key in [nil, "x", value] {
      let admission = gateway.call("GET", "/open", key: key)
      #expect(admission.verdict == .admitted)
      #expect(admission.keyId == nil)
    }
    #expect(gateway.meters.counts(of: .anonymous, on: gateway.day)[.served] == 3)
  }

  @Test("AUTHORIZER takes the key from the authorizer alone")
  func authorizer() {
    var fixture = working()
    fixture.deploy(["GET /items!"], source: .authorizer)
    let gateway = Gateway(fixture.state)
    expectForbidden(gateway.call(key: value), .missingKey)
    #expect(gateway.call(authorizerKey: value).verdict == .admitted)
  }

  @Test("HEADER never looks at the authorizer")
  func header() {
    expectForbidden(Gateway(working().state).call(authorizerKey: value), .missingKey)
  }

  @Test("A known key that is refused is counted under its id, an unknown one under none")
  func refusalsAreCounted() {
    var fixture = Fixture()
    fixture.putKey()
    let gateway = Gateway(fixture.state)
    _ = gateway.call(key: value)
    _ = gateway.call(key: "unknown-value-0123456789")
    let known = gateway.meters.counts(of: UsageIdentity(keyId: "key0000001"), on: gateway.day)
    #expect(known[.refused] == 1)
    #expect(gateway.meters.counts(of: .anonymous, on: gateway.day)[.refused] == 1)
  }
}
