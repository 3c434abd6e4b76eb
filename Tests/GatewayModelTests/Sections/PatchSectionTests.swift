import GatewayModel
import Testing

/// Semantics §5.1 and §6: what holds for the updates of all entities, and how entities hang together.
@Suite struct PatchSectionTests {
  /// Updates, by the names of their inputs in error texts, each with something that it can change.
  static let updates:
    [(
      input: String, valid: PatchOperation,
      make: @Sendable (SectionBench, [PatchOperation]) -> Command
    )] =
      [
        (
          "updateApiKeyInput", .replace("/description", "d"),
          { .updateApiKey(.init(apiKey: $0.key, patchOperations: $1)) }
        ),
        (
          "updateUsagePlanInput", .replace("/description", "d"),
          { .updateUsagePlan(.init(usagePlanId: $0.plan, patchOperations: $1)) }
        ),
        (
          "updateUsageInput", .replace("/remaining", "5"),
          { .updateUsage(.init(usagePlanId: $0.plan, keyId: $0.key, patchOperations: $1)) }
        ),
        (
          "updateRestApiInput", .replace("/description", "d"),
          { .updateRestApi(.init(restApiId: $0.api, patchOperations: $1)) }
        ),
        (
          "updateResourceInput", .replace("/pathPart", "moved"),
          { .updateResource(.init(restApiId: $0.api, resourceId: "/test", patchOperations: $1)) }
        ),
        (
          "updateMethodInput", .replace("/operationName", "o"),
          {
            .updateMethod(
              .init(restApiId: $0.api, resourceId: "/", httpMethod: "GET", patchOperations: $1))
          }
        ),
        (
          "updateIntegrationInput", .replace("/timeoutInMillis", "5000"),
          {
            .updateIntegration(
              .init(restApiId: $0.api, resourceId: "/", httpMethod: "GET", patchOperations: $1))
          }
        ),
        (
          "updateDeploymentInput", .replace("/description", "d"),
          {
            .updateDeployment(
              .init(restApiId: $0.api, deploymentId: $0.deployment, patchOperations: $1))
          }
        ),
        (
          "updateStageInput", .replace("/description", "d"),
          { .updateStage(.init(restApiId: $0.api, stageName: "prod", patchOperations: $1)) }
        ),
        (
          "updateModelInput", .replace("/description", "d"),
          { .updateModel(.init(restApiId: $0.api, modelName: "Empty", patchOperations: $1)) }
        ),
        (
          "updateGatewayResponseInput", .replace("/statusCode", "418"),
          {
            .updateGatewayResponse(
              .init(restApiId: $0.api, responseType: "THROTTLED", patchOperations: $1))
          }
        ),
        (
          "updateAccountInput", .replace("/throttleSettings/burstLimit", "5"),
          { .updateAccount(.init(patchOperations: $1)) }
        ),
      ]

  @Test(arguments: updates.indices)
  func reportsEveryWordThatIsNone(index: Int) throws {
    let update = Self.updates[index]
    var section = try SectionBench()
    let operations = [
      PatchOperation(op: "jump", path: "/a"), .replace("/description", "d"),
      PatchOperation(op: "", path: nil),
    ]
    let set = "Member must satisfy enum value set: [add, remove, move, test, replace, copy]"
    section.bench.expect(
      update.make(section, operations), refusedAs: .validation,
      "2 validation errors detected: Value 'jump' at '\(update.input).patchOperations.1.member.op' "
        + "failed to satisfy constraint: \(set); Value '' at "
        + "'\(update.input).patchOperations.3.member.op' failed to satisfy constraint: \(set)")
  }

  @Test(arguments: updates.indices, ["move", "test"])
  func movesAndTestsNothing(index: Int, word: String) throws {
    var section = try SectionBench()
    let command = Self.updates[index].make(section, [PatchOperation(op: word, path: "/name")])
    let error = section.bench.refusal(of: command)
    #expect(error?.code == .badRequest)
  }

  @Test(arguments: updates.indices)
  func changesNothingForAnEmptyList(index: Int) throws {
    var section = try SectionBench()
    #expect(try section.bench.run(Self.updates[index].make(section, [])).events.isEmpty)
  }

  @Test(arguments: updates.indices)
  func doesAllOrNothing(index: Int) throws {
    var section = try SectionBench()
    let update = Self.updates[index]
    let broken = update.make(section, [update.valid, .replace("/no/such/path", "x")])
    #expect(section.bench.refusal(of: broken)?.code == .badRequest)
    let whole = update.make(section, [update.valid])
    #expect(try !section.bench.run(whole).events.isEmpty)
  }

  @Test(arguments: relations)
  func keepsRelations(_ row: SectionRow) throws { try row.check() }

  /// Semantics §6.1 and §6.3.
  static let relations = [
    SectionRow(
      "key – (api, stage): at most one plan", .conflict,
      "Usage Plan {empty} cannot be added because API Key {key} cannot reference multiple Usage "
        + "Plans with the same API Stage: {api}:prod"
    ) { section in
      .batch(
        .init(commands: [
          .updateUsagePlan(
            .init(
              usagePlanId: section.empty,
              patchOperations: [.add("/apiStages", "\(section.api):prod")])),
          .createUsagePlanKey(.init(usagePlanId: section.empty, keyId: section.key)),
        ]))
    },
    SectionRow(
      "key already in this plan", .conflict, "API Key {key} is already in Usage Plan {plan}"
    ) {
      .createUsagePlanKey(.init(usagePlanId: $0.plan, keyId: $0.key))
    },
  ]
}
