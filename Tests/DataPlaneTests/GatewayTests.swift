import DataPlane
import Enforcement
import GatewayModel
import TestSupport
import Testing

@Suite struct GatewayTests {
  @Test func answersFromTheMock() throws {
    let fixture = try GatewayFixture(methods: [("/pets", .mock(status: 201, body: "{\"a\":1}"))])
    let answer = try fixture.get("/api0000001/prod/pets?x=1")
    #expect(answer.status == 201)
    #expect(answer.text == "{\"a\":1}")
    #expect(answer.header("content-type") == "application/json")
    #expect(answer.header("x-amzn-requestid")?.count == 36)
    #expect(answer.header("x-amz-apigw-id") != nil)
    #expect(answer.header("x-amzn-errortype") == nil)
    #expect(
      fixture.recorder.entries == [
        .init(verdict: .admitted, status: 201, verb: .get, path: "/pets", keyId: nil)
      ])
  }

  @Test(arguments: [
    ("/api0000001/prod/pets/", "localhost"),
    ("/prod/pets", "api0000001.execute-api.eu-central-1.amazonaws.com"),
    ("/prod/pets", "API0000001.execute-api.localhost:8480".replacingApiCase()),
  ])
  func isReachedByBothForms(path: String, host: String) throws {
    let fixture = try GatewayFixture(methods: [("/pets", .mock())])
    #expect(try fixture.get(path, host: host).status == 200)
  }

  @Test(arguments: [
    ("/", 403, "Forbidden", "ForbiddenException"),
    ("/nope/prod/pets", 403, "Forbidden", "ForbiddenException"),
    ("/api0000001/nope/pets", 403, "Forbidden", "ForbiddenException"),
    ("/api0000001", 403, "Forbidden", "ForbiddenException"),
    (
      "/api0000001/prod/dogs", 403, "Missing Authentication Token",
      "MissingAuthenticationTokenException"
    ),
    ("/api0000001/prod/closed", 403, "Forbidden", "ForbiddenException"),
    ("/api0000001/prod/a%2fb", 400, "Bad Request", "BadRequestException"),
    ("/api0000001/prod/broken", 500, "Internal server error", "InternalServerErrorException"),
  ])
  func refusesInApiGatewaysWords(
    path: String, status: Int, message: String, errorType: String
  ) throws {
    let fixture = try GatewayFixture(methods: [
      ("/closed", .mock(keyRequired: true)), ("/broken", Method(httpMethod: "GET")),
    ])
    let answer = try fixture.get(path)
    #expect(answer.status == status)
    #expect(answer.text == "{\"message\":\"\(message)\"}")
    #expect(answer.header("x-amzn-errortype") == errorType)
    #expect(answer.header("content-type") == "application/json")
  }

  @Test func admitsWithAKeyUntilTheQuotaIsUsedUp() throws {
    let plan = UsagePlan(
      id: "plan01", name: "standard", quota: QuotaSettings(limit: 3, period: .day),
      createdDate: GatewayFixture.now)
    let fixture = try GatewayFixture(methods: [("/pets", .mock(keyRequired: true))], plan: plan)
    for _ in 0..<3 {
      #expect(
        try fixture.get("/api0000001/prod/pets", key: GatewayFixture.keyValue).status == 200)
    }
    let answer = try fixture.get("/api0000001/prod/pets", key: GatewayFixture.keyValue)
    #expect(answer.status == 429)
    #expect(answer.text == "{\"message\":\"Limit Exceeded\"}")
    #expect(answer.header("x-amzn-errortype") == "LimitExceededException")
    #expect(fixture.recorder.entries.last?.keyId == "key0000001")
    #expect(fixture.recorder.entries.last?.verdict == .quotaExhausted)
  }

  @Test func throttlesPastTheBurstAndRefills() throws {
    let plan = UsagePlan(
      id: "plan01", name: "standard", throttle: ThrottleSettings(rateLimit: 1, burstLimit: 2),
      createdDate: GatewayFixture.now)
    let fixture = try GatewayFixture(methods: [("/pets", .mock(keyRequired: true))], plan: plan)
    let statuses = try (0..<4).map { _ in
      try fixture.get("/api0000001/prod/pets", key: GatewayFixture.keyValue).status
    }
    // The loop's real clock runs on; a test that takes a second refills a token.
    #expect(statuses.prefix(2) == [200, 200])
    #expect(statuses.contains(429))
    #expect(fixture.recorder.entries.contains { $0.verdict == .throttled(.plan) })
  }

  @Test func servesWhatIsDeployedAndNothingElse() throws {
    let fixture = try GatewayFixture(methods: [("/pets", .mock(body: "old"))])
    fixture.apply([.put(.method("api0000001", "res0", .mock(keyRequired: true, body: "new")))])
    #expect(try fixture.get("/api0000001/prod/pets").text == "old")
    try fixture.deploy("dep002")
    #expect(try fixture.get("/api0000001/prod/pets").status == 403)
    let answer = try fixture.get("/api0000001/prod/pets", key: GatewayFixture.keyValue)
    #expect(answer.text == "new")
  }

  @Test func headIsAMethodOfItsOwn() throws {
    let fixture = try GatewayFixture(methods: [("/pets", .mock()), ("/dogs", .mock("ANY"))])
    #expect(try fixture.get("/api0000001/prod/pets", verb: "HEAD").status == 403)
    let answer = try fixture.get("/api0000001/prod/dogs", verb: "HEAD")
    #expect(answer.status == 200)
    #expect(answer.body.isEmpty)
  }

  @Test func aMockWithoutATemplateReadsTheBody() throws {
    var method = Method.mock("POST", status: 200)
    method.methodIntegration?.requestTemplates = nil
    let fixture = try GatewayFixture(methods: [("/pets", method)])
    let body = "{\"statusCode\": 200}"
    let answer = try fixture.send(
      "POST /api0000001/prod/pets HTTP/1.1\r\nHost: x\r\nContent-Length: \(body.utf8.count)"
        + "\r\n\r\n\(body)")
    #expect(answer.status == 200)
    let empty = try fixture.get(
      "/api0000001/prod/pets", verb: "POST", fields: "Content-Length: 0\r\n")
    #expect(empty.status == 500)
  }

  @Test func refusesATypeThatNoTemplateTakes() throws {
    var method = Method.mock()
    method.methodIntegration?.passthroughBehavior = "NEVER"
    let fixture = try GatewayFixture(methods: [("/pets", method)])
    let answer = try fixture.get("/api0000001/prod/pets", fields: "Content-Type: text/xml\r\n")
    #expect(answer.status == 415)
    #expect(answer.header("x-amzn-errortype") == "UnsupportedMediaTypeException")
  }

  @Test(arguments: [
    ("{\"statusCode\": 200}", 200), ("{statusCode: 404}", 404), ("{'statusCode':500}", 500),
    ("{\"statusCode\": \"201\"}", 201), ("{\"statusCode\": 20x}", nil), ("{}", nil),
  ])
  func readsTheStatusLeniently(template: String, status: Int?) throws {
    var method = Method.mock(status: status ?? 200)
    method.methodIntegration?.requestTemplates = ["application/json": template]
    let fixture = try GatewayFixture(methods: [("/pets", method)])
    #expect(try fixture.get("/api0000001/prod/pets").status == status ?? 500)
  }
}

extension String {
  /// The id of an API is compared to the letter, so only what follows it may change case.
  fileprivate func replacingApiCase() -> String {
    "api0000001" + dropFirst("api0000001".count).uppercased()
  }
}
