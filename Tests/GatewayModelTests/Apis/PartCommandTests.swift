import GatewayModel
import Testing

/// Models, validators and gateway responses.
@Suite struct PartCommandTests {
  /// A model Pet that `ANY /` asks for, a validator `GET /test` uses, THROTTLED set.
  private func bench() throws -> ApiWorkbench {
    var bench = try ApiWorkbench()
    let api = bench.api
    try bench.run(
      .createModel(
        .init(restApiId: api, name: "Pet", schema: "{}", contentType: "application/json")))
    try bench.run(.createRequestValidator(.init(restApiId: api, name: "v")))
    try bench.mock("ANY", "/")
    try bench.mock("GET", "/test")
    try bench.run(
      .updateMethod(
        .init(
          restApiId: api, resourceId: "/", httpMethod: "ANY",
          patchOperations: [.add("/requestModels/application~1json", "Pet")])))
    try bench.run(
      .updateMethod(
        .init(
          restApiId: api, resourceId: "/test", httpMethod: "GET",
          patchOperations: [.replace("/requestValidatorId", bench.firstValidator)])))
    try bench.run(
      .putGatewayResponse(
        .init(
          restApiId: api, responseType: "THROTTLED", statusCode: "",
          responseParameters: ["gatewayresponse.header.A": "'b'"])))
    return bench
  }

  @Test(arguments: models + validators + gatewayResponses)
  func refuses(_ refusal: RefusalCase) throws {
    refusal.check(on: try bench())
  }

