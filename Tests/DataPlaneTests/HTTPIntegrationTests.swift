import DataPlane
import GatewayModel
import Synchronization
import TestSupport
import Testing

@Suite struct HTTPIntegrationTests {
  /// A method that a backend answers by mapping.
  private func http(
    _ verb: String = "POST", _ uri: String, parameters: [String: String] = [:],
    templates: [String: String] = [:], passthrough: String = "WHEN_NO_MATCH",
    contentHandling: String? = nil, timeoutInMillis: Int = 5_000,
    responses: [IntegrationResponse] = [IntegrationResponse(statusCode: "200")]
  ) -> Method {
    Method(
      httpMethod: verb,
      methodIntegration: Integration(
        type: .http, httpMethod: verb, uri: uri, requestParameters: parameters,
        requestTemplates: templates, passthroughBehavior: passthrough,
        contentHandling: contentHandling, timeoutInMillis: timeoutInMillis,
        integrationResponses: Dictionary(
          uniqueKeysWithValues: responses.map { ($0.statusCode, $0) })))
  }

  private func post(
    _ fixture: GatewayFixture, _ body: String = "abc", path: String = "/a/7?q=1&q=x%20y",
    fields: String = ""
  ) throws -> RawHTTPClient.Response {
    try fixture.send(
      "POST /api0000001/prod\(path) HTTP/1.1\r\nHost: x\r\n\(fields)"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  @Test func sendsWhatIsMappedAndNothingElse() throws {
    let backend = try AskedBackend(body: "hello")
    let fixture = try GatewayFixture(methods: [
      (
        "/a/{id}",
        http(
          "POST", "\(backend.url)/in/{key}?fixed=1",
          parameters: [
            "integration.request.path.key": "method.request.path.id",
            "integration.request.querystring.all": "method.request.multivaluequerystring.q",
            "integration.request.querystring.none": "method.request.querystring.none",
            "integration.request.header.X-One": "method.request.header.x-own",
            "integration.request.header.X-Text": "'plain'",
            "integration.request.header.X-Stage": "context.stage",
            "integration.request.header.X-Part": "method.request.body.pet.names[1]",
            "integration.request.header.User-Agent": "'mine'",
          ])
      )
    ])
    let answer = try post(
      fixture, "{\"pet\":{\"names\":[\"a\",\"b\"]}}",
      fields: "X-Own: 1\r\nX-Other: 2\r\nContent-Type: application/json\r\n")
    #expect(answer.status == 200)
    #expect(answer.text == "hello")
    #expect(answer.header("content-type") == "application/json")
    #expect(backend.request.hasPrefix("POST /in/7?fixed=1&all=1&all=x%20y HTTP/1.1\r\n"))
    #expect(backend.request.hasSuffix("\r\n\r\n{\"pet\":{\"names\":[\"a\",\"b\"]}}"))
    let values = ["X-One", "X-Text", "X-Stage", "X-Part", "User-Agent"].map { backend.field($0) }
    #expect(values == ["1", "plain", "prod", "b", "mine"])
    #expect(
      Set(backend.fieldNames) == [
        "host", "user-agent", "x-amzn-apigateway-api-id", "accept", "content-type",
        "x-amzn-trace-id", "x-one", "x-text", "x-stage", "x-part", "content-length",
      ])
  }

  @Test func namesItselfToTheBackend() throws {
    let backend = try AskedBackend()
    let fixture = try GatewayFixture(methods: [("/a/{id}", http("POST", "\(backend.url)/"))])
    #expect(try post(fixture).status == 200)
    #expect(backend.field("User-Agent") == "AmazonAPIGateway_api0000001")
    #expect(backend.field("X-Amzn-Apigateway-Api-Id") == "api0000001")
    #expect(backend.field("Accept") == "application/json")
    #expect(backend.field("Content-Type") == "application/json")
  }

  @Test(arguments: ["Content-Length", "Transfer-Encoding"])
  func refusesToMapWhatItSetsItself(name: String) throws {
    let backend = try AskedBackend()
    let fixture = try GatewayFixture(methods: [
      (
        "/a/{id}",
        http(
          "POST", "\(backend.url)/", parameters: ["integration.request.header.\(name)": "'1'"])
      )
    ])
    let answer = try post(fixture)
    #expect(answer.status == 500)
    #expect(answer.text == "{\"message\":\"Internal server error\"}")
    #expect(answer.header("x-amzn-errortype") == "InternalServerErrorException")
    #expect(backend.connectionCount == 0)
  }

  @Test(arguments: [
    (200, "[4]\\d{2}", 200), (404, "[4]\\d{2}", 418), (404, "40", 200), (404, "4.*", 418),
    (500, "4\\d{2}|5\\d{2}", 418),
  ])
  func choosesTheResponseByTheWholeStatus(backendStatus: Int, pattern: String, status: Int) throws {
    let backend = try AskedBackend(status: backendStatus)
    let fixture = try GatewayFixture(methods: [
      (
        "/a/{id}",
        http(
          "POST", "\(backend.url)/",
          responses: [
            IntegrationResponse(statusCode: "200"),
            IntegrationResponse(statusCode: "418", selectionPattern: pattern),
          ])
      )
    ])
    #expect(try post(fixture).status == status)
  }

  @Test func withoutAFittingResponseItCannotAnswer() throws {
    let backend = try AskedBackend(status: 404)
    let fixture = try GatewayFixture(methods: [
      (
        "/a/{id}",
        http(
          "POST", "\(backend.url)/",
          responses: [IntegrationResponse(statusCode: "200", selectionPattern: "2..")])
      )
    ])
    #expect(try post(fixture).status == 500)
  }

  @Test func mapsTheAnswer() throws {
    let backend = try AskedBackend(
      fields: "X-From: 1\r\nX-From: 2\r\nServer: tea\r\nX-Hidden: 1\r\nContent-Type: text/xml\r\n",
      body: "{\"id\":5}")
    let fixture = try GatewayFixture(methods: [
      (
        "/a/{id}",
        http(
          "POST", "\(backend.url)/",
          responses: [
            IntegrationResponse(
              statusCode: "201",
              responseParameters: [
                "method.response.header.X-To": "integration.response.header.x-from",
                "method.response.header.X-All": "integration.response.multivalueheader.x-from",
                "method.response.header.X-Id": "integration.response.body.id",
                "method.response.header.Date": "'now'",
                "method.response.header.Server": "integration.response.header.server",
              ])
          ])
      )
    ])
    let answer = try post(fixture)
    #expect(answer.status == 201)
    #expect(answer.text == "{\"id\":5}")
    #expect(answer.header("content-type") == "text/xml")
    #expect(answer.header("x-to") == "2")
    #expect(answer.header("x-all") == "1,2")
    #expect(answer.header("x-id") == "5")
    #expect(answer.header("x-amzn-remapped-date") == "now")
    #expect(answer.header("x-amzn-remapped-server") == "tea")
    #expect(answer.header("x-hidden") == nil)
    let id = try #require(answer.header("x-amzn-requestid"))
    #expect(answer.header("x-amzn-trace-id") == "Root=\(id)")
  }

  @Test(arguments: [
    ("WHEN_NO_MATCH", [:], "text/plain", 200, "abc"),
    ("WHEN_NO_MATCH", ["application/json": "{}"], "text/plain", 200, "abc"),
    ("WHEN_NO_MATCH", ["application/json": "{}"], "application/json", 200, "{}"),
    ("WHEN_NO_MATCH", ["application/json": "{}"], "", 200, "{}"),
    ("WHEN_NO_TEMPLATES", [:], "text/plain", 200, "abc"),
    ("WHEN_NO_TEMPLATES", ["application/json": "{}"], "text/plain", 415, ""),
    ("NEVER", ["text/plain": "x"], "text/plain; charset=utf-8", 200, "x"),
    ("NEVER", [:], "text/plain", 415, ""),
  ])
  func passesTheBodyOrATemplate(
    passthrough: String, templates: [String: String], type: String, status: Int, sent: String
  ) throws {
    let backend = try AskedBackend()
    let fixture = try GatewayFixture(methods: [
      (
        "/a/{id}",
        http("POST", "\(backend.url)/", templates: templates, passthrough: passthrough)
      )
    ])
    let answer = try post(fixture, fields: type.isEmpty ? "" : "Content-Type: \(type)\r\n")
    #expect(answer.status == status)
    if status == 200 { #expect(backend.request.hasSuffix("\r\n\r\n\(sent)")) }
  }

  @Test(arguments: [
    ("text/html", "<p>"), ("application/json", "{}"), ("text/css", "{}"), ("", "{}"),
  ])
  func choosesTheAnswersTemplateByWhatTheClientAccepts(accept: String, body: String) throws {
    let backend = try AskedBackend(body: "raw")
    let fixture = try GatewayFixture(methods: [
      (
        "/a/{id}",
        http(
          "POST", "\(backend.url)/",
          responses: [
            IntegrationResponse(
              statusCode: "200",
              responseTemplates: ["application/json": "{}", "text/html": "<p>"])
          ])
      )
    ])
    #expect(
      try post(fixture, fields: accept.isEmpty ? "" : "Accept: \(accept)\r\n").text == body)
  }

  @Test func saysWhatBackendsDoWrong() throws {
    let release = Mutex(false)
    let slow = try ScriptedServer { _ in
      while !release.withLock({ $0 }) {}
      return ([], .close)
    }
    let dripping = try ScriptedServer { _ in
      (Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc".utf8), .keepOpen)
    }
    let broken = try ScriptedServer { _ in (Array("what?\r\n\r\n".utf8), .close) }
    let long = try AskedBackend(
      answering: "HTTP/1.1 200 OK\r\nContent-Length: 10485761\r\n\r\n"
        + String(repeating: "x", count: 10_485_761))
    let fixture = try GatewayFixture(methods: [
      ("/slow/{id}", http("POST", "http://127.0.0.1:\(slow.port)/", timeoutInMillis: 60)),
      ("/drip/{id}", http("POST", "http://127.0.0.1:\(dripping.port)/", timeoutInMillis: 60)),
      ("/none/{id}", http("POST", "http://127.0.0.1:1/")),
      ("/broken/{id}", http("POST", "http://127.0.0.1:\(broken.port)/")),
      ("/long/{id}", http("POST", "\(long.url)/")),
    ])
    let timeout = "Endpoint request timed out"
    let failure = "Network error communicating with endpoint"
    for (path, message) in [
      ("/slow/1", timeout), ("/drip/1", timeout), ("/none/1", failure), ("/broken/1", failure),
      ("/long/1", failure),
    ] {
      let answer = try post(fixture, path: path)
      #expect(answer.status == 504, "\(path)")
      #expect(answer.text == "{\"message\":\"\(message)\"}", "\(path)")
    }
    release.withLock { $0 = true }
    #expect(fixture.gateway.pendingBackendRequests == 0)
  }

  /// Payloads and what becomes of them. Source: API Gateway developer guide, "Content type conversions".
  @Test(
    arguments: [
      // binary types, request handling, content type, body, sent
      ([], nil, "image/png", "YWJj", "YWJj"),
      (["image/png"], nil, "image/png", "YWJj", "YWJj"),
      (["image/*"], "CONVERT_TO_TEXT", "image/png", "abc", "YWJj"),
      (["image/png"], "CONVERT_TO_BINARY", "text/plain", "YWJj", "abc"),
      (["*/*"], "CONVERT_TO_BINARY", "text/plain", "YWJj", "YWJj"),
    ] as [([String], String?, String, String, String)])
  func convertsRequests(
    types: [String], handling: String?, type: String, body: String, sent: String
  ) throws {
    let backend = try AskedBackend()
    let fixture = try GatewayFixture(methods: [
      ("/a/{id}", http("POST", "\(backend.url)/", contentHandling: handling))
    ])
    try fixture.deploy(binaryMediaTypes: types)
    #expect(try post(fixture, body, fields: "Content-Type: \(type)\r\n").status == 200)
    #expect(backend.request.hasSuffix("\r\n\r\n\(sent)"))
  }

  @Test(
    arguments: [
      // binary types, response handling, payload's type, Accept, body, answered
      ([], nil, "image/png", "image/png", "abc", "abc"),
      (["image/png"], nil, "image/png", "text/plain", "abc", "YWJj"),
      (["image/png"], nil, "image/png", "image/png", "abc", "abc"),
      (["image/png"], nil, "text/plain", "image/png", "YWJj", "abc"),
      (["image/png"], "CONVERT_TO_TEXT", "image/png", "image/png", "abc", "YWJj"),
      (["image/png"], "CONVERT_TO_BINARY", "text/plain", "text/plain", "YWJj", "abc"),
    ] as [([String], String?, String, String, String, String)])
  func convertsAnswers(
    types: [String], handling: String?, type: String, accept: String, body: String, answered: String
  ) throws {
    let backend = try AskedBackend(fields: "Content-Type: \(type)\r\n", body: body)
    let fixture = try GatewayFixture(methods: [
      (
        "/a/{id}",
        http(
          "POST", "\(backend.url)/",
          responses: [IntegrationResponse(statusCode: "200", contentHandling: handling)])
      )
    ])
    try fixture.deploy(binaryMediaTypes: types)
    #expect(try post(fixture, fields: "Accept: \(accept)\r\n").text == answered)
  }

  @Test func aBodyThatIsNotBase64CannotBecomeBinary() throws {
    let backend = try AskedBackend()
    let fixture = try GatewayFixture(methods: [
      ("/a/{id}", http("POST", "\(backend.url)/", contentHandling: "CONVERT_TO_BINARY"))
    ])
    #expect(try post(fixture, "!").status == 500)
  }
}
