import GatewayModel
import Testing

@Suite struct IntegrationCommandTests {
  /// `GET /pets` with a mock and a response 200; `POST /pets` without integration.
  private func bench() throws -> ApiWorkbench {
    var bench = try ApiWorkbench()
    try bench.mock("GET", "/pets")
    try bench.run(
      .putIntegrationResponse(
        .init(restApiId: bench.api, resourceId: "/pets", httpMethod: "GET", statusCode: "200")))
    try bench.run(
      .putMethod(.init(restApiId: bench.api, resourceId: "/pets", httpMethod: "POST")))
    return bench
  }

  @Test(arguments: puts + updates + responses)
  func refuses(_ refusal: RefusalCase) throws {
    refusal.check(on: try bench())
  }

  private static func put(
    _ code: CommandErrorCode, _ message: String, _ type: String,
    _ verb: String? = "GET", _ uri: String? = "http://a", at resource: String = "/pets",
    method: String = "GET",
    change: @Sendable @escaping (inout Command.PutIntegration) -> Void = { _ in }
  ) -> RefusalCase {
    RefusalCase(code, message) {
      var input = Command.PutIntegration(
        restApiId: $0.api, resourceId: resource, httpMethod: method, type: type,
        integrationHttpMethod: verb, uri: uri)
      change(&input)
      return .putIntegration(input)
    }
  }

  private static let noVerb = "Enumeration value for HttpMethod must be non-empty"
  private static let noEndpoint = "Invalid HTTP endpoint specified for URI"
  private static let noArn = "Invalid ARN specified in the request"
  private static let noPath = "AWS ARN for integration must contain path or action"
  private static let notLambda =
    "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream "
    + "invocations."
  private static let wrongType =
    "Value 'HTTPS_PROXY' at 'putIntegrationInput.type' failed to satisfy constraint: Member must "
    + "satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]"

  private static func mapping(_ texts: String...) -> String {
    "Invalid mapping expression specified: Validation Result: warnings : [], errors : ["
      + texts.map { "Invalid mapping expression specified: \($0)" }.joined(separator: ", ") + "]"
  }

  private static let puts: [RefusalCase] = [
    put(
      .validation, "1 validation error detected: \(wrongType)", "HTTPS_PROXY", at: "nope"),
    put(
      .validation,
      "2 validation errors detected: \(wrongType); Value 'X' at "
        + "'putIntegrationInput.connectionType' failed to satisfy constraint: Member must satisfy "
        + "enum value set: [INTERNET, VPC_LINK]", "HTTPS_PROXY"
    ) { $0.connectionType = "X" },
    put(.notFound, "Invalid Resource identifier specified", "HTTP", nil, at: "nope"),
    put(.notFound, "Invalid Method identifier specified", "HTTP", nil, method: "PUT"),
    put(.badRequest, noVerb, "HTTP", nil, "nope"), put(.badRequest, noVerb, "HTTP_PROXY", nil),
    put(.badRequest, noVerb, "AWS", ""),
    put(.badRequest, noEndpoint, "HTTP", "GET", "ftp://x"),
    put(.badRequest, noEndpoint, "HTTP_PROXY", "GET", nil),
    put(.badRequest, noArn, "AWS", "POST", "http://a"),
    put(.badRequest, noArn, "AWS_PROXY", nil, "nope"),
    put(.badRequest, noPath, "AWS", "POST", "arn:aws:x"),
    put(.badRequest, notLambda, "AWS_PROXY", "POST", "arn:aws:apigateway:us-east-1:s3:path/bucket"),
    put(
      .badRequest, notLambda, "AWS_PROXY", "POST",
      "arn:aws:apigateway:us-east-1:firehose:action/Delete"),
    put(.badRequest, "Timeout should be between 50 ms and 29000 ms", "MOCK") {
      $0.timeoutInMillis = 49
    },
    put(
      .badRequest,
      "Invalid passthroughBehavior specified. Valid options are "
        + "WHEN_NO_MATCH,WHEN_NO_TEMPLATES,NEVER", "MOCK"
    ) { $0.passthroughBehavior = "X" },
    put(.badRequest, mapping("true"), "HTTP") {
      $0.requestParameters = ["integration.request.path.foo": "true"]
    },
    put(.badRequest, mapping("path.foo", "yes"), "HTTP") {
      $0.requestParameters = ["path.foo": "yes"]
    },
    put(
      .badRequest,
      "Validation Result: warnings : [], errors : [Invalid content type specified: 123]", "MOCK"
    ) { $0.requestTemplates = ["123": "{}"] },
    put(.badRequest, "Mapping template can be at most 307200 bytes", "MOCK") {
      $0.requestTemplates = ["a/b": String(repeating: "t", count: 307_201)]
    },
  ]

