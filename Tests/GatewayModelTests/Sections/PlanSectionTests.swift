import GatewayModel
import Testing

/// Semantics §4.2: usage plans, their keys and usage.
@Suite struct PlanSectionTests {
  @Test(arguments: rows)
  func refuses(_ row: SectionRow) throws { try row.check() }

  private static func update(
    _ rule: String, _ code: CommandErrorCode, _ message: String, _ operation: PatchOperation
  ) -> SectionRow {
    SectionRow(rule, code, message) {
      .updateUsagePlan(.init(usagePlanId: $0.plan, patchOperations: [operation]))
    }
  }

  static let rows = [
    SectionRow("absent API or stage", .notFound, "API Stage not found: nope:dev") { _ in
      .createUsagePlan(.init(name: "n", apiStages: [ApiStage(apiId: "nope", stage: "dev")]))
    },
    update(
      "absent API or stage", .notFound, "API Stage not found: nope:dev",
      .add("/apiStages", "nope:dev")),
    update(
      "remove without value", .badRequest, "Invalid API Stage specified", .remove("/apiStages")),
    update(
      "remove without a colon", .badRequest, "Invalid API Stage specified",
      .remove("/apiStages", "fakevalue")),
    update(
      "remove of what is not there", .notFound,
      "Invalid API Stage {api: nope, stage: dev} specified for usageplan {plan}",
      .remove("/apiStages", "nope:dev")),
    update(
      "the pair in the path", .badRequest,
      "Invalid patch path  '/apiStages/X:dev' specified for op 'remove'. Must be one of: "
        + "[/apiStages, /quota, /throttle, /productCode, "
        + "/apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>, "
        + "/apiStages/<apidId:stageName>/throttle]", .remove("/apiStages/X:dev")),
    SectionRow(
      "delete with stages", .badRequest,
      "Cannot delete Usage Plan {plan} because there are API Stages associated with it, "
        + "including {api}:prod"
    ) { .deleteUsagePlan(.init(usagePlanId: $0.plan)) },
    SectionRow("unknown plan", .notFound, "Invalid Usage Plan ID specified") { _ in
      .updateUsagePlan(.init(usagePlanId: "nope", patchOperations: []))
    },
    SectionRow("unknown plan", .notFound, "Invalid Usage Plan ID specified") {
      .createUsagePlanKey(.init(usagePlanId: "nope", keyId: $0.key))
    },
    SectionRow("unknown key", .notFound, "Invalid API Key identifier specified") {
      .createUsagePlanKey(.init(usagePlanId: $0.plan, keyId: "nope"))
    },
    SectionRow("unknown key", .notFound, "Invalid API Key identifier specified") {
      .deleteUsagePlanKey(.init(usagePlanId: $0.plan, keyId: "nope"))
    },
    SectionRow("unknown key", .notFound, "Invalid API Key identifier specified") {
      .updateUsage(.init(usagePlanId: $0.plan, keyId: $0.other, patchOperations: []))
    },
  ]
}
