import DataPlane
import EventLoop
import Foundation
import GatewayModel
import TestSupport
import Testing

@Suite struct MethodTesterTests {
  private let loop: EventLoop
  private let tester: MethodTester

  init() throws {
    loop = try EventLoop()
    var random = SystemRandomNumberGenerator()
    tester = try MethodTester(loop: loop, randomNumbers: &random)
  }

  private func api(_ method: Method, path: String = "/pets/{petId}") -> ApiState {
    var api = ApiState(
      api: RestApi(
        id: "api0000001", name: "shop", rootResourceId: "root",
        createdDate: Timestamp(seconds: 1_795_000_000)))
    api.resources["res001"] = Resource(id: "res001", parentId: "root", pathPart: "x", path: path)
    api.methods["res001"] = [method.httpMethod: method]
    return api
  }

  /// Tries a method and runs the loop until it has answered.
  private func test(
    _ api: ApiState, _ verb: String = "GET", path: String? = nil,
    headers: [String: [String]] = [:], body: String = "", variables: [String: String] = [:]
  ) throws -> MethodTestResult {
    var result: MethodTestResult?
    try tester.test(
      MethodTestCall(
        resourceId: "res001", httpMethod: verb, pathWithQueryString: path, headers: headers,
        body: body, stageVariables: variables), of: api
    ) { result = $0 }
    while result == nil { try loop.runOnce(timeout: .seconds(1)) }
    return try #require(result)
  }

  /// The log's lines without their dates, which must be there.
  private func lines(_ result: MethodTestResult) throws -> [String] {
    #expect(result.log.hasSuffix("\n"))
    let lines = result.log.dropLast().components(separatedBy: "\n")
    let date = try Regex(
      "(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \\d\\d [\\d:]{8} UTC \\d{4} : ")
    let id = try #require(lines.first?.split(separator: " ").last)
    return try lines.enumerated().map { index, line in
      let text =
        index == 0
        ? line : String(line[try #require(line.prefixMatch(of: date)).range.upperBound...])
      return text.replacing(id, with: "ID")
    }
  }

  @Test func triesAMockWithoutKeyOrDeployment() throws {
    let result = try test(
      api(.mock(keyRequired: true, body: "[]")), path: "/pets/a%20b?q=1&q=2",
      headers: ["X-Own": ["1", "2"]], body: "hello")
    #expect(result.status == 200)
    #expect(result.body == "[]")
    #expect(result.headers == [.init("Content-Type", "application/json")])
    #expect(
      try lines(result) == [
        "Execution log for request ID",
        "Starting execution for request: ID",
        "HTTP Method: GET, Resource Path: /pets/a%20b",
        "Method request path: {petId=a b}",
        "Method request query string: {q=1,2}",
        "Method request headers: {X-Own=1,2}",
        "Method request body before transformations: hello",
        "Method response body after transformations: []",
        "Method response headers: {Content-Type=application/json}",
        "Successfully completed execution",
        "Method completed with status: 200",
      ])
  }

  @Test(
    arguments: [
      (nil, "/pets/{petId}", "{petId={petId}}"), ("", "/pets/{petId}", "{petId={petId}}"),
      ("/other", "/other", "{}"), ("/pets/7", "/pets/7", "{petId=7}"),
    ] as [(String?, String, String)])
  func takesThePathAsItIs(path: String?, shown: String, parameters: String) throws {
    let lines = try lines(test(api(.mock()), path: path))
    #expect(lines[2] == "HTTP Method: GET, Resource Path: \(shown)")
    #expect(lines[3] == "Method request path: \(parameters)")
  }

  @Test func callsBackends() throws {
    let backend = try AskedBackend(fields: "X-A: 1\r\n", body: "hi")
    let method = Method(
      httpMethod: "POST",
      methodIntegration: Integration(
        type: .http, httpMethod: "POST", uri: "${stageVariables.url}/in/{petId}",
        timeoutInMillis: 5_000,
        integrationResponses: ["201": IntegrationResponse(statusCode: "201")]))
    let result = try test(
      api(method), "POST", path: "/pets/7", body: "abc", variables: ["url": backend.url])
    #expect(result.status == 201)
    #expect(result.body == "hi")
    #expect(result.headers.map(\.name) == ["X-Amzn-Trace-Id", "Content-Type"])
    #expect(backend.request.hasPrefix("POST /in/7 HTTP/1.1\r\n"))
    let lines = try lines(result)
    #expect(lines.contains("Endpoint request URI: \(backend.url)/in/7"))
    #expect(lines.contains("Endpoint request body after transformations: abc"))
    #expect(lines.contains("Sending request to \(backend.url)/in/7"))
    #expect(
      lines.contains { $0.hasPrefix("Received response. Status: 200, Integration latency: ") })
    #expect(lines.contains("Endpoint response headers: {X-A=1, Content-Length=2}"))
    #expect(lines.contains("Endpoint response body before transformations: hi"))
    #expect(lines.last == "Method completed with status: 201")
  }