  private static func model(
    _ code: CommandErrorCode, _ message: String, _ name: String, schema: String? = "{}",
    api: RestApiID? = nil
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .createModel(
        .init(
          restApiId: api ?? $0.api, name: name, schema: schema, contentType: "application/json"))
    }
  }

  private static func updateModel(
    _ code: CommandErrorCode, _ message: String, _ operation: PatchOperation,
    name: String = "Pet"
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .updateModel(.init(restApiId: $0.api, modelName: name, patchOperations: [operation]))
    }
  }

  private static let noSchema = "Model schema must have at least 1 property or array items defined"

  private static let models: [RefusalCase] = [
    model(
      .notFound, "Invalid API identifier specified 000000000000:abcde0", "Pet", api: "abcde0"),
    model(.badRequest, "Model name must be non-empty", "", schema: ""),
    model(.badRequest, "Model name must be alphanumeric: a-b", "a-b"),
    model(.badRequest, noSchema, "New", schema: ""),
    model(.badRequest, noSchema, "New", schema: nil),
    model(.badRequest, noSchema, "Pet", schema: nil),
    model(
      .badRequest,
      "Invalid model specified: Validation Result: warnings : [], "
        + "errors : [Invalid model schema specified]", "Pet", schema: "{"),
    model(.conflict, "Model name already exists for this REST API", "Pet"),
    model(.conflict, "Model name already exists for this REST API", "Empty"),
    updateModel(
      .notFound, "Invalid model name specified: Cat", .replace("/schema", ""), name: "Cat"),
    updateModel(.badRequest, noSchema, .replace("/schema", "")),
    updateModel(
      .badRequest,
      "Invalid patch path  '/wrong' specified for op 'replace'. "
        + "Must be one of: [/description, /schema]", .replace("/wrong", "x")),
    updateModel(
      .badRequest,
      "Invalid patch path  '/wrong-path' specified for op 'add'. "
        + "Please choose supported operations", .add("/wrong-path", "x")),
    RefusalCase(.conflict, "Cannot delete model 'Pet', is referenced in method request: //ANY") {
      .deleteModel(.init(restApiId: $0.api, modelName: "Pet"))
    },
    RefusalCase(.notFound, "Invalid model name specified: Cat") {
      .deleteModel(.init(restApiId: $0.api, modelName: "Cat"))
    },
    RefusalCase(.notFound, "Invalid model name specified: Pet") { _ in
      .deleteModel(.init(restApiId: "nope", modelName: "Pet"))
    },
  ]

  private static func updateValidator(
    _ message: String, _ operation: PatchOperation
  ) -> RefusalCase {
    RefusalCase(.badRequest, message) {
      .updateRequestValidator(
        .init(
          restApiId: $0.api, requestValidatorId: $0.firstValidator, patchOperations: [operation]))
    }
  }

  private static let validators: [RefusalCase] = [
    RefusalCase(.badRequest, "Invalid REST API identifier specified") { _ in
      .createRequestValidator(.init(restApiId: "nope", name: ""))
    },
    RefusalCase(.badRequest, "Request Validator name cannot be blank") {
      .createRequestValidator(.init(restApiId: $0.api, name: ""))
    },
    updateValidator(
      "Request Validator name cannot be blank", PatchOperation(op: "replace", path: "/name")),
    updateValidator(
      "Invalid patch path  '/id' specified for op 'replace'. "
        + "Must be one of: [/name, /validateRequestParameters, /validateRequestBody]",
      .replace("/id", "x")),
    updateValidator(
      "Invalid patch path  '/name' specified for op 'remove'. "
        + "Please choose supported operations", .remove("/name")),
    RefusalCase(.notFound, "Invalid Request Validator identifier specified") {
      .deleteRequestValidator(.init(restApiId: $0.api, requestValidatorId: "nope"))
    },
    RefusalCase(.notFound, "Invalid Request Validator identifier specified") {
      .updateRequestValidator(
        .init(restApiId: "nope", requestValidatorId: $0.firstValidator, patchOperations: []))
    },
  ]

  private static func updateResponse(
    _ code: CommandErrorCode, _ message: String, _ operation: PatchOperation
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .updateGatewayResponse(
        .init(
          restApiId: $0.api, responseType: "THROTTLED", patchOperations: [operation]))
    }
  }

  private static let wrongType =
    "Value 'FAKE' at 'responseType' failed to satisfy constraint: Member must satisfy enum value "
    + "set: [REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND, AUTHORIZER_CONFIGURATION_ERROR, "
    + "MISSING_AUTHENTICATION_TOKEN, BAD_REQUEST_BODY, INVALID_SIGNATURE, INVALID_API_KEY, "
    + "BAD_REQUEST_PARAMETERS, AUTHORIZER_FAILURE, UNAUTHORIZED, INTEGRATION_TIMEOUT, "
    + "ACCESS_DENIED, DEFAULT_4XX, DEFAULT_5XX, WAF_FILTERED, QUOTA_EXCEEDED, THROTTLED, "
    + "API_CONFIGURATION_ERROR, UNSUPPORTED_MEDIA_TYPE, INTEGRATION_FAILURE, EXPIRED_TOKEN]"

  private static let gatewayResponses: [RefusalCase] = [
    RefusalCase(.validation, "1 validation error detected: \(wrongType)") { _ in
      .deleteGatewayResponse(.init(restApiId: "nope", responseType: "FAKE"))
    },
    RefusalCase(
      .validation,
      "2 validation errors detected: Value '99' at 'putGatewayResponseInput.statusCode' failed to "
        + "satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d; "
        + wrongType
    ) {
      .putGatewayResponse(
        .init(restApiId: $0.api, responseType: "FAKE", statusCode: "99"))
    },
    RefusalCase(.notFound, "Invalid API identifier specified 000000000000:nope") { _ in
      .putGatewayResponse(.init(restApiId: "nope", responseType: "THROTTLED"))
    },
    RefusalCase(.notFound, "Gateway response type not defined on api") {
      .deleteGatewayResponse(.init(restApiId: $0.api, responseType: "EXPIRED_TOKEN"))
    },
    RefusalCase(
      .badRequest,
      "Invalid mapping expression specified: Validation Result: warnings : [], "
        + "errors : [Invalid mapping expression specified: X]"
    ) {
      .putGatewayResponse(
        .init(
          restApiId: $0.api, responseType: "THROTTLED", responseParameters: ["X": "'b'"]))
    },
    updateResponse(.badRequest, "Invalid patch path /statusCode", .add("/statusCode", "400")),
    updateResponse(.badRequest, "Invalid patch path /statusCode", .remove("/statusCode")),
    updateResponse(.badRequest, "Invalid patch path null", PatchOperation(op: "add", path: nil)),
    updateResponse(
      .notFound, "Invalid parameter name specified",
      .replace("/responseParameters/gatewayresponse.header.B", "'x'")),
    updateResponse(
      .badRequest, "Invalid null or empty value in responseTemplates",
      PatchOperation(op: "replace", path: "/responseTemplates/application~1json")),
    updateResponse(
      .badRequest, "Invalid null or empty value in responseParameters",
      PatchOperation(op: "replace", path: "/responseParameters/gatewayresponse.header.A")),
    updateResponse(
      .notFound, "Content-Type specified was not found", .remove("/responseTemplates/a~1b")),
  ]

  @Test func changesModels() throws {
    var bench = try bench()
    try bench.run(
      .updateModel(
        .init(
          restApiId: bench.api, modelName: "Pet",
          patchOperations: [.replace("/description", "d"), .replace("/schema", "{ }")])))
    #expect(bench.apiState.models["Pet"]?.description == "d")
    try bench.run(
      .updateModel(
        .init(
          restApiId: bench.api, modelName: "Pet", patchOperations: [.replace("/description", "")])
      ))
    #expect(bench.apiState.models["Pet"]?.description == nil)
    try bench.run(.deleteModel(.init(restApiId: bench.api, modelName: "Error")))
    #expect(bench.apiState.listedModels.map(\.name) == ["Empty", "Pet"])
  }

  @Test func changesValidators() throws {
    var bench = try bench()
    let id = bench.firstValidator
    func update(_ operation: PatchOperation) throws -> RequestValidator? {
      try bench.run(
        .updateRequestValidator(
          .init(restApiId: bench.api, requestValidatorId: id, patchOperations: [operation])))
      return bench.apiState.requestValidators[id]
    }
    #expect(try update(.replace("/validateRequestBody", "true"))?.validateRequestBody == true)
    let off = PatchOperation(op: "replace", path: "/validateRequestBody")
    #expect(try update(off)?.validateRequestBody == false)
    bench.expect(
      .deleteRequestValidator(.init(restApiId: bench.api, requestValidatorId: id)),
      refusedAs: .conflict,
      "Cannot delete request validator '\(id)', is referenced in method request: /test/GET")
    try bench.run(
      .updateMethod(
        .init(
          restApiId: bench.api, resourceId: "/test", httpMethod: "GET",
          patchOperations: [.replace("/requestValidatorId", "")])))
    try bench.run(.deleteRequestValidator(.init(restApiId: bench.api, requestValidatorId: id)))
    #expect(bench.apiState.requestValidators.isEmpty)
  }

  @Test func laysGatewayResponsesOverEachOther() throws {
    var bench = try bench()
    func put(_ type: String, _ status: String?, _ templates: [String: String]? = nil) throws {
      try bench.run(
        .putGatewayResponse(
          .init(
            restApiId: bench.api, responseType: type, statusCode: status,
            responseTemplates: templates)))
    }
    func answer(_ type: GatewayResponseType) -> EffectiveGatewayResponse {
      EffectiveGatewayResponse(of: type, among: bench.apiState.gatewayResponses)
    }
    #expect(bench.apiState.listedGatewayResponses.count == 21)
    #expect(answer(.default5XX).statusCode == nil)
    #expect(answer(.integrationTimeout).statusCode == "504")
    #expect(answer(.throttled).statusCode == "429" && !answer(.throttled).isDefault)
    try put("DEFAULT_5XX", "599", ["text/plain": "x"])
    try put("AUTHORIZER_FAILURE", nil)
    #expect(answer(.integrationFailure).statusCode == "599")
    #expect(answer(.integrationFailure).isDefault)
    #expect(answer(.integrationFailure).responseTemplates == ["text/plain": "x"])
    #expect(answer(.authorizerFailure).statusCode == "500")
    #expect(
      answer(.authorizerFailure).responseTemplates == EffectiveGatewayResponse.defaultTemplates)
    try bench.run(
      .deleteGatewayResponse(.init(restApiId: bench.api, responseType: "DEFAULT_5XX")))
    #expect(answer(.integrationFailure).statusCode == "504")
  }

  @Test func makesANeverPutResponseSetByAnUpdate() throws {
    var bench = try bench()
    let decision = try bench.run(
      .updateGatewayResponse(
        .init(
          restApiId: bench.api, responseType: "UNAUTHORIZED",
          patchOperations: [
            .replace("/statusCode", "444"),
            .replace("/responseTemplates/application~1json", "{}"),
            .add("/responseParameters/gatewayresponse.header.A", "'b'"),
          ])))
    #expect(decision.events.count == 1)
    let response = bench.apiState.gatewayResponses[.unauthorized]
    #expect(response?.statusCode == "444")
    #expect(response?.responseTemplates == ["application/json": "{}"])
    let nothing = try bench.run(
      .updateGatewayResponse(
        .init(restApiId: bench.api, responseType: "EXPIRED_TOKEN", patchOperations: [])))
    #expect(nothing.events.isEmpty)
  }
}

extension ApiWorkbench {
  /// The first of the API's validators by id.
  var firstValidator: RequestValidatorID {
    apiState.listedRequestValidators.first?.id ?? ""
  }
}
