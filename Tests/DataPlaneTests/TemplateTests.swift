import DataPlane
import GatewayModel
import TestSupport
import Testing

/// Mapping templates and parameters, over real HTTP.
@Suite struct TemplateTests {
  private static let path = "/api0000001/prod/pets/7"

  /// A mock with templates at `/pets/{id}`.
  private func fixture(
    _ verb: String = "POST", request: [String: String]? = ["application/json": "{statusCode: 200}"],
    passthrough: String = "WHEN_NO_MATCH",
    responses: [IntegrationResponse] = [IntegrationResponse(statusCode: "200")]
  ) throws -> GatewayFixture {
    let method = Method(
      httpMethod: verb,
      methodIntegration: Integration(
        type: .mock, requestTemplates: request, passthroughBehavior: passthrough,
        integrationResponses: Dictionary(
          uniqueKeysWithValues: responses.map { ($0.statusCode, $0) })))
    let fixture = try GatewayFixture(methods: [("/pets/{id}", method)])
    fixture.apply([
      .put(
        .stage(
          GatewayFixture.api,
          Stage(
            stageName: "prod", deploymentId: "dep001", variables: ["color": "blue"],
            createdDate: GatewayFixture.now, lastUpdatedDate: GatewayFixture.now)))
    ])
    return fixture
  }