  @Test func passesAProxysAnswerOn() throws {
    let backend = try AskedBackend(status: 418, fields: "X-A: 1\r\nX-A: 2\r\n", body: "tea")
    let result = try test(api(.proxy("GET", "\(backend.url)/{petId}")), path: "/pets/7?a=b")
    #expect(backend.request.hasPrefix("GET /7?a=b HTTP/1.1\r\n"))
    #expect(result.status == 418)
    #expect(result.body == "tea")
    #expect(result.headers.filter { $0.name == "X-A" }.map(\.value) == ["1", "2"])
  }

  @Test(arguments: [
    "http://no-such-host.invalid/", "http://", "http://${stageVariables.none}",
  ])
  func saysThatAnAddressIsWrong(uri: String) throws {
    let result = try test(api(.proxy("GET", uri)))
    #expect(result.status == 500)
    #expect(result.body == "{\"message\":\"Internal server error\"}")
    #expect(result.headers.contains(.init("x-amzn-ErrorType", "InternalServerErrorException")))
    let lines = try lines(result)
    #expect(
      lines.dropLast().last?.hasPrefix("Execution failed due to configuration error: Invalid ")
        == true)
    #expect(lines.last == "Method completed with status: 500")
  }

  @Test func saysThatABackendIsNotThere() throws {
    let result = try test(api(.proxy("GET", "http://127.0.0.1:1/")))
    #expect(result.status == 504)
    #expect(result.log.contains("network error communicating with endpoint"))
  }

  @Test func keepsSecretsOutOfTheLog() throws {
    let backend = try AskedBackend(fields: "Set-Cookie: session=abcdefghijklmnop\r\n")
    var method = Method.proxy("GET", backend.url)
    method.methodIntegration?.requestParameters = [
      "integration.request.header.X-Api-Key": "method.request.header.x-api-key"
    ]
    let secret = "0123456789abcdefghijABCDEFGHIJ"
    let result = try test(
      api(method),
      headers: ["x-api-key": [secret], "Authorization": ["Bearer \(secret)"], "Cookie": [secret]])
    #expect(backend.field("X-Api-Key") == secret)
    #expect(!result.log.contains("abcdef"))
    #expect(result.log.contains("x-api-key=*****GHIJ"))
  }

  @Test func aLineEndMakesNoLineOfItsOwn() throws {
    let result = try test(api(.mock()), body: "a\nFri Jan 01 00:00:00 UTC 2027 : forged")
    #expect(try lines(result).count == 11)
  }

  @Test func validates() throws {
    var method = Method.mock()
    method.requestValidatorId = "val001"
    method.requestParameters = ["method.request.header.X-Own": true]
    var api = api(method)
    api.requestValidators["val001"] = RequestValidator(
      id: "val001", validateRequestParameters: true)
    api.gatewayResponses[.badRequestParameters] = GatewayResponse(
      responseType: .badRequestParameters, statusCode: "422",
      responseParameters: ["gatewayresponse.header.X-Why": "'parameters'"])
    let result = try test(api)
    #expect(result.status == 422)
    #expect(result.body == "{\"message\":\"Missing required request parameters: [X-Own]\"}")
    #expect(result.headers.contains(.init("X-Why", "parameters")))
    #expect(try test(api, headers: ["x-own": ["1"]]).status == 200)
  }

  @Test func knowsWhatIsNotThere() throws {
    let api = api(.mock())
    #expect(throws: CommandError.self) { try test(api, "PUT") }
    do {
      try tester.test(MethodTestCall(resourceId: "none", httpMethod: "GET"), of: api) { _ in }
    } catch {
      #expect(error.message == "Invalid Resource identifier specified")
    }
  }
}
