import GatewayModel
import Testing

@Suite struct SnapshotDiffTests {
  /// An edit of a deployed API and how the diff must tell it.
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let changes: [String]
    let ignored: [String]
    let run: @Sendable (inout ApiWorkbench) throws -> Void

    init(
      _ description: String, changes: [String] = [], ignored: [String] = [],
      run: @escaping @Sendable (inout ApiWorkbench) throws -> Void
    ) {
      testDescription = description
      self.changes = changes
      self.ignored = ignored
      self.run = run
    }
  }

  /// `GET /pets` validated against Pet, which refers to Tag; `ANY /{proxy+}` plain; deployed to prod.
  private func bench() throws -> ApiWorkbench {
    var bench = try ApiWorkbench()
    for (name, schema) in [
      ("Tag", "{\"type\":\"string\"}"),
      ("Pet", "{\"$ref\":\"https://apigateway.amazonaws.com/restapis/x/models/Tag\"}"),
      ("Unused", "{\"type\":\"object\"}"),
    ] {
      try bench.run(
        .createModel(
          .init(
            restApiId: bench.api, name: name, schema: schema, contentType: "application/json")))
    }
    try bench.run(
      .createRequestValidator(
        .init(restApiId: bench.api, name: "all", validateRequestBody: true)))
    let pets = try bench.mock("GET", "/pets")
    try bench.mock("ANY", "/{proxy+}")
    try bench.run(
      .updateMethod(
        .init(
          restApiId: bench.api, resourceId: pets, httpMethod: "GET",
          patchOperations: [
            .replace("/requestValidatorId", bench.validator),
            .add("/requestModels/application~1json", "Pet"),
          ])))
    try bench.deploy("prod")
    return bench
  }

  @Test(arguments: edits)
  func tellsWhatActsFromWhatDoesNot(_ edit: Edit) throws {
    var bench = try bench()
    try edit.run(&bench)
    let diff = bench.state.undeployedChanges(of: ApiStageID(apiId: bench.api, stage: "prod"))
    #expect(lines(diff.changes) == edit.changes)
    #expect(lines(diff.ignored) == edit.ignored)
    #expect(diff.isEmpty == edit.changes.isEmpty)
    let back = SnapshotDiff(
      from: bench.apiState.snapshot,
      to: try #require(bench.state.servedSnapshot(.init(apiId: bench.api, stage: "prod"))))
    #expect(back.isEmpty == diff.isEmpty)
    try bench.deploy("prod")
    #expect(
      bench.state.undeployedChanges(of: ApiStageID(apiId: bench.api, stage: "prod")) == .none)
  }

  private func lines(_ changes: [SnapshotChange]) -> [String] {
    changes.flatMap { change in
      [label(change)]
        + change.fields.filter { $0.field != "resourceId" || change.kind == .changed }.prefix(3)
        .map { "  \($0.field): \($0.before ?? "-") → \($0.after ?? "-")" }
    }
  }

  private func label(_ change: SnapshotChange) -> String {
    if case .requestValidator = change.subject { return "\(change.kind.rawValue) validator V" }
    return "\(change.kind.rawValue) \(change.subject.label)"
  }

  private static func update(
    _ verb: String, _ path: String, _ operations: PatchOperation...
  ) -> @Sendable (inout ApiWorkbench) throws -> Void {
    { bench in
      try bench.run(
        .updateMethod(
          .init(
            restApiId: bench.api, resourceId: path, httpMethod: verb, patchOperations: operations)
        ))
    }
  }

  static let edits: [Edit] = methodEdits + partEdits

  private static let methodEdits: [Edit] = [
    Edit(
      "key required", changes: ["changed GET /pets", "  apiKeyRequired: false → true"],
      run: update("GET", "/pets", .replace("/apiKeyRequired", "true"))),
    Edit(
      "operation name", ignored: ["changed GET /pets", "  operationName: - → listPets"],
      run: update("GET", "/pets", .replace("/operationName", "listPets"))),
    Edit(
      "a model where nothing checks bodies",
      ignored: ["changed ANY /{proxy+}", "  requestModels.a/b: - → Pet"],
      run: update("ANY", "/{proxy+}", .add("/requestModels/a~1b", "Pet"))),
    Edit(
      "a model where bodies are checked",
      changes: ["changed GET /pets", "  requestModels.a/b: - → Tag"],
      run: update("GET", "/pets", .add("/requestModels/a~1b", "Tag"))),
    Edit(
      "a required parameter nothing checks",
      ignored: ["changed GET /pets", "  requestParameters.method.request.querystring.q: - → true"],
      run: update("GET", "/pets", .add("/requestParameters/method.request.querystring.q", "true"))
    ),
    Edit(
      "no more checks",
      changes: ["changed GET /pets", "  requestValidator: body → -"],
      run: update("GET", "/pets", .replace("/requestValidatorId", ""))),
    Edit(
      "declared response", changes: ["changed GET /pets", "  methodResponses.200: - → declared"]
    ) {
      try $0.run(
        .putMethodResponse(
          .init(
            restApiId: $0.api, resourceId: "/pets", httpMethod: "GET", statusCode: "200")))
    },
    Edit(
      "another backend",
      changes: [
        "changed GET /pets", "  methodIntegration.type: MOCK → HTTP_PROXY",
        "  methodIntegration.httpMethod: - → GET",
        "  methodIntegration.uri: - → http://127.0.0.1/x",
      ]
    ) {
      try $0.run(
        .putIntegration(
          .init(
            restApiId: $0.api, resourceId: "/pets", httpMethod: "GET", type: "HTTP_PROXY",
            integrationHttpMethod: "GET", uri: "http://127.0.0.1/x")))
    },
  ]

  private static let partEdits: [Edit] = [
    Edit("key source", changes: ["changed apiKeySource", "  apiKeySource: HEADER → AUTHORIZER"]) {
      try $0.run(
        .updateRestApi(
          .init(
            restApiId: $0.api, patchOperations: [.replace("/apiKeySource", "AUTHORIZER")])))
    },
    Edit("name and description of the API") {
      try $0.run(
        .updateRestApi(
          .init(
            restApiId: $0.api,
            patchOperations: [.replace("/name", "n"), .add("/description", "d")])))
    },
    Edit("a resource without methods") { _ = try $0.path("/empty") },
    Edit(
      "a method gone",
      changes: [
        "removed ANY /{proxy+}", "  apiKeyRequired: false → -", "  authorizationType: NONE → -",
        "  methodIntegration.type: MOCK → -",
      ]
    ) {
      try $0.run(.deleteResource(.init(restApiId: $0.api, resourceId: "/{proxy+}")))
    },
    Edit(
      "a model reached by reference",
      changes: ["changed model Tag", "  schema: {\"type\":\"string\"} → {}"]
    ) { try $0.schema("Tag", "{}") },
    Edit(
      "a model nobody uses",
      ignored: ["changed model Unused", "  schema: {\"type\":\"object\"} → {}"]
    ) { try $0.schema("Unused", "{}") },
    Edit(
      "a used model's description", ignored: ["changed model Pet", "  description: - → d"]
    ) {
      try $0.run(
        .updateModel(
          .init(
            restApiId: $0.api, modelName: "Pet", patchOperations: [.replace("/description", "d")])))
    },
    Edit(
      "a used validator",
      changes: [
        "changed GET /pets", "  requestValidator: body → body and parameters",
        "changed validator V", "  validateRequestParameters: false → true",
      ]
    ) {
      try $0.run(
        .updateRequestValidator(
          .init(
            restApiId: $0.api, requestValidatorId: $0.validator,
            patchOperations: [.replace("/validateRequestParameters", "true")])))
    },
    Edit(
      "a gateway response",
      changes: [
        "added gateway response THROTTLED", "  statusCode: 429 → 430",
      ]
    ) {
      try $0.run(
        .putGatewayResponse(
          .init(restApiId: $0.api, responseType: "THROTTLED", statusCode: "430")))
    },
    Edit(
      "a gateway response put to its own default",
      ignored: ["added gateway response THROTTLED"]
    ) { try $0.run(.putGatewayResponse(.init(restApiId: $0.api, responseType: "THROTTLED"))) },
    Edit(
      "a class default",
      changes: ["added gateway response DEFAULT_4XX", "  statusCode: - → 418"]
    ) {
      try $0.run(
        .putGatewayResponse(
          .init(restApiId: $0.api, responseType: "DEFAULT_4XX", statusCode: "418")))
    },
  ]

  @Test func namesAValidatorMadeAnewNoChange() throws {
    var bench = try bench()
    let old = bench.validator
    let made = try bench.run(
      .createRequestValidator(
        .init(restApiId: bench.api, name: "again", validateRequestBody: true)))
    guard case .requestValidator(_, let id) = made.subjects[0] else { return }
    try Self.update("GET", "/pets", .replace("/requestValidatorId", id))(&bench)
    try bench.run(
      .deleteRequestValidator(.init(restApiId: bench.api, requestValidatorId: old)))
    let diff = bench.apiState.undeployedChanges(in: "prod")
    #expect(diff.isEmpty)
    #expect(diff.ignored.count == 3)
  }

  @Test func namesAResourceMadeAnewNoChange() throws {
    var bench = try bench()
    let old = try bench.path("/{proxy+}")
    try bench.run(.deleteResource(.init(restApiId: bench.api, resourceId: old)))
    let new = try bench.mock("ANY", "/{proxy+}")
    let diff = bench.apiState.undeployedChanges(in: "prod")
    #expect(diff.isEmpty)
    #expect(
      diff.ignored == [
        SnapshotChange(
          subject: .method(path: "/{proxy+}", httpMethod: "ANY"), kind: .changed,
          fields: [FieldChange(field: "resourceId", before: old, after: new)])
      ])
  }

  @Test func countsForPeople() throws {
    var bench = try bench()
    #expect(bench.apiState.undeployedChanges(in: "prod").summary == "no changes")
    try Self.update("GET", "/pets", .replace("/apiKeyRequired", "true"))(&bench)
    try Self.update("ANY", "/{proxy+}", .replace("/apiKeyRequired", "true"))(&bench)
    try bench.run(
      .updateRestApi(
        .init(
          restApiId: bench.api, patchOperations: [.replace("/apiKeySource", "AUTHORIZER")])))
    let diff = bench.apiState.undeployedChanges(in: "prod")
    #expect(diff.summary == "2 methods, 1 setting")
    #expect(diff.methods.count == 2 && diff.settings.count == 1 && diff.models.isEmpty)
    #expect(diff.change(of: .setting("apiKeySource")) == diff.settings.first)
  }

  @Test func comparesEveryStageAndRollbacks() throws {
    var bench = try bench()
    let first = try #require(bench.stage("prod")?.deploymentId)
    try Self.update("GET", "/pets", .replace("/apiKeyRequired", "true"))(&bench)
    try bench.deploy("test")
    let byStage = bench.apiState.undeployedChangesByStage()
    #expect(byStage["prod"]?.summary == "1 method")
    #expect(byStage["test"] == SnapshotDiff.none)
    let test = ApiStageID(apiId: bench.api, stage: "test")
    let prod = ApiStageID(apiId: bench.api, stage: "prod")
    let rollback = try #require(bench.state.rollbackChanges(of: test, to: first))
    #expect(rollback.methods.first?.fields.first?.after == "false")
    #expect(rollback.risks.first?.kind == .opensToEveryone)
    #expect(bench.state.rollbackChanges(of: test, to: "nope") == nil)
    #expect(bench.state.changes(from: prod, to: test)?.summary == "1 method")
    #expect(bench.state.changes(from: prod, to: .init(apiId: "x", stage: "y")) == nil)
    #expect(bench.state.undeployedChanges(of: .init(apiId: "x", stage: "y")) == .none)
  }

  @Test func comparesStageSettings() throws {
    var bench = try bench()
    try bench.run(
      .updateStage(
        .init(
          restApiId: bench.api, stageName: "prod",
          patchOperations: [
            .replace("/variables/host", "a"), .replace("/*/*/throttling/rateLimit", "5"),
          ])))
    try bench.deploy("test")
    let (prod, test) = (try #require(bench.stage("prod")), try #require(bench.stage("test")))
    let changes = test.settingsChanges(from: prod)
    #expect(changes.contains(FieldChange(field: "variables.host", before: "a", after: nil)))
    #expect(
      changes.contains(
        FieldChange(
          field: "methodSettings.*/*.throttlingRateLimit", before: "5.0", after: nil)))
    #expect(prod.settingsChanges(from: prod).isEmpty)
  }
}

extension ApiWorkbench {
  /// The API's only validator.
  fileprivate var validator: RequestValidatorID {
    apiState.requestValidators.keys.sorted().first ?? ""
  }

  fileprivate mutating func schema(_ model: String, _ schema: String) throws {
    try run(
      .updateModel(
        .init(
          restApiId: api, modelName: model, patchOperations: [.replace("/schema", schema)])))
  }
}
