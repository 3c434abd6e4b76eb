import DataPlane
import Enforcement
import GatewayModel
import TestSupport
import Testing

@Suite struct StageTests {
  private func proxied(_ uri: String, type: IntegrationType = .httpProxy) -> Method {
    Method(
      httpMethod: "GET",
      methodIntegration: Integration(
        type: type, httpMethod: "GET", uri: uri, timeoutInMillis: 5_000,
        integrationResponses: ["200": IntegrationResponse(statusCode: "200")]))
  }

  @Test(arguments: [IntegrationType.httpProxy, .http])
  func fillsStageVariablesIn(type: IntegrationType) throws {
    let backend = try AskedBackend(body: "ok")
    let address = String(backend.url.dropFirst("http://".count))
    let fixture = try GatewayFixture(methods: [
      ("/a", proxied("http://${stageVariables.host}/${stageVariables.path}", type: type)),
      ("/b", proxied("${stageVariables.unset}/x", type: type)),
    ])
    fixture.stage { $0.variables = ["host": address, "path": "blue"] }
    #expect(try fixture.get("/api0000001/prod/a").text == "ok")
    #expect(backend.request.hasPrefix("GET /blue HTTP/1.1\r\n"))
    let answer = try fixture.get("/api0000001/prod/b")
    #expect(answer.status == 500)
    #expect(answer.text == "{\"message\":\"Internal server error\"}")
    #expect(answer.header("x-amzn-errortype") == "InternalServerErrorException")
  }

  @Test func templatesAreToldWhetherTheCanaryAnswers() throws {
    let fixture = try GatewayFixture(methods: [
      ("/a", .mock(body: "$context.isCanary $context.isCanaryRequest"))
    ])
    #expect(try fixture.get("/api0000001/prod/a").text == "false false")
    fixture.stage {
      $0.canarySettings = CanarySettings(percentTraffic: 100, deploymentId: "dep001")
    }
    #expect(try fixture.get("/api0000001/prod/a").text == "true true")
  }

  @Test func slashesAroundThePathAreDropped() throws {
    let fixture = try GatewayFixture(methods: [("/a/{rest+}", .mock(body: "$context.path"))])
    #expect(try fixture.get("/api0000001/prod//a/b").text == "/prod//a/b")
    #expect(try fixture.get("/api0000001/prod/a//b/").text == "/prod/a//b/")
  }

  @Test func theCanaryHasItsOwnDeploymentAndVariables() throws {
    let backend = try AskedBackend(body: "ok")
    let uri = "\(backend.url)/${stageVariables.color}/${stageVariables.size}/"
    let fixture = try GatewayFixture(methods: [("/a", proxied(uri + "old"))])
    fixture.apply([.put(.method("api0000001", "res0", proxied(uri + "new")))])
    try fixture.deploy("dep002")
    fixture.stage {
      $0.deploymentId = "dep001"
      $0.variables = ["color": "blue", "size": "1"]
      $0.canarySettings = CanarySettings(
        percentTraffic: 100, deploymentId: "dep002", stageVariableOverrides: ["color": "red"])
    }
    #expect(try fixture.get("/api0000001/prod/a").status == 200)
    #expect(backend.request.hasPrefix("GET /red/1/new HTTP/1.1\r\n"))
    #expect(fixture.recorder.isCanary == [true])
    fixture.stage { $0.canarySettings?.percentTraffic = 0 }
    #expect(try fixture.get("/api0000001/prod/a").status == 200)
    #expect(backend.request.hasPrefix("GET /blue/1/old HTTP/1.1\r\n"))
    #expect(fixture.recorder.isCanary == [true, false])
  }

