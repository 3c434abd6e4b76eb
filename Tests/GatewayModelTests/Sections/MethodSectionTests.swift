import GatewayModel
import Testing

/// Semantics §4.4: methods, integrations and their responses.
@Suite struct MethodSectionTests {
  @Test(arguments: methods + integrations + responses)
  func refuses(_ row: SectionRow) throws { try row.check() }

  private static func put(
    _ rule: String, _ code: CommandErrorCode, _ message: String,
    _ change: @escaping @Sendable (inout Command.PutMethod) -> Void
  ) -> SectionRow {
    SectionRow(rule, code, message) { section in
      var input = Command.PutMethod(
        restApiId: section.api, resourceId: "/test", httpMethod: "POST")
      change(&input)
      return .putMethod(input)
    }
  }

  static let methods = [
    put(
      "verb", .badRequest,
      "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY"
    ) { $0.httpMethod = "WRONG" },
    put(
      "authorizationType", .badRequest,
      "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or "
        + "COGNITO_USER_POOLS requires a valid authorizer."
    ) { $0.authorizationType = "CUSTOM" },
    put("duplicate method", .conflict, "Method already exists for this resource") {
      $0.httpMethod = "GET"
    },
    put("request validator", .badRequest, "Invalid Request Validator identifier specified") {
      $0.requestValidatorId = "nope"
    },
    put("model", .badRequest, "Invalid model identifier specified: X") {
      $0.requestModels = ["application/json": "X"]
    },
    put(
      "requestParameters", .badRequest,
      "Parameter names must be unique across querystring, header and path"
    ) {
      $0.requestParameters = [
        "method.request.header.a": true, "method.request.querystring.a": true,
      ]
    },
    SectionRow("unknown method", .notFound, "Invalid Method identifier specified") {
      .updateMethod(
        .init(restApiId: $0.api, resourceId: "/", httpMethod: "PUT", patchOperations: []))
    },
    SectionRow("unknown method", .notFound, "Invalid Method identifier specified") {
      .deleteMethod(.init(restApiId: $0.api, resourceId: "/", httpMethod: "PUT"))
    },
  ]

  private static func integration(
    _ rule: String, _ message: String, type: String, verb: String? = "GET", uri: String
  ) -> SectionRow {
    SectionRow(rule, .badRequest, message) {
      .putIntegration(
        .init(
          restApiId: $0.api, resourceId: "/", httpMethod: "GET", type: type,
          integrationHttpMethod: verb, uri: uri))
    }
  }

  static let integrations = [
    integration(
      "HTTP without httpMethod", "Enumeration value for HttpMethod must be non-empty",
      type: "HTTP", verb: nil, uri: "http://a"),
    integration(
      "bad uri", "Invalid HTTP endpoint specified for URI", type: "HTTP_PROXY", uri: "a"),
    integration(
      "AWS uri not an ARN", "Invalid ARN specified in the request", type: "AWS", uri: "a"),
    integration(
      "AWS uri without action", "AWS ARN for integration must contain path or action",
      type: "AWS", uri: "arn:aws:apigateway:us-east-1:s3:x"),
    SectionRow("unknown integration", .notFound, "Invalid Method identifier specified") {
      .updateIntegration(
        .init(restApiId: $0.api, resourceId: "/", httpMethod: "PUT", patchOperations: []))
    },
    SectionRow("unknown integration", .notFound, "Invalid Method identifier specified") {
      .deleteIntegration(.init(restApiId: $0.api, resourceId: "/", httpMethod: "PUT"))
    },
  ]

  private static let unknownStatus = "Invalid Response status code specified"

  static let responses = [
    SectionRow(
      "statusCode", .validation,
      "1 validation error detected: Value 'wrong' at 'statusCode' failed to satisfy constraint: "
        + #"Member must satisfy regular expression pattern: [1-5]\d\d"#
    ) {
      .putMethodResponse(
        .init(restApiId: $0.api, resourceId: "/", httpMethod: "GET", statusCode: "wrong"))
    },
    SectionRow("unknown method response", .notFound, unknownStatus) {
      .updateMethodResponse(
        .init(
          restApiId: $0.api, resourceId: "/", httpMethod: "GET", statusCode: "404",
          patchOperations: []))
    },
    SectionRow("unknown method response", .notFound, unknownStatus) {
      .deleteMethodResponse(
        .init(restApiId: $0.api, resourceId: "/", httpMethod: "GET", statusCode: "404"))
    },
    SectionRow(
      "content type key", .badRequest,
      "Validation Result: warnings : [], errors : [Invalid content type specified: 123]"
    ) {
      .putIntegrationResponse(
        .init(
          restApiId: $0.api, resourceId: "/", httpMethod: "GET", statusCode: "200",
          responseTemplates: ["123": "x"]))
    },
    SectionRow("unknown integration response", .notFound, unknownStatus) {
      .updateIntegrationResponse(
        .init(
          restApiId: $0.api, resourceId: "/", httpMethod: "GET", statusCode: "404",
          patchOperations: []))
    },
    SectionRow("unknown integration response", .notFound, unknownStatus) {
      .deleteIntegrationResponse(
        .init(restApiId: $0.api, resourceId: "/", httpMethod: "GET", statusCode: "404"))
    },
  ]
}
