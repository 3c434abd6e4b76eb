import GatewayModel
import Testing

@Suite struct DeploymentCommandTests {
  private func bench() throws -> ApiWorkbench {
    var bench = try ApiWorkbench()
    try bench.mock("GET", "/pets")
    try bench.deploy("prod")
    return bench
  }

  @Test(arguments: refusals)
  func refuses(_ refusal: RefusalCase) throws {
    refusal.check(on: try bench())
  }

  private static func create(
    _ code: CommandErrorCode, _ message: String, _ stage: StageName? = nil,
    canary: CanaryInput? = nil, variables: [String: String]? = nil, size: String? = nil,
    api: RestApiID? = nil
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .createDeployment(
        .init(
          restApiId: api ?? $0.api, stageName: stage, cacheClusterSize: size,
          variables: variables, canarySettings: canary))
    }
  }

  private static let noStage =
    "Invalid deployment content specified.Non null and non empty stageName must be provided for "
    + "canary deployment. Provided value is "

  static let refusals: [RefusalCase] = [
    create(
      .validation,
      "1 validation error detected: Value '9' at 'createDeploymentInput.cacheClusterSize' failed "
        + "to satisfy constraint: Member must satisfy enum value set: "
        + "[0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237]", size: "9", api: "nope"),
    create(.notFound, "Invalid API identifier specified 000000000000:nope", api: "nope"),
    create(.badRequest, noStage + "null", canary: CanaryInput()),
    create(.badRequest, noStage, "", canary: CanaryInput()),
    create(
      .badRequest,
      "Invalid deployment content specified.Stage other must already be created before making a "
        + "canary release deployment", "other", canary: CanaryInput()),
    create(.badRequest, "Stage name only allows a-zA-Z0-9_-", "a.b"),
    create(
      .badRequest, "Stage variable names only allow a-zA-Z0-9_", "prod", variables: ["a-b": "x"]),
    create(
      .badRequest, "Percent traffic must be between 0.0 and 100.0", "prod",
      canary: CanaryInput(percentTraffic: 101)),
    RefusalCase(.notFound, "Invalid Deployment identifier specified") {
      .deleteDeployment(.init(restApiId: $0.api, deploymentId: "nope"))
    },
    RefusalCase(.notFound, "Invalid API identifier specified 000000000000:nope") { _ in
      .deleteDeployment(.init(restApiId: "nope", deploymentId: "nope"))
    },
    RefusalCase(
      .badRequest, "Active stages pointing to this deployment must be moved or deleted"
    ) {
      .deleteDeployment(
        .init(restApiId: $0.api, deploymentId: $0.stage("prod")?.deploymentId ?? ""))
    },
    RefusalCase(
      .badRequest,
      "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description]"
    ) {
      .updateDeployment(
        .init(
          restApiId: $0.api, deploymentId: $0.stage("prod")?.deploymentId ?? "",
          patchOperations: [.replace("/id", "x")]))
    },
  ]

  @Test func needsMethodsWithIntegrations() throws {
    var bench = try ApiWorkbench()
    let deploy = Command.createDeployment(.init(restApiId: bench.api))
    bench.expect(deploy, refusedAs: .badRequest, "The REST API doesn't contain any methods")
    try bench.run(
      .putMethod(.init(restApiId: bench.api, resourceId: bench.root, httpMethod: "GET")))
    bench.expect(deploy, refusedAs: .badRequest, "No integration defined for method")
    #expect(bench.refusal(of: deploy)?.remedy?.contains("GET /") == true)
    try bench.run(
      .putIntegration(
        .init(
          restApiId: bench.api, resourceId: bench.root, httpMethod: "GET", type: "MOCK")))
    let made = try bench.run(deploy)
    #expect(made.events.count == 1)
    #expect(bench.apiState.stages.isEmpty)
  }

  @Test func freezesTheApi() throws {
    var bench = try bench()
    let prod = ApiStageID(apiId: bench.api, stage: "prod")
    try bench.run(.requiringKey(true, for: "GET", at: "/pets", of: bench.api))
    #expect(bench.state.servedSnapshot(prod)?.routes[0].methods[0].apiKeyRequired == false)
    let first = try #require(bench.stage("prod")?.deploymentId)
    try bench.deploy("prod")
    #expect(bench.state.servedSnapshot(prod)?.routes[0].methods[0].apiKeyRequired == true)
    try bench.run(.rollingBack(prod, to: first))
    #expect(bench.state.servedSnapshot(prod)?.routes[0].methods[0].apiKeyRequired == false)
  }

  @Test func repointsAStageAndKeepsItsSettings() throws {
    var bench = try bench()
    try bench.run(
      .updateStage(
        .init(
          restApiId: bench.api, stageName: "prod",
          patchOperations: [
            .replace("/variables/host", "a"), .replace("/*/*/throttling/rateLimit", "5"),
            .replace("/description", "d"),
          ])))
    let before = try #require(bench.stage("prod"))
    bench.now = Timestamp(seconds: bench.now.seconds + 60)
    let made = try bench.run(
      .createDeployment(
        .init(restApiId: bench.api, stageName: "prod", variables: ["port": "80"])))
    let after = try #require(bench.stage("prod"))
    guard case .deployment(_, let id) = made.subjects[0] else { return }
    #expect(
      made.subjects == [.deployment(bench.api, id), .stage(.init(apiId: bench.api, stage: "prod"))])
    #expect(after.deploymentId == id && id != before.deploymentId)
    #expect(after.variables == ["host": "a", "port": "80"])
    #expect(after.methodSettings == before.methodSettings)
    #expect(after.description == "d")
    #expect(after.createdDate == before.createdDate && after.lastUpdatedDate == bench.now)
    try bench.run(
      .deleteDeployment(.init(restApiId: bench.api, deploymentId: before.deploymentId)))
    #expect(bench.apiState.listedDeployments.map(\.id) == [id])
  }

  @Test func describesADeployment() throws {
    var bench = try bench()
    let id = try bench.deploy()
    try bench.run(
      .updateDeployment(
        .init(
          restApiId: bench.api, deploymentId: id,
          patchOperations: [.replace("/description", "spring")])))
    #expect(bench.apiState.deployments[id]?.description == "spring")
  }

  @Test func releasesACanary() throws {
    var bench = try bench()
    let stable = try #require(bench.stage("prod")?.deploymentId)
    try bench.run(
      .createDeployment(
        .init(
          restApiId: bench.api, stageName: "prod",
          canarySettings: CanaryInput(
            percentTraffic: 50, stageVariableOverrides: ["v": "canary"]))))
    let canary = try #require(bench.stage("prod")?.canarySettings)
    #expect(bench.stage("prod")?.deploymentId == stable)
    #expect(canary.percentTraffic == 50 && !canary.useStageCache)
    #expect(canary.deploymentId != stable)
    bench.expect(
      .createDeployment(.init(restApiId: bench.api, stageName: "prod")), refusedAs: .badRequest,
      "Invalid deployment content specified.Stage prod has canary settings and takes only canary "
        + "release deployments")
    bench.expect(
      .deleteDeployment(.init(restApiId: bench.api, deploymentId: canary.deploymentId)),
      refusedAs: .badRequest,
      "Active stages with canary settings pointing to this deployment must be moved or deleted")
    try bench.run(.promotingCanary(of: .init(apiId: bench.api, stage: "prod")))
    #expect(bench.stage("prod")?.deploymentId == canary.deploymentId)
    #expect(bench.stage("prod")?.variables == ["v": "canary"])
    #expect(bench.stage("prod")?.canarySettings == nil)
    try bench.run(.deleteDeployment(.init(restApiId: bench.api, deploymentId: stable)))
    try bench.state.checkInvariants()
  }

  @Test func keepsToTheNumberOfStages() throws {
    var bench = try bench()
    for number in 2...StageRules.maximumCount { try bench.deploy("s\(number)") }
    bench.expect(
      .createDeployment(.init(restApiId: bench.api, stageName: "more")),
      refusedAs: .limitExceeded,
      "Maximum number of stages for this API has been reached. "
        + "Please contact AWS if you need additional stages.")
    try bench.deploy("s2")
  }
}