  @Test func theRequestsIdDecidesWhoAnswers() throws {
    let fixture = try GatewayFixture(methods: [("/a", .mock(body: "old"))])
    fixture.apply([.put(.method("api0000001", "res0", .mock(body: "new")))])
    try fixture.deploy("dep002")
    fixture.stage {
      $0.deploymentId = "dep001"
      $0.canarySettings = CanarySettings(percentTraffic: 50, deploymentId: "dep002")
    }
    var bodies: Set<String> = []
    // Sixty-four requests of one side only are less likely than a broken machine.
    for _ in 0..<64 where bodies.count < 2 {
      let answer = try fixture.get("/api0000001/prod/a")
      bodies.insert(answer.text)
      var id = try #require(answer.header("x-amzn-requestid"))
      let point = id.withUTF8 {
        AdmissionRequest.canaryPoint(requestId: UnsafeRawBufferPointer($0))
      }
      #expect(answer.text == (point < 50 ? "new" : "old"))
      #expect(fixture.recorder.isCanary.last == (point < 50))
    }
    #expect(bodies == ["old", "new"])
  }

  @Test func passesMappedParametersToAProxy() throws {
    let backend = try AskedBackend(body: "ok")
    var method = proxied("\(backend.url)/in/{key}")
    method.methodIntegration?.requestParameters = [
      "integration.request.path.key": "method.request.querystring.q",
      "integration.request.querystring.more": "'a b'",
      "integration.request.header.X-Own": "context.requestId",
      "integration.request.header.Accept": "'text/css'",
    ]
    let fixture = try GatewayFixture(methods: [("/a", method)])
    let answer = try fixture.get("/api0000001/prod/a?q=x/y%3F", fields: "x-own: mine\r\n")
    #expect(backend.request.hasPrefix("GET /in/x/y%3F?q=x/y%3F&more=a%20b HTTP/1.1\r\n"))
    #expect(backend.field("X-Own") == answer.header("x-amzn-requestid"))
    #expect(backend.field("Accept") == "text/css")
  }

  @Test(arguments: [IntegrationType.aws, .awsProxy])
  func whatCannotBeCalledFromHereFails(type: IntegrationType) throws {
    let method = Method(
      httpMethod: "GET",
      methodIntegration: Integration(
        type: type, httpMethod: "POST", uri: "arn:aws:apigateway:us-east-1:lambda:path/x"))
    let fixture = try GatewayFixture(methods: [("/a", method)])
    let answer = try fixture.get("/api0000001/prod/a")
    #expect(answer.status == 500)
    #expect(answer.text == "{\"message\":\"Internal server error\"}")
    #expect(answer.header("x-amzn-errortype") == "InternalServerErrorException")
  }

  /// Method, throttle key of the stage's settings.
  @Test(arguments: ["*/*", "a~1{id}/GET", "~1a~1{id}/GET", "a/{id}/GET", "/a/{id}/GET"])
  func aMethodSettingThrottles(key: String) throws {
    let fixture = try GatewayFixture(methods: [("/a/{id}", .mock()), ("/b", .mock())])
    fixture.stage {
      $0.methodSettings = [
        key: MethodSetting(
          loggingLevel: "INFO", throttlingBurstLimit: 1, throttlingRateLimit: 0.000_001,
          cachingEnabled: true)
      ]
    }
    #expect(try fixture.get("/api0000001/prod/a/1").status == 200)
    let answer = try fixture.get("/api0000001/prod/a/2")
    #expect(answer.status == 429)
    #expect(answer.text == "{\"message\":\"Too Many Requests\"}")
    #expect(fixture.recorder.entries.last?.verdict == .throttled(.stageMethod))
    #expect(try fixture.get("/api0000001/prod/b").status == 200)
    #expect(try fixture.get("/api0000001/prod/b").status == (key == "*/*" ? 429 : 200))
  }

  @Test func aPlansLimitForAMethodActsBesideItsOwn() throws {
    let fixture = try GatewayFixture(methods: [
      ("/a", .mock(keyRequired: true)), ("/b", .mock(keyRequired: true)),
    ])
    var plan = try #require(fixture.state.plans["plan01"])
    plan.apiStages[0].throttle = ["/a/GET": ThrottleSettings(rateLimit: 0.000_001, burstLimit: 1)]
    fixture.apply([.put(.usagePlan(plan))])
    func status(_ path: String) throws -> Int {
      try fixture.get("/api0000001/prod\(path)", key: GatewayFixture.keyValue).status
    }
    #expect(try [status("/a"), status("/a"), status("/b"), status("/b")] == [200, 429, 200, 200])
    #expect(fixture.recorder.entries[1].verdict == .throttled(.planMethod))
  }
}