  private func post(
    _ fixture: GatewayFixture, _ body: String = "", query: String = "", fields: String = ""
  ) throws -> RawHTTPClient.Response {
    try fixture.send(
      "POST \(Self.path)\(query) HTTP/1.1\r\nHost: x\r\n\(fields)"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  private func response(_ template: String, status: String = "200") -> IntegrationResponse {
    IntegrationResponse(
      statusCode: status, responseTemplates: ["application/json": template])
  }

  @Test(arguments: [("", 200, "fine"), ("?fail=yes", 502, "bad 7")])
  func theRequestTemplateChoosesTheStatus(query: String, status: Int, text: String) throws {
    let fixture = try fixture(
      request: [
        "application/json":
          "#if($input.params('fail') == 'yes'){\"statusCode\": 502}#else{\"statusCode\": 200}#end"
      ],
      responses: [
        response("fine"),
        IntegrationResponse(
          statusCode: "502", selectionPattern: "5\\d\\d",
          responseTemplates: ["application/json": "bad $input.params('id')"]),
      ])
    let answer = try post(fixture, query: query)
    #expect(answer.status == status)
    #expect(answer.text == text)
  }

  @Test func theBodyChoosesTheAnswer() throws {
    let fixture = try fixture(
      request: [
        "application/json": "#set($s = $input.path('$.want.status')){\"statusCode\": $s}"
      ],
      responses: [response("a"), response("b", status: "201")].map {
        var response = $0
        response.selectionPattern = response.statusCode
        return response
      })
    #expect(try post(fixture, "{\"want\": {\"status\": 201}}").text == "b")
    #expect(try post(fixture, "{\"want\": {\"status\": 200}}").text == "a")
    #expect(try post(fixture, "{\"want\": {\"status\": 404}}").status == 500)
    let broken = try post(fixture, "<xml/>")
    #expect(broken.status == 400)
    #expect(broken.text.hasPrefix("{\"message\":\"Could not parse request body into json: "))
    #expect(broken.header("x-amzn-errortype") == "BadRequestException")
  }

  @Test func theResponseTemplateSeesContextParametersAndVariables() throws {
    let fixture = try fixture(responses: [
      response(
        "$context.httpMethod $context.resourcePath $context.stage $context.path "
          + "$input.params('id') $input.params('q') $input.params('X-A') $stageVariables.color "
          + "$context.identity.sourceIp $context.identity.userAgent $input.body")
    ])
    let answer = try post(
      fixture, "{\"a\":1}", query: "?q=1&q=x+y", fields: "X-A: b\r\nUser-Agent: me\r\n")
    #expect(
      answer.text
        == "POST /pets/{id} prod /prod/pets/7 7 x y b blue 127.0.0.1 me {}")
  }

  @Test func overridesOfTheRequestTemplateReachTheAnswer() throws {
    let fixture = try fixture(
      request: [
        "application/json": """
        #set($context.requestOverride.path.body = $input.body)
        #set($context.responseOverride.status = 444)
        #set($context.responseOverride.header.foo = "bar")
        {"statusCode": 200}
        """
      ],
      responses: [response("got $context.requestOverride.path.body")])
    let answer = try post(fixture, "{\"a\":1}")
    #expect(answer.status == 444)
    #expect(answer.header("foo") == "bar")
    #expect(answer.text == "got {\"a\":1}")
  }

  @Test func overridesActWithoutAResponseTemplate() throws {
    let fixture = try fixture(
      request: [
        "application/json":
          "#set($context.responseOverride.status = 444){\"statusCode\": 200}"
      ])
    let answer = try post(fixture)
    #expect(answer.status == 444)
    #expect(answer.body.isEmpty)
  }

  @Test func headersAreMapped() throws {
    let fixture = try fixture(responses: [
      IntegrationResponse(
        statusCode: "200",
        responseParameters: [
          "method.response.header.X-Text": "'plain, text'",
          "method.response.header.X-Stage": "context.stage",
          "method.response.header.X-Ip": "context.identity.sourceIp",
          "method.response.header.X-Color": "stageVariables.color",
          "method.response.header.X-None": "integration.response.header.none",
          "method.response.header.Server": "'mine'",
        ])
    ])
    let answer = try post(fixture)
    #expect(answer.header("x-text") == "plain, text")
    #expect(answer.header("x-stage") == "prod")
    #expect(answer.header("x-ip") == "127.0.0.1")
    #expect(answer.header("x-color") == "blue")
    #expect(answer.header("x-none") == nil)
    #expect(answer.header("x-amzn-remapped-server") == "mine")
    #expect(answer.header("content-type") == "application/json")
  }

  @Test(arguments: [
    ("#if($a)", "fine"), ("{\"statusCode\": 200} $input.nosuch()", "fine"),
    ("{\"statusCode\": 200}", "$x.get($y"),
    ("{\"statusCode\": 200}#foreach($i in [1..999])#foreach($j in [1..999])$j#end#end", "fine"),
    ("{\"statusCode\": \"x\"}", "fine"),
    ("{\"statusCode\": 200}", "$input.path('$.a[?(@.b ~ 1)]')"),
  ])
  func aTemplateThatCannotBeRenderedIsAnswered500(request: String, answer: String) throws {
    let fixture = try fixture(
      request: ["application/json": request, "text/plain": "{\"statusCode\": 200}"],
      responses: [response(answer)])
    let refused = try post(fixture)
    #expect(refused.status == 500)
    #expect(refused.text == "{\"message\":\"Internal server error\"}")
    #expect(refused.header("x-amzn-errortype") == "InternalServerErrorException")
    if answer == "fine" {
      #expect(try post(fixture, fields: "Content-Type: text/plain\r\n").text == "fine")
    }
  }

  @Test(arguments: [
    ("NEVER", "application/json", 200), ("WHEN_NO_TEMPLATES", "application/json", 200),
    ("WHEN_NO_MATCH", "application/json; charset=utf-8", 200), ("NEVER", "text/xml", 415),
    ("WHEN_NO_TEMPLATES", "text/xml", 415), ("WHEN_NO_MATCH", "text/xml", 201),
  ])
  func bodiesWithoutATemplatePassOrAreRefused(
    passthrough: String, type: String, status: Int
  ) throws {
    let fixture = try fixture(
      passthrough: passthrough,
      responses: [
        response("a"), IntegrationResponse(statusCode: "201", selectionPattern: "201"),
      ])
    let answer = try post(fixture, "{\"statusCode\": 201}", fields: "Content-Type: \(type)\r\n")
    #expect(answer.status == status)
  }

  @Test(arguments: [
    ("", "json"), ("Accept: text/xml\r\n", "<xml/>"), ("Accept: image/png\r\n", "json"),
    ("Accept: application/json\r\n", "json"),
  ])
  func theClientAcceptsAnswersOfAType(fields: String, text: String) throws {
    let fixture = try fixture(responses: [
      IntegrationResponse(
        statusCode: "200",
        responseTemplates: ["application/json": "json", "text/xml": "<xml/>", "text/a": nil])
    ])
    #expect(try post(fixture, fields: fields).text == text)
  }

  @Test func templatesMapTheWayToABackendAndBack() throws {
    let backend = try AskedBackend(body: "{\"pets\": [{\"name\": \"Rex\"}], \"n\": 2}")
    let method = Method(
      httpMethod: "POST",
      methodIntegration: Integration(
        type: .http, httpMethod: "POST", uri: "\(backend.url)/in/{id}",
        requestTemplates: [
          "application/json": """
          #set($context.requestOverride.path.id = "9 9")
          #set($context.requestOverride.header.X-Set = ["a", "b"])
          #set($context.requestOverride.querystring.q = $input.params('id'))
          {"name": $input.json('$.pet.name')}
          """
        ],
        integrationResponses: [
          "200": IntegrationResponse(
            statusCode: "200",
            responseParameters: [
              "method.response.header.X-First": "integration.response.body.pets[0].name"
            ],
            responseTemplates: [
              "application/json":
                "#foreach($p in $input.path('$.pets'))$p.name#end"
                + "#set($context.responseOverride.header.X-Count = $input.path('$.n'))"
            ])
        ]))
    let fixture = try GatewayFixture(methods: [("/pets/{id}", method)])
    let answer = try post(fixture, "{\"pet\": {\"name\": \"Ann\"}}")
    #expect(answer.text == "Rex")
    #expect(answer.header("x-first") == "Rex")
    #expect(answer.header("x-count") == "2")
    #expect(backend.request.hasPrefix("POST /in/9%209?q=7 HTTP/1.1\r\n"))
    #expect(backend.request.lowercased().contains("x-set: a,b\r\n"))
    #expect(backend.request.hasSuffix("\r\n\r\n{\"name\": \"Ann\"}"))
  }

  @Test func gatewayResponsesTakeHeadersAndBodiesFromTheRequest() throws {
    let fixture = try fixture(request: ["application/json": "#if($a)"])
    fixture.apply([
      .put(
        .gatewayResponse(
          GatewayFixture.api,
          GatewayResponse(
            responseType: .default5XX, statusCode: "503",
            responseParameters: [
              "gatewayresponse.header.X-Origin": "method.request.header.Origin",
              "gatewayresponse.header.X-Id": "method.request.path.id",
              "gatewayresponse.header.X-Q": "method.request.querystring.q",
              "gatewayresponse.header.X-Text": "'*'",
            ],
            responseTemplates: [
              "application/json":
                "{\"m\":$context.error.messageString,\"t\":\"$context.error.responseType\","
                + "\"q\":\"$method.request.querystring.q\",\"p\":\"$context.resourcePath\"}"
            ])))
    ])
    try fixture.deploy("dep002")
    let answer = try post(fixture, query: "?q=5", fields: "Origin: http://a\r\n")
    #expect(answer.status == 503)
    #expect(answer.header("x-origin") == "http://a")
    #expect(answer.header("x-id") == "7")
    #expect(answer.header("x-q") == "5")
    #expect(answer.header("x-text") == "*")
    #expect(
      answer.text
        == "{\"m\":\"Internal server error\",\"t\":\"API_CONFIGURATION_ERROR\",\"q\":\"5\","
        + "\"p\":\"/pets/{id}\"}")
  }
}
