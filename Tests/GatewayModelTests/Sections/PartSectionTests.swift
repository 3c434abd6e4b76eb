import GatewayModel
import Testing

/// Semantics §4.6: models, validators, gateway responses, imports and tags; §13: account.
@Suite struct PartSectionTests {
  @Test(arguments: parts + account)
  func refuses(_ row: SectionRow) throws { try row.check() }

  static let parts = [
    SectionRow("duplicate model", .conflict, "Model name already exists for this REST API") {
      .createModel(
        .init(
          restApiId: $0.api, name: "Empty", schema: "{}", contentType: "application/json"))
    },
    SectionRow(
      "empty schema", .badRequest,
      "Model schema must have at least 1 property or array items defined"
    ) {
      .updateModel(
        .init(
          restApiId: $0.api, modelName: "Empty", patchOperations: [.replace("/schema", "")]))
    },
    SectionRow("unknown model", .notFound, "Invalid model name specified: X") {
      .deleteModel(.init(restApiId: $0.api, modelName: "X"))
    },
    SectionRow("validator", .badRequest, "Invalid REST API identifier specified") { _ in
      .createRequestValidator(.init(restApiId: "nope", name: "v"))
    },
    SectionRow("validator", .notFound, "Invalid Request Validator identifier specified") {
      .updateRequestValidator(
        .init(restApiId: $0.api, requestValidatorId: "nope", patchOperations: []))
    },
    SectionRow("validator", .notFound, "Invalid Request Validator identifier specified") {
      .deleteRequestValidator(.init(restApiId: $0.api, requestValidatorId: "nope"))
    },
    SectionRow(
      "gateway response", .badRequest,
      "Validation Result: warnings : [], errors : [Invalid content type specified: 123]"
    ) {
      .putGatewayResponse(
        .init(restApiId: $0.api, responseType: "THROTTLED", responseTemplates: ["123": "x"]))
    },
    SectionRow("gateway response patch", .badRequest, "Invalid patch path /statusCode") {
      .updateGatewayResponse(
        .init(
          restApiId: $0.api, responseType: "THROTTLED", patchOperations: [.remove("/statusCode")])
      )
    },
    SectionRow(
      "gateway response delete when not set", .notFound,
      "Gateway response type not defined on api"
    ) { .deleteGatewayResponse(.init(restApiId: $0.api, responseType: "THROTTLED")) },
    SectionRow("import", .badRequest, "Name cannot be empty") { _ in
      .importRestApi(.init(definition: ApiDefinition()))
    },
  ]

  private static let arn = "arn:aws:apigateway:us-east-1::/apikeys/"

  static let account = [
    SectionRow(
      "features", .badRequest, "Usage Plans cannot be disabled once enabled"
    ) { _ in .updateAccount(.init(patchOperations: [.remove("/features", "UsagePlans")])) },
    SectionRow("tags: aws:", .badRequest, "Tag keys must not start with aws:") {
      .tagResource(.init(resourceArn: arn + $0.key, tags: ["aws:a": "b"]))
    },
    SectionRow("tags ≤ 50", .badRequest, "A resource can have at most 50 tags") { section in
      let tags = Dictionary(uniqueKeysWithValues: (0...50).map { ("k\($0)", "v") })
      return .tagResource(.init(resourceArn: arn + section.key, tags: tags))
    },
    SectionRow(
      "tag value ≤ 256", .badRequest, "Tag values can have at most 256 characters"
    ) {
      .tagResource(
        .init(resourceArn: arn + $0.key, tags: ["a": String(repeating: "v", count: 257)]))
    },
    SectionRow("tags of nothing", .notFound, "Invalid API Key identifier specified") { _ in
      .untagResource(.init(resourceArn: arn + "nope", tagKeys: ["a"]))
    },
  ]
}
