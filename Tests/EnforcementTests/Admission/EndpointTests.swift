import GatewayModel
import Testing

@testable import Enforcement

@Suite("API, stage and route")
struct EndpointTests {
  @Test("Unknown APIs and stages are Forbidden without a gateway response")
  func unknown() {
    let gateway = Gateway(Fixture().state)
    let noApi = gateway.call(stage: ApiStageID(apiId: "other", stage: "prod")).verdict
    let noStage = gateway.call(stage: ApiStageID(apiId: Fixture.stage.apiId, stage: "beta")).verdict
    #expect(noApi == .noSuchApi)
    #expect(noStage == .noSuchStage)
    for refusal in [noApi.refusal, noStage.refusal] {
      #expect(refusal?.statusCode == 403)
      #expect(refusal?.message == "Forbidden")
      #expect(refusal?.responseType == nil)
    }
  }

  @Test("A path or verb without a method is Missing Authentication Token")
  func noRoute() {
    let gateway = Gateway(Fixture().state)
    for (verb, path) in [("GET", "/nothing"), ("DELETE", "/items"), ("TRACE", "/items")] {
      let verdict = gateway.call(verb, path).verdict
      #expect(verdict == .noRoute)
      #expect(verdict.refusal?.statusCode == 403)
      #expect(verdict.refusal?.message == "Missing Authentication Token")
      #expect(verdict.refusal?.errorType == "MissingAuthenticationTokenException")
      #expect(verdict.refusal?.responseType == .missingAuthenticationToken)
    }
  }

  @Test("A deployment with its endpoint switched off answers nothing")
  func disabled() {
    var fixture = Fixture()
    fixture.deploy(["GET /open"], isDisabled: true)
    #expect(Gateway(fixture.state).call("GET", "/open").verdict == .endpointDisabled)
  }

  @Test("A method that asks an authorizer is answered 500 before any key is looked at")
  func authorizer() {
    var fixture = Fixture()
    let methods = [
      Method(
        httpMethod: "GET", authorizationType: "CUSTOM", authorizerId: "a1", apiKeyRequired: true),
      Method(httpMethod: "ANY", authorizationType: "COGNITO_USER_POOLS", authorizerId: "a2"),
      Method(httpMethod: "PUT"),
    ]
    fixture.put(
      .deployment(
        Fixture.stage.apiId,
        Deployment(
          id: "dep001", createdDate: Fixture.now,
          snapshot: ApiSnapshot(routes: [
            SnapshotRoute(resourceId: "r", path: "/asks", methods: methods)
          ]))))
    let gateway = Gateway(fixture.state)
    for verb in ["GET", "POST", "DELETE"] {
      let admission = gateway.call(verb, "/asks")
      #expect(admission.verdict == .authorizerUnavailable, "\(verb)")
      #expect(admission.methodIndex >= 0)
    }
    let refusal = Verdict.authorizerUnavailable.refusal
    #expect(refusal?.statusCode == 500 && refusal?.message == nil)
    #expect(refusal?.errorType == "AuthorizerConfigurationException")
    #expect(refusal?.responseType == .authorizerConfigurationError)
    #expect(gateway.call("PUT", "/asks").verdict == .admitted)
    #expect(gateway.call("GET", "/nothing").verdict == .noRoute)
  }

  @Test("A path that can be read in two ways is refused before anything else")
  func badPath() {
    let verdict = Gateway(Fixture().state).call("GET", "/open/%2e%2e/items").verdict
    #expect(verdict == .refusedPath(.dotSegment))
    #expect(verdict.refusal?.statusCode == 400)
  }

  @Test("The canary serves the share below its percentage")
  func canary() {
    var fixture = Fixture(["GET /a"])
    fixture.deploy(["GET /b"], id: "dep002")
    fixture.putStage(canary: CanarySettings(percentTraffic: 25, deploymentId: "dep002"))
    let gateway = Gateway(fixture.state)
    #expect(gateway.call("GET", "/b", canaryPoint: 24.9).verdict == .admitted)
    #expect(gateway.call("GET", "/b", canaryPoint: 25).verdict == .noRoute)
    #expect(gateway.call("GET", "/a", canaryPoint: 25).verdict == .admitted)
    #expect(gateway.call("GET", "/b", canaryPoint: 0).isCanary)
  }

  @Test("Verdict codes are told apart and read back")
  func codes() {
    let verdicts: [Verdict] =
      [
        .admitted, .noSuchApi, .noSuchStage, .endpointDisabled, .noRoute, .missingKey, .unknownKey,
        .disabledKey, .keyInNoPlan, .planDoesNotCoverStage, .quotaExhausted, .usageUnavailable,
        .authorizerUnavailable,
      ] + ThrottleLevel.allCases.map(Verdict.throttled)
      + PathRefusal.allCases.map(Verdict.refusedPath)
    for verdict in verdicts {
      #expect(Verdict(code: verdict.code, detailCode: verdict.detailCode) == verdict)
    }
    #expect(Verdict(code: 200, detailCode: 0) == nil)
  }
}
