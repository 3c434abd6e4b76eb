import GatewayModel
import Testing

/// Semantics §4.5: deployments and stages.
@Suite struct StageSectionTests {
  @Test(arguments: deployments + stages)
  func refuses(_ row: SectionRow) throws { try row.check() }

  static let deployments = [
    SectionRow(
      "canary deployment without stage", .badRequest,
      "Invalid deployment content specified.Non null and non empty stageName must be provided for "
        + "canary deployment. Provided value is null"
    ) {
      .createDeployment(
        .init(restApiId: $0.api, canarySettings: CanaryInput(percentTraffic: 5)))
    },
    SectionRow(
      "canary on a missing stage", .badRequest,
      "Invalid deployment content specified.Stage nope must already be created before making a "
        + "canary release deployment"
    ) {
      .createDeployment(
        .init(
          restApiId: $0.api, stageName: "nope", canarySettings: CanaryInput(percentTraffic: 5)))
    },
    SectionRow("unknown deployment", .notFound, "Invalid Deployment identifier specified") {
      .updateDeployment(.init(restApiId: $0.api, deploymentId: "nope", patchOperations: []))
    },
    SectionRow(
      "delete deployment in use", .badRequest,
      "Active stages pointing to this deployment must be moved or deleted"
    ) { .deleteDeployment(.init(restApiId: $0.api, deploymentId: $0.deployment)) },
  ]

  private static func update(_ rule: String, _ message: String, _ operation: PatchOperation)
    -> SectionRow
  {
    SectionRow(rule, .badRequest, message) {
      .updateStage(.init(restApiId: $0.api, stageName: "prod", patchOperations: [operation]))
    }
  }

  static let stages = [
    SectionRow("unknown deployment", .badRequest, "Deployment id does not exist") {
      .createStage(.init(restApiId: $0.api, stageName: "beta", deploymentId: "nope"))
    },
    SectionRow("duplicate stage", .conflict, "Stage already exists") {
      .createStage(.init(restApiId: $0.api, stageName: "prod", deploymentId: $0.deployment))
    },
    SectionRow("stage name", .badRequest, "Stage name only allows a-zA-Z0-9_-") {
      .createStage(.init(restApiId: $0.api, stageName: "a b", deploymentId: $0.deployment))
    },
    SectionRow("unknown stage", .notFound, "Invalid Stage identifier specified") {
      .updateStage(.init(restApiId: $0.api, stageName: "nope", patchOperations: []))
    },
    SectionRow("unknown stage", .notFound, "Invalid Stage identifier specified") {
      .deleteStage(.init(restApiId: $0.api, stageName: "nope"))
    },
    update(
      "canary patch", "Invalid add operation with path: /canarySettings/deploymentId",
      .add("/canarySettings/deploymentId", "x")),
    update(
      "canary patch", "Promotion not available. Canary does not exist.",
      PatchOperation(
        op: "copy", path: "/deploymentId", from: "/canarySettings/deploymentId")),
    update(
      "remove of an absent setting",
      "Cannot remove method setting */* because there is no method setting for this method ",
      .remove("/*/*")),
    update(
      "access log", "Access Log value must not be empty",
      .replace("/accessLogSettings/format", "")),
    update(
      "variables", "Stage variable names only allow a-zA-Z0-9_", .replace("/variables/a-b", "c")),
  ]
}
