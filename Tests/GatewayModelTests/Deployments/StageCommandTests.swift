import GatewayModel
import Testing

@Suite struct StageCommandTests {
  private func bench() throws -> ApiWorkbench {
    var bench = try ApiWorkbench()
    try bench.mock("GET", "/test")
    try bench.deploy("prod")
    return bench
  }

  @Test(arguments: creates + updates + canaries + accessLogs)
  func refuses(_ refusal: RefusalCase) throws {
    refusal.check(on: try bench())
  }

  private static func create(
    _ code: CommandErrorCode, _ message: String, _ name: StageName = "new",
    deployment: DeploymentID? = nil, canary: CanaryInput? = nil,
    variables: [String: String]? = nil
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .createStage(
        .init(
          restApiId: $0.api, stageName: name,
          deploymentId: deployment ?? $0.stage("prod")?.deploymentId ?? "",
          variables: variables, canarySettings: canary))
    }
  }

  private static func update(
    _ code: CommandErrorCode, _ message: String, _ operation: PatchOperation,
    stage: StageName = "prod"
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .updateStage(
        .init(restApiId: $0.api, stageName: stage, patchOperations: [operation]))
    }
  }

  private static let unknownDeployment = "Deployment id does not exist"

  private static let creates: [RefusalCase] = [
    create(.badRequest, "Stage name only allows a-zA-Z0-9_-", "a.b", deployment: "nope"),
    create(.badRequest, "Stage name must have 1 to 128 characters", "", deployment: "nope"),
    create(
      .badRequest, "Stage name must have 1 to 128 characters", String(repeating: "a", count: 129),
      deployment: "nope"),
    create(.badRequest, unknownDeployment, "prod", deployment: "nope"),
    create(.badRequest, unknownDeployment, canary: CanaryInput(deploymentId: "nope")),
    create(.conflict, "Stage already exists", "prod"),
    create(
      .badRequest, "Stage variable values only allow A-Za-z0-9-._~:/?#&=,", variables: ["a": "b c"]),
    RefusalCase(.notFound, "Invalid API identifier specified 000000000000:nope") { _ in
      .createStage(.init(restApiId: "nope", stageName: "a.b", deploymentId: "x"))
    },
    RefusalCase(.notFound, "Invalid Stage identifier specified") {
      .deleteStage(.init(restApiId: $0.api, stageName: "nope"))
    },
  ]

  private static func invalid(_ path: String) -> String {
    "Invalid method setting path: \(path). Must be one of: [\(permitted)]"
  }

  private static let permitted = [
    "/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId,",
    "/accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format,",
    "/{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace,",
    "/{resourcePath}/{httpMethod}/logging/loglevel,",
    "/{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling"
      + "/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds,",
    "/{resourcePath}/{httpMethod}/caching/enabled,",
    "/{resourcePath}/{httpMethod}/caching/dataEncrypted,",
    "/{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl,",
    "/{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy,",
    "/*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel,",
    "/*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds,",
    "/*/*/caching/enabled, /*/*/caching/dataEncrypted,",
    "/*/*/caching/requireAuthorizationForCacheControl,",
    "/*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name},",
    "/tracingEnabled",
  ].joined(separator: " ")

  private static let updates: [RefusalCase] = [
    update(.notFound, "Invalid Stage identifier specified", .replace("/x", "y"), stage: "nope"),
    update(
      .validation,
      "1 validation error detected: Value 'set' at 'updateStageInput.patchOperations.1.member.op' "
        + "failed to satisfy constraint: Member must satisfy enum value set: "
        + "[add, remove, move, test, replace, copy]",
      PatchOperation(op: "set", path: "/x"), stage: "nope"),
    update(.badRequest, invalid("/documentation_version"), .replace("/documentation_version", "1")),
    update(.badRequest, invalid("/tags/tag1"), .replace("/tags/tag1", "x")),
    update(.badRequest, invalid("/*/*/throttling/rate"), .replace("/*/*/throttling/rate", "1")),
    update(.badRequest, invalid("null"), PatchOperation(op: "replace", path: nil)),
    update(
      .badRequest,
      "Cannot remove method setting */* because there is no method setting for this method ",
      .remove("/*/*")),
    update(.badRequest, unknownDeployment, .replace("/deploymentId", "nope")),
    update(
      .badRequest, "Invalid value specified for throttling/rateLimit: fast",
      .replace("/*/*/throttling/rateLimit", "fast")),
    update(
      .badRequest, "Invalid value specified for throttling/rateLimit: nan",
      .replace("/*/*/throttling/rateLimit", "nan")),
    update(
      .badRequest, "Invalid value specified for logging/loglevel: DEBUG",
      .replace("/*/*/logging/loglevel", "DEBUG")),
    update(
      .badRequest, "Invalid value specified for caching/ttlInSeconds: 3601",
      .replace("/*/*/caching/ttlInSeconds", "3601")),
    update(
      .badRequest, "Stage variable names only allow a-zA-Z0-9_", .replace("/variables/a-b", "x")),
    update(.notFound, "Invalid stage variable name specified", .remove("/variables/nope")),
    update(
      .badRequest, "Invalid value specified for variables: [1]", .replace("/variables", "[1]")),
    update(
      .badRequest, "Invalid cacheClusterSize specified: 9", .replace("/cacheClusterSize", "9")),
    update(.badRequest, "Invalid add operation with path: /description", .add("/description", "x")),
    update(
      .badRequest, "Invalid remove operation with path: /description", .remove("/description")),
    update(
      .badRequest, "Invalid test operation with path: /description",
      PatchOperation(op: "test", path: "/description")),
  ]

  private static func unsettable(_ path: String) -> String {
    "Cannot remove method setting \(path) because there is no method setting for this method "
  }

  private static let canaries: [RefusalCase] = [
    update(.badRequest, invalid("/canarySettings"), .replace("/canarySettings", "{}")),
    update(
      .badRequest, invalid("/canarySettings/badPath"), .replace("/canarySettings/badPath", "x")),
    update(.badRequest, unsettable("canarySettings/badPath"), .remove("/canarySettings/badPath")),
    update(
      .badRequest, unsettable("canarySettings/stageVariableOverrides"),
      .remove("/canarySettings/stageVariableOverrides")),
    update(.badRequest, unknownDeployment, .replace("/canarySettings/deploymentId", "nope")),
    update(
      .badRequest, "Invalid add operation with path: /canarySettings/deploymentId",
      .add("/canarySettings/deploymentId", "x")),
    update(
      .badRequest,
      "Invalid copy operation with path: /canarySettings/stageVariableOverrides and from "
        + "/variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are "
        + "[/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]",
      PatchOperation(
        op: "copy", path: "/canarySettings/stageVariableOverrides", from: "/variables")),
    update(
      .badRequest, "Promotion not available. Canary does not exist.",
      PatchOperation(op: "copy", path: "/deploymentId", from: "/canarySettings/deploymentId")),
    update(
      .badRequest, "Percent traffic must be between 0.0 and 100.0",
      .replace("/canarySettings/percentTraffic", "100.5")),
    update(
      .badRequest, "Invalid percentTraffic specified: x",
      .replace("/canarySettings/percentTraffic", "x")),
  ]

  private static let wrongAccessLog =
    "Invalid accessLogSettings path. Must be one of : "
    + "[/accessLogSettings/destinationArn, /accessLogSettings/format]"

  private static let accessLogs: [RefusalCase] = [
    update(.badRequest, wrongAccessLog, .replace("/accessLogSettings", "x")),
    update(.badRequest, wrongAccessLog, .add("/accessLogSettings/*", "x")),
    update(.badRequest, wrongAccessLog, .add("/accessLogSettings/other", "x")),
    update(
      .badRequest, "Access Log value must not be empty", .replace("/accessLogSettings/format", "")),
    update(
      .badRequest, "Access Log value must not be empty",
      .replace("/accessLogSettings/destinationArn", "")),
    update(
      .badRequest, unsettable("accessLogSettings/randomValue"),
      .remove("/accessLogSettings/randomValue")),
    update(.badRequest, unsettable("accessLogSettings/*"), .remove("/accessLogSettings/*")),
    update(
      .badRequest, unsettable("accessLogSettings/destinationArn"),
      .remove("/accessLogSettings/destinationArn")),
  ]

  @Test func createsWithDefaults() throws {
    var bench = try bench()
    let id = try bench.deploy()
    try bench.run(
      .createDocumentationVersion(.init(restApiId: bench.api, documentationVersion: "v1")))
    let made = try bench.run(
      .createStage(
        .init(
          restApiId: bench.api, stageName: "beta", deploymentId: id, description: "d",
          documentationVersion: "v1",
          canarySettings: CanaryInput(percentTraffic: 50, deploymentId: id))))
    #expect(made.subjects == [.stage(.init(apiId: bench.api, stage: "beta"))])
    #expect(
      bench.stage("beta")
        == Stage(
          stageName: "beta", deploymentId: id, description: "d",
          canarySettings: CanarySettings(percentTraffic: 50, deploymentId: id),
          documentationVersion: "v1", createdDate: bench.now, lastUpdatedDate: bench.now))
  }

  @Test func seedsMethodSettings() throws {
    var bench = try bench()
    func update(_ operations: PatchOperation...) throws -> Stage {
      try bench.run(
        .updateStage(
          .init(restApiId: bench.api, stageName: "prod", patchOperations: operations)))
      return try #require(bench.stage("prod"))
    }
    let stage = try update(
      .replace("/description", "stage new"), .replace("/variables/color", "blue"),
      .replace("/tracingEnabled", "true"), .replace("/*/*/throttling/burstLimit", "123"),
      .replace("/*/*/caching/enabled", "true"), .replace("/test/GET/throttling/burstLimit", "124")
    )
    #expect(stage.variables == ["color": "blue"] && stage.tracingEnabled)
    let all = MethodSetting(throttlingBurstLimit: 123, cachingEnabled: true)
    #expect(
      stage.methodSettings == [
        "*/*": all, "test/GET": MethodSetting(throttlingBurstLimit: 124, cachingEnabled: true),
      ])
    let later = try update(.replace("/*/*/throttling/burstLimit", "100"))
    #expect(later.methodSettings["test/GET"]?.throttlingBurstLimit == 124)
    #expect(later.methodSettings["*/*"]?.throttlingBurstLimit == 100)
    let keyed = try update(.replace("/~1test/GET/throttling/rateLimit", "-1"))
    #expect(keyed.methodSettings["~1test/GET"]?.throttlingRateLimit == -1)
    #expect(keyed.methodSetting(path: "/test", httpMethod: "GET")?.throttlingBurstLimit == 100)
    let fewer = try update(.remove("/*/*"), .remove("/test/GET"))
    #expect(fewer.methodSettings.keys.sorted() == ["~1test/GET"])
  }

  @Test func setsEverySetting() throws {
    var bench = try bench()
    try bench.run(
      .updateStage(
        .init(
          restApiId: bench.api, stageName: "prod",
          patchOperations: [
            .replace("/*/*/metrics/enabled", "true"), .replace("/*/*/logging/dataTrace", "true"),
            .replace("/*/*/logging/loglevel", "INFO"),
            .replace("/*/*/throttling/rateLimit", "0.5"),
            .replace("/*/*/throttling/burstLimit", "7"), .replace("/*/*/caching/enabled", "true"),
            .replace("/*/*/caching/ttlInSeconds", "60"),
            .replace("/*/*/caching/dataEncrypted", "true"),
            .replace("/*/*/caching/requireAuthorizationForCacheControl", "false"),
            .replace("/*/*/caching/unauthorizedCacheControlHeaderStrategy", "FAIL_WITH_403"),
          ])))
    #expect(
      bench.stage("prod")?.methodSettings["*/*"]
        == MethodSetting(
          metricsEnabled: true, loggingLevel: "INFO", dataTraceEnabled: true,
          throttlingBurstLimit: 7, throttlingRateLimit: 0.5, cachingEnabled: true,
          cacheTtlInSeconds: 60, cacheDataEncrypted: true,
          requireAuthorizationForCacheControl: false,
          unauthorizedCacheControlHeaderStrategy: "FAIL_WITH_403"))
  }

  @Test func bearsACanaryFromOneMember() throws {
    var bench = try bench()
    let own = try #require(bench.stage("prod")?.deploymentId)
    let other = try bench.deploy()
    func update(_ operations: PatchOperation...) throws -> CanarySettings? {
      try bench.run(
        .updateStage(
          .init(restApiId: bench.api, stageName: "prod", patchOperations: operations)))
      return bench.stage("prod")?.canarySettings
    }
    #expect(
      try update(.replace("/canarySettings/percentTraffic", "50"))
        == CanarySettings(percentTraffic: 50, deploymentId: own))
    #expect(try update(.remove("/canarySettings")) == nil)
    #expect(
      try update(.replace("/canarySettings/deploymentId", other))
        == CanarySettings(deploymentId: other))
    #expect(
      try update(.replace("/canarySettings/stageVariableOverrides/v", "x"))?
        .stageVariableOverrides == ["v": "x"])
    let kept = try update(
      .replace("/variables/v", "old"), .replace("/variables/w", "w"),
      .replace("/canarySettings/percentTraffic", "0.0"),
      PatchOperation(
        op: "copy", path: "/variables", from: "/canarySettings/stageVariableOverrides"),
      PatchOperation(op: "copy", path: "/deploymentId", from: "/canarySettings/deploymentId"))
    #expect(kept?.percentTraffic == 0)
    #expect(bench.stage("prod")?.variables == ["v": "x", "w": "w"])
    #expect(bench.stage("prod")?.deploymentId == other)
  }

  @Test func takesMapsWhole() throws {
    var bench = try bench()
    func update(_ operation: PatchOperation) throws -> Stage? {
      try bench.run(
        .updateStage(
          .init(restApiId: bench.api, stageName: "prod", patchOperations: [operation])))
      return bench.stage("prod")
    }
    #expect(
      try update(.replace("/variables", #"{"a":"1","b":"2"}"#))?.variables == ["a": "1", "b": "2"])
    #expect(try update(.replace("/variables", "{}"))?.variables == nil)
    #expect(
      try update(.replace("/canarySettings/stageVariableOverrides", #"{"a":"3"}"#))?
        .canarySettings?.stageVariableOverrides == ["a": "3"])
  }

  @Test func keepsAccessLogMembersApart() throws {
    var bench = try bench()
    func update(_ operation: PatchOperation) throws -> AccessLogSettings? {
      try bench.run(
        .updateStage(
          .init(restApiId: bench.api, stageName: "prod", patchOperations: [operation])))
      return bench.stage("prod")?.accessLogSettings
    }
    #expect(
      try update(.add("/accessLogSettings/format", "$context.requestId"))
        == AccessLogSettings(format: "$context.requestId"))
    #expect(
      try update(.replace("/accessLogSettings/destinationArn", "arn:x"))?.destinationArn == "arn:x")
    #expect(try update(.remove("/accessLogSettings")) == nil)
  }

  @Test func movesItsDateOnlyWithAChange() throws {
    var bench = try bench()
    let before = try #require(bench.stage("prod"))
    bench.now = Timestamp(seconds: bench.now.seconds + 1)
    let none = try bench.run(
      .updateStage(
        .init(
          restApiId: bench.api, stageName: "prod",
          patchOperations: [.replace("/description", "x"), .replace("/description", "")])))
    #expect(none.events.isEmpty && bench.stage("prod") == before)
    try bench.run(
      .updateStage(
        .init(
          restApiId: bench.api, stageName: "prod", patchOperations: [.replace("/variables/a", "b")])
      ))
    #expect(bench.stage("prod")?.lastUpdatedDate == bench.now)
    try bench.run(
      .updateStage(
        .init(restApiId: bench.api, stageName: "prod", patchOperations: [.remove("/variables/a")])
      ))
    #expect(bench.stage("prod")?.variables == nil)
  }

  @Test func takesADeletedStageOutOfPlans() throws {
    var bench = try bench()
    try bench.deploy("beta")
    let stages = ["prod", "beta"].map { ApiStage(apiId: bench.api, stage: $0) }
    bench.add(UsagePlan(id: "p1", name: "gold", apiStages: stages, createdDate: bench.now))
    let decision = try bench.run(.deleteStage(.init(restApiId: bench.api, stageName: "prod")))
    #expect(decision.events.map(\.ref.kind) == [.usagePlan, .stage])
    #expect(decision.warnings.count == 1)
    #expect(bench.state.plans["p1"]?.apiStages.map(\.stage) == ["beta"])
    try bench.deploy("prod")
    #expect(bench.state.plans["p1"]?.apiStages.map(\.stage) == ["beta"])
    try bench.state.checkInvariants()
  }
}
