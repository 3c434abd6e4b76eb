import DataPlane
import GatewayModel
import Synchronization
import TestSupport
import Testing

@Suite struct ValidationTests {
  private static let pet = """
    {"type":"object","required":["name"],"properties":{"name":{"type":"string"},\
    "owner":{"$ref":"https://apigateway.amazonaws.com/restapis/api0000001/models/Owner"}}}
    """
  private static let owner =
    "{\"oneOf\":[{\"type\":\"null\"},{\"type\":\"object\",\"required\":[\"id\"]}]}"

  /// A gateway whose POST /pets/{id} is validated.
  private func fixture(
    body: Bool = true, parameters: Bool = true,
    models: [String: String] = ["application/json": "Pet"],
    answering method: Method = .mock("POST", body: "ok"), more: [Event] = []
  ) throws -> GatewayFixture {
    var method = method
    method.requestValidatorId = "val001"
    method.requestModels = models
    method.requestParameters = [
      "method.request.header.x-header-param": true, "method.request.path.issuer": true,
      "method.request.querystring.qs1": true, "method.request.querystring.qs2": false,
      "method.request.path.id": true,
    ]
    let fixture = try GatewayFixture(methods: [("/pets/{id}", method)])
    let api = GatewayFixture.api
    fixture.apply(
      [
        .put(
          .requestValidator(
            api,
            RequestValidator(
              id: "val001", validateRequestBody: body, validateRequestParameters: parameters))),
        .put(
          .model(
            api,
            Model(id: "mod001", name: "Pet", schema: Self.pet, contentType: "application/json"))),
        .put(
          .model(
            api,
            Model(id: "mod002", name: "Owner", schema: Self.owner, contentType: "application/json"))
        ),
      ] + more)
    try fixture.deploy("dep002")
    return fixture
  }

  private func post(
    _ fixture: GatewayFixture, _ body: String, query: String = "", fields: String = ""
  ) throws -> RawHTTPClient.Response {
    try fixture.send(
      "POST /api0000001/prod/pets/7\(query) HTTP/1.1\r\nHost: x\r\n\(fields)"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  @Test func namesMissingParametersBeforeTheBodyIsJudged() throws {
    let fixture = try fixture()
    let answer = try post(fixture, "no JSON")
    #expect(answer.status == 400)
    #expect(
      answer.text
        == "{\"message\":\"Missing required request parameters: [x-header-param, issuer, qs1]\"}")
    #expect(answer.header("x-amzn-errortype") == "BadRequestException")
  }

  @Test(arguments: [
    ("?qs1=1", "X-Header-Param: a\r\n", "[issuer]"),
    ("?qs1=", "X-Header-Param: a\r\n", "[issuer, qs1]"),
    ("?qs1=1", "X-Header-Param:\r\n", "[x-header-param, issuer]"),
  ])
  func aBlankParameterIsMissing(query: String, fields: String, names: String) throws {
    let answer = try post(try fixture(), "{\"name\":\"a\"}", query: query, fields: fields)
    #expect(answer.text.contains("parameters: \(names)\""), "\(answer.text)")
  }

  @Test(arguments: [
    ("{\"name\":\"Rex\"}", true), ("{\"name\":\"Rex\",\"owner\":null}", true),
    ("{\"name\":\"Rex\",\"owner\":{\"id\":1}}", true), ("{\"name\":\"Rex\",\"owner\":{}}", false),
    ("{\"name\":1}", false), ("{}", false), ("", false), ("{", false),
  ])
  func holdsTheBodyAgainstItsModel(body: String, fits: Bool) throws {
    let fixture = try fixture(parameters: false)
    let answer = try post(fixture, body)
    #expect(answer.status == (fits ? 200 : 400))
    #expect(answer.text == (fits ? "ok" : "{\"message\":\"Invalid request body\"}"))
    #expect(answer.header("x-amzn-errortype") == (fits ? nil : "BadRequestException"))
    #expect(fixture.recorder.entries.last?.status == answer.status)
  }

  @Test(arguments: [
    (["application/json": "Pet"], "text/plain", 200), (["application/json": "Pet"], "", 400),
    (["application/json": "Pet"], "application/json; charset=utf-8", 400),
    (["$default": "Pet"], "text/plain", 400), (["application/json": "None"], "", 500),
    ([:], "application/json", 200),
  ])
  func takesTheModelOfTheMediaType(
    models: [String: String], type: String, status: Int
  ) throws {
    let fixture = try fixture(parameters: false, models: models)
    let field = type.isEmpty ? "" : "Content-Type: \(type)\r\n"
    #expect(try post(fixture, "{\"statusCode\": 200}", fields: field).status == status)
  }

  @Test func asksNothingThatTheValidatorDoesNot() throws {
    let fixture = try fixture(body: false, parameters: false)
    #expect(try post(fixture, "{").status == 200)
  }

  @Test func comesAfterTheKey() throws {
    let fixture = try fixture(answering: .mock("POST", keyRequired: true, body: "ok"))
    #expect(try post(fixture, "{").status == 403)
  }

  @Test func tellsInTheApisOwnWordsWhatIsWrong() throws {
    let response = GatewayResponse(
      responseType: .badRequestBody, statusCode: "422",
      responseParameters: [
        "gatewayresponse.header.X-Id": "method.request.path.id",
        "gatewayresponse.header.X-Q": "method.request.querystring.q",
      ],
      responseTemplates: [
        "application/json":
          "{\"is\":\"$context.error.validationErrorString\",\"was\":$context.error.validationErrorString"
          + ",\"at\":\"$context.identity.sourceIp\",\"q\":\"$method.request.header.X-Q\"}"
      ])
    let fixture = try fixture(
      parameters: false, more: [.put(.gatewayResponse(GatewayFixture.api, response))])
    let answer = try post(fixture, "{}", query: "?q=5", fields: "x-q: six\r\n")
    #expect(answer.status == 422)
    let quoted = "\"[object has missing required properties ([\\\"name\\\"])]\""
    #expect(
      answer.text == "{\"is\":\(quoted),\"was\":\(quoted),\"at\":\"127.0.0.1\",\"q\":\"six\"}")
    #expect(answer.header("x-id") == "7")
    #expect(answer.header("x-q") == "5")
  }

  @Test func aValidatedProxyGetsTheWholeBody() throws {
    let seen = Mutex("")
    let backend = try ScriptedServer { request in
      seen.withLock { $0 = String(decoding: request, as: UTF8.self) }
      return (
        Array("HTTP/1.1 201 Created\r\nServer: b\r\nContent-Length: 2\r\n\r\nhi".utf8), .keepOpen
      )
    }
    let fixture = try fixture(
      parameters: false,
      answering: .proxy("POST", "http://127.0.0.1:\(backend.port)/in/{id}?a=1"))
    let answer = try post(
      fixture, "{\"name\":\"Rex\"}", query: "?b=2", fields: "X-Own: 1\r\nX-Api-Key: secret\r\n")
    #expect(answer.status == 201)
    #expect(answer.text == "hi")
    #expect(answer.header("x-amzn-remapped-server") == "b")
    let request = seen.withLock { $0 }
    #expect(request.hasPrefix("POST /in/7?a=1&b=2 HTTP/1.1\r\n"))
    #expect(request.contains("X-Own: 1\r\n"))
    #expect(!request.contains("secret"))
    #expect(request.hasSuffix("\r\n\r\n{\"name\":\"Rex\"}"))
    #expect(try post(fixture, "{}").status == 400)
    #expect(backend.connectionCount == 1)
  }
}
