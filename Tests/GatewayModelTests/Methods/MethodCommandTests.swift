import GatewayModel
import Testing

@Suite struct MethodCommandTests {
  /// `GET /pets` with a response 200 for which a header is declared.
  private func bench() throws -> ApiWorkbench {
    var bench = try ApiWorkbench()
    try bench.mock("GET", "/pets")
    try bench.run(
      .putMethodResponse(
        .init(
          restApiId: bench.api, resourceId: "/pets", httpMethod: "GET", statusCode: "200",
          responseParameters: ["method.response.header.A": false])))
    return bench
  }

  @Test(arguments: puts + updates + responses)
  func refuses(_ refusal: RefusalCase) throws {
    refusal.check(on: try bench())
  }

  private static func put(
    _ code: CommandErrorCode, _ message: String, _ verb: String = "POST",
    at resource: String = "/pets", change: @Sendable @escaping (inout Command.PutMethod) -> Void
  ) -> RefusalCase {
    RefusalCase(code, message) {
      var input = Command.PutMethod(restApiId: $0.api, resourceId: resource, httpMethod: verb)
      change(&input)
      return .putMethod(input)
    }
  }

  private static func update(
    _ code: CommandErrorCode, _ message: String, _ operations: PatchOperation...
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .updateMethod(
        .init(
          restApiId: $0.api, resourceId: "/pets", httpMethod: "GET",
          patchOperations: operations))
    }
  }

  private static func updateResponse(
    _ code: CommandErrorCode, _ message: String, status: String = "200",
    verb: String = "GET", _ operations: PatchOperation...
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .updateMethodResponse(
        .init(
          restApiId: $0.api, resourceId: "/pets", httpMethod: verb, statusCode: status,
          patchOperations: operations))
    }
  }

  private static let unknownResource = "Invalid Resource identifier specified"
  private static let unknownMethod = "Invalid Method identifier specified"
  private static let wrongVerb =
    "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY"
  private static let noAuthorizer =
    "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or "
    + "COGNITO_USER_POOLS requires a valid authorizer."
  private static let noValidator = "Invalid Request Validator identifier specified"
  private static let onlyReplace = "Invalid patch operation specified. Must be one of: [replace]"
  private static let wrongStatus =
    "Value 'wrong' at 'statusCode' failed to satisfy constraint: "
    + "Member must satisfy regular expression pattern: [1-5]\\d\\d"

  private static func mapping(_ text: String) -> String {
    "Invalid mapping expression specified: Validation Result: warnings : [], "
      + "errors : [Invalid mapping expression specified: \(text)]"
  }

  /// Each row breaks all that the rows after it break: the order of the checks.
  private static let puts: [RefusalCase] = [
    put(.notFound, unknownResource, "WRONG", at: "nope") { $0.authorizationType = "CUSTOM" },
    put(.notFound, unknownResource) { $0.restApiId = "nope" },
    put(.badRequest, wrongVerb, "WRONG") { everythingWrong(&$0) },
    put(.badRequest, noAuthorizer) { everythingWrong(&$0) },
    put(.badRequest, noAuthorizer) {
      $0.authorizationType = "COGNITO_USER_POOLS"
      $0.authorizerId = "abcdef"
    },
    put(.badRequest, noValidator) {
      everythingWrong(&$0)
      $0.authorizationType = "NONE"
    },
    put(.badRequest, "Invalid model identifier specified: petModel") {
      everythingWrong(&$0)
      $0.authorizationType = "NONE"
      $0.requestValidatorId = nil
    },
    put(.badRequest, mapping("true"), "GET") { $0.requestParameters = ["true": true] },
    put(.badRequest, "Parameter names must be unique across querystring, header and path", "GET") {
      $0.requestParameters = [
        "method.request.querystring.q": true, "method.request.header.q": false,
      ]
    },
    put(.conflict, "Method already exists for this resource", "GET") { _ in },
    put(
      .badRequest,
      "Invalid AuthorizationType specified. Valid options are "
        + "NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS"
    ) { $0.authorizationType = nil },
  ]

  private static func everythingWrong(_ input: inout Command.PutMethod) {
    input.authorizationType = "CUSTOM"
    input.requestValidatorId = "nope"
    input.requestModels = ["application/json": "petModel"]
    input.requestParameters = ["true": true]
  }

  private static let updates: [RefusalCase] = [
    update(.badRequest, onlyReplace, .add("/operationName", "x")),
    update(.badRequest, onlyReplace, .add("/requestValidatorId", "x")),
    update(.badRequest, "Invalid patch path /httpMethod", .replace("/httpMethod", "PUT")),
    update(.badRequest, "Invalid patch path /requestParameters", .add("/requestParameters", "x")),
    update(
      .badRequest, "Invalid patch path /requestModels/application/json",
      .add("/requestModels/application/json", "Empty")),
    update(.badRequest, noAuthorizer, .replace("/authorizationType", "CUSTOM")),
    update(
      .badRequest, noAuthorizer, .replace("/authorizerId", "abcdef"),
      .replace("/authorizationType", "CUSTOM")),
    update(.badRequest, noValidator, .replace("/requestValidatorId", "nope")),
    update(
      .badRequest, "Invalid model identifier specified: Nope",
      .add("/requestModels/application~1json", "Nope")
    ),
    update(
      .notFound, "Invalid parameter name specified",
      .remove("/requestParameters/method.request.header.x")),
    update(
      .notFound, "Content-Type specified was not found", .remove("/requestModels/a~1b")),
    RefusalCase(.notFound, unknownMethod) {
      .updateMethod(
        .init(restApiId: $0.api, resourceId: "/pets", httpMethod: "PUT", patchOperations: []))
    },
    RefusalCase(.notFound, unknownMethod) {
      .deleteMethod(.init(restApiId: $0.api, resourceId: "/pets", httpMethod: "PUT"))
    },
    RefusalCase(.notFound, unknownResource) {
      .deleteMethod(.init(restApiId: "nope", resourceId: $0.root, httpMethod: "GET"))
    },
  ]

  private static let responses: [RefusalCase] = [
    updateResponse(
      .validation, "1 validation error detected: \(wrongStatus)", status: "wrong", verb: "PUT"),
    updateResponse(
      .validation,
      "2 validation errors detected: Value 'set' at "
        + "'updateMethodResponseInput.patchOperations.2.member.op' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [add, remove, move, test, replace, copy]; "
        + wrongStatus,
      status: "wrong", .remove("/responseModels/a~1b"), PatchOperation(op: "set", path: "/x")),
    updateResponse(.notFound, unknownMethod, verb: "PUT"),
    updateResponse(.notFound, "Invalid Response status code specified", status: "404"),
    updateResponse(
      .notFound, "Invalid parameter name specified",
      .replace("/responseParameters/method.response.header.B", "true")),
    updateResponse(
      .notFound, "Invalid parameter name specified",
      .remove("/responseParameters/method.response.header.B")),
    updateResponse(
      .notFound, "Content-Type specified was not found", .replace("/responseModels/a~1b", "Empty")
    ),
    updateResponse(
      .badRequest, "Invalid patch path /wrong/method.response.header.my-header",
      .add("/wrong/method.response.header.my-header", "true")),
    updateResponse(.badRequest, "Invalid patch path /statusCode", .replace("/statusCode", "201")),
    updateResponse(
      .badRequest, "Invalid model identifier specified: Nope", .add("/responseModels/a~1b", "Nope")),
    updateResponse(.badRequest, mapping("x"), .add("/responseParameters/x", "true")),
    RefusalCase(.conflict, "Response already exists for this resource") {
      .putMethodResponse(
        .init(restApiId: $0.api, resourceId: "/pets", httpMethod: "GET", statusCode: "200"))
    },
    RefusalCase(.validation, "1 validation error detected: \(wrongStatus)") { _ in
      .putMethodResponse(
        .init(restApiId: "nope", resourceId: "x", httpMethod: "GET", statusCode: "wrong"))
    },
    RefusalCase(.notFound, "Invalid Response status code specified") {
      .deleteMethodResponse(
        .init(restApiId: $0.api, resourceId: "/pets", httpMethod: "GET", statusCode: "404"))
    },
  ]

  @Test func putsInAnyCase() throws {
    var bench = try ApiWorkbench()
    let made = try bench.run(
      .putMethod(
        .init(
          restApiId: bench.api, resourceId: bench.root, httpMethod: "get",
          authorizationType: "none")))
    #expect(made.subjects == [.method(bench.api, bench.root, httpMethod: "GET")])
    #expect(bench.method("GET", bench.root) == GatewayModel.Method(httpMethod: "GET"))
  }

  @Test func patchesMembers() throws {
    var bench = try bench()
    let pets = try bench.path("/pets")
    func update(_ operations: PatchOperation...) throws -> GatewayModel.Method {
      try bench.run(
        .updateMethod(
          .init(
            restApiId: bench.api, resourceId: pets, httpMethod: "GET",
            patchOperations: operations)))
      return try #require(bench.method("GET", pets))
    }
    #expect(try update(.replace("/apiKeyRequired", "true")).apiKeyRequired)
    #expect(!(try update(.replace("/apiKeyRequired", "whatever")).apiKeyRequired))
    #expect(try update(.replace("/authorizerId", "abc")).authorizerId == nil)
    let name = "method.request.header.x"
    #expect(
      try update(.add("/requestParameters/\(name)", "true")).requestParameters == [name: true])
    #expect(try update(.remove("/requestParameters/\(name)")).requestParameters == nil)
    #expect(
      try update(.add("/requestModels/application~1json", "Empty")).requestModels
        == ["application/json": "Empty"])
    #expect(try update(.remove("/requestModels/application~1json")).requestModels == nil)
    #expect(try update(.replace("/operationName", "op")).operationName == "op")
    #expect(try update(.replace("/authorizationType", "aws_iam")).authorizationType == "AWS_IAM")
  }

  @Test func patchesResponses() throws {
    var bench = try bench()
    let pets = try bench.path("/pets")
    func update(_ operations: PatchOperation...) throws -> MethodResponse? {
      try bench.run(
        .updateMethodResponse(
          .init(
            restApiId: bench.api, resourceId: pets, httpMethod: "GET", statusCode: "200",
            patchOperations: operations)))
      return bench.method("GET", pets)?.methodResponses["200"]
    }
    let header = "/responseParameters/method.response.header.A"
    #expect(try update(.replace(header, "true"))?.responseParameters?.values.first == true)
    #expect(try update(.remove(header))?.responseParameters == nil)
    #expect(
      try update(.add("/responseModels/application~1json", "Empty"))?.responseModels
        == ["application/json": "Empty"])
    try bench.run(
      .deleteMethodResponse(
        .init(restApiId: bench.api, resourceId: pets, httpMethod: "GET", statusCode: "200")))
    #expect(bench.method("GET", pets)?.methodResponses.isEmpty == true)
    try bench.run(.deleteMethod(.init(restApiId: bench.api, resourceId: pets, httpMethod: "GET")))
    #expect(bench.apiState.methods.isEmpty)
  }
}