  private static func update(
    _ code: CommandErrorCode, _ message: String, _ operation: PatchOperation,
    method: String = "GET"
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .updateIntegration(
        .init(
          restApiId: $0.api, resourceId: "/pets", httpMethod: method,
          patchOperations: [operation]))
    }
  }

  private static let noIntegration = "Invalid Integration identifier specified"

  private static let updates: [RefusalCase] = [
    update(.notFound, noIntegration, .replace("/uri", "x"), method: "POST"),
    update(.notFound, "Invalid Method identifier specified", .replace("/uri", "x"), method: "PUT"),
    update(.badRequest, "Invalid patch path /uri", .replace("/uri", "http://a")),
    update(.badRequest, "Invalid patch path /type", .replace("/type", "HTTP")),
    update(
      .badRequest, "Timeout should be between 50 ms and 29000 ms",
      .replace("/timeoutInMillis", "soon")),
    update(
      .badRequest,
      "Invalid contentHandling specified. Valid options are CONVERT_TO_BINARY,CONVERT_TO_TEXT",
      .replace("/contentHandling", "X")),
    update(
      .notFound, "Content-Type specified was not found", .remove("/requestTemplates/a~1b")),
    update(
      .notFound, "Invalid parameter name specified",
      .remove("/requestParameters/integration.request.header.x")),
    RefusalCase(.notFound, noIntegration) {
      .deleteIntegration(.init(restApiId: $0.api, resourceId: "/pets", httpMethod: "POST"))
    },
  ]

  private static func response(
    _ code: CommandErrorCode, _ message: String, status: String = "201",
    method: String = "GET", at resource: String = "/pets",
    change: @Sendable @escaping (inout Command.PutIntegrationResponse) -> Void = { _ in }
  ) -> RefusalCase {
    RefusalCase(code, message) {
      var input = Command.PutIntegrationResponse(
        restApiId: $0.api, resourceId: resource, httpMethod: method, statusCode: status)
      change(&input)
      return .putIntegrationResponse(input)
    }
  }

  private static func delete(
    _ message: String, _ status: String, method: String, at resource: String = "/pets"
  ) -> RefusalCase {
    RefusalCase(.notFound, message) {
      .deleteIntegrationResponse(
        .init(
          restApiId: $0.api, resourceId: resource, httpMethod: method, statusCode: status))
    }
  }

  private static let responses: [RefusalCase] = [
    response(
      .validation,
      "2 validation errors detected: Value 'X' at 'putIntegrationResponseInput.contentHandling' "
        + "failed to satisfy constraint: Member must satisfy enum value set: "
        + "[CONVERT_TO_BINARY, CONVERT_TO_TEXT]; Value '600' at 'statusCode' failed to satisfy "
        + "constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d",
      status: "600"
    ) { $0.contentHandling = "X" },
    response(.notFound, "Invalid Resource identifier specified", at: "nope"),
    response(.notFound, "Invalid Method identifier specified", method: "PUT"),
    response(.notFound, "No integration defined for method", method: "POST"),
    response(
      .badRequest,
      "Validation Result: warnings : [], errors : [Invalid content type specified: 123]"
    ) { $0.responseTemplates = ["123": "{}"] },
    response(.badRequest, mapping("method.request.header.x")) {
      $0.responseParameters = ["method.response.header.x": "method.request.header.x"]
    },
    delete(noIntegration, "200", method: "PUT"),
    delete(noIntegration, "200", method: "BOGUS"),
    delete(noIntegration, "200", method: "POST"),
    delete("Invalid Response status code specified", "404", method: "GET"),
    delete("Invalid Resource identifier specified", "200", method: "GET", at: "nope"),
    RefusalCase(.notFound, "Invalid Response status code specified") {
      .updateIntegrationResponse(
        .init(
          restApiId: $0.api, resourceId: "/pets", httpMethod: "GET", statusCode: "404",
          patchOperations: []))
    },
  ]

  @Test func fillsDefaults() throws {
    var bench = try bench()
    let pets = try bench.path("/pets")
    func put(_ type: String, _ verb: String?, _ uri: String?) throws -> Integration? {
      try bench.run(
        .putIntegration(
          .init(
            restApiId: bench.api, resourceId: pets, httpMethod: "GET", type: type,
            integrationHttpMethod: verb, uri: uri)))
      return bench.method("GET", pets)?.methodIntegration
    }
    #expect(
      try put("HTTP", "get", "http://a")
        == Integration(
          type: .http, httpMethod: "GET", uri: "http://a", connectionType: "INTERNET",
          cacheNamespace: pets))
    // Put afresh: the responses of the former backend went.
    #expect(bench.method("GET", pets)?.methodIntegration?.integrationResponses.isEmpty == true)
    #expect(
      try put("MOCK", "POST", "http://a") == Integration(type: .mock, cacheNamespace: pets))
    let lambda =
      "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:x/invocations"
    #expect(try put("AWS_PROXY", "POST", lambda)?.connectionType == nil)
    #expect(
      try put("AWS_PROXY", "POST", "arn:aws:apigateway:us-east-1:firehose:action/PutRecord")?.type
        == .awsProxy)
    #expect(try put("AWS", "POST", "arn:aws:apigateway:us-east-1:s3:path/b")?.type == .aws)
  }

  @Test func patchesMembers() throws {
    var bench = try bench()
    let pets = try bench.path("/pets")
    try bench.run(
      .putIntegration(
        .init(
          restApiId: bench.api, resourceId: pets, httpMethod: "GET", type: "HTTP_PROXY",
          integrationHttpMethod: "GET", uri: "http://a")))
    func update(_ operations: PatchOperation...) throws -> Integration {
      try bench.run(
        .updateIntegration(
          .init(
            restApiId: bench.api, resourceId: pets, httpMethod: "GET",
            patchOperations: operations)))
      return try #require(bench.method("GET", pets)?.methodIntegration)
    }
    #expect(try update(.replace("/uri", "http://b")).uri == "http://b")
    #expect(bench.refusal(of: bench.replacing("/uri", "ftp://b"))?.field == "uri")
    #expect(try update(.replace("/timeoutInMillis", "50")).timeoutInMillis == 50)
    #expect(try update(.replace("/connectionType", "VPC_LINK")).connectionType == "VPC_LINK")
    #expect(try update(.replace("/connectionId", "link")).connectionId == "link")
    #expect(
      try update(.replace("/tlsConfig/insecureSkipVerification", "true")).insecureSkipVerification
        == true)
    #expect(
      try update(.add("/requestTemplates/application~1json", "{}")).requestTemplates
        == ["application/json": "{}"])
    #expect(try update(.add("/cacheKeyParameters/p", "")).cacheKeyParameters == ["p"])
    #expect(try update(.remove("/cacheKeyParameters/p")).cacheKeyParameters == [])
    try bench.run(
      .deleteIntegration(.init(restApiId: bench.api, resourceId: pets, httpMethod: "GET")))
    #expect(bench.method("GET", pets)?.methodIntegration == nil)
  }

  @Test func keepsEmptyTemplatesAsNull() throws {
    var bench = try bench()
    let pets = try bench.path("/pets")
    try bench.run(
      .putIntegrationResponse(
        .init(
          restApiId: bench.api, resourceId: pets, httpMethod: "GET", statusCode: "200",
          selectionPattern: "",
          responseTemplates: ["application/json": "", "text/plain": nil, "a/b": "x"])))
    func response() -> IntegrationResponse? {
      bench.method("GET", pets)?.methodIntegration?.integrationResponses["200"]
    }
    #expect(
      response()?.responseTemplates == ["application/json": nil, "text/plain": nil, "a/b": "x"])
    #expect(response()?.selectionPattern == "")
    try bench.run(
      .updateIntegrationResponse(
        .init(
          restApiId: bench.api, resourceId: pets, httpMethod: "GET", statusCode: "200",
          patchOperations: [
            .replace("/selectionPattern", "4\\d\\d"), .replace("/responseTemplates/a~1b", ""),
            .remove("/responseTemplates/text~1plain"),
          ])))
    #expect(response()?.responseTemplates == ["application/json": nil, "a/b": nil])
    #expect(response()?.selectionPattern == "4\\d\\d")
    try bench.run(
      .deleteIntegrationResponse(
        .init(restApiId: bench.api, resourceId: pets, httpMethod: "GET", statusCode: "200")))
    #expect(response() == nil)
  }
}

extension ApiWorkbench {
  /// An update of the backend of `GET /pets`.
  fileprivate func replacing(_ path: String, _ value: String) -> Command {
    .updateIntegration(
      .init(
        restApiId: api, resourceId: "/pets", httpMethod: "GET",
        patchOperations: [.replace(path, value)]))
  }
}
