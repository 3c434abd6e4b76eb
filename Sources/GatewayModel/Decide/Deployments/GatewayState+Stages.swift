extension GatewayState {
  /// Makes a stage: size, API, name, deployment, variables, canary, uniqueness, room.
  func decide(
    _ input: Command.CreateStage, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    CacheClusterRules.check(input.cacheClusterSize, of: "createStageInput", into: &violations)
    try violations.throwIfAny()
    let api = try existingApi(input.restApiId)
    try StageRules.check(name: input.stageName)
    guard api.deployments[input.deploymentId] != nil else {
      throw CommandError.unknownDeployment(field: "deploymentId")
    }
    try checkDocumentation(input.documentationVersion, of: api)
    try StageRules.check(variables: input.variables ?? [:])
    let canary = try canary(of: input, in: api)
    try TagRules.check(input.tags ?? [:])
    guard api.stages[input.stageName] == nil else {
      throw CommandError(
        .conflict, "Stage already exists", field: "stageName",
        remedy: "Deploy to \(input.stageName), or use another name.")
    }
    try checkRoomForStage(in: api)
    let stage = Stage(
      stageName: input.stageName, deploymentId: input.deploymentId,
      description: input.description?.nonEmpty,
      variables: input.variables?.nonEmpty, canarySettings: canary,
      cacheClusterEnabled: input.cacheClusterEnabled ?? false,
      cacheClusterSize: input.cacheClusterSize, tracingEnabled: input.tracingEnabled ?? false,
      documentationVersion: input.documentationVersion?.nonEmpty,
      tags: input.tags ?? [:], createdDate: context.now, lastUpdatedDate: context.now)
    let entity = Entity.stage(input.restApiId, stage)
    return Decision(events: [.put(entity)], subjects: [entity.ref])
  }

  private func checkDocumentation(
    _ version: String?, of api: ApiState
  ) throws(CommandError) {
    guard let version = version?.nonEmpty, api.documentationVersions[version] == nil else { return }
    throw CommandError(
      .badRequest, DocumentationVersion.rules.unknown, field: "documentationVersion",
      remedy: "Make the documentation version '\(version)' first, or leave it out.")
  }

  private func canary(
    of input: Command.CreateStage, in api: ApiState
  ) throws(CommandError) -> CanarySettings? {
    guard let canary = input.canarySettings else { return nil }
    let id = canary.deploymentId ?? input.deploymentId
    guard api.deployments[id] != nil else {
      throw CommandError.unknownDeployment(field: "canarySettings.deploymentId")
    }
    let settings = CanarySettings(canary, deploymentId: id)
    try CanaryRules.check(settings)
    return settings
  }

  /// Changes a stage; its variables are judged after all operations.
  func decide(
    _ input: Command.UpdateStage, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try StagePatch.check(input.patchOperations)
    let (api, known) = try existingStage(input.stageName, of: input.restApiId)
    let stage = try StagePatch(of: known, in: api).applying(input.patchOperations)
    if stage.variables != known.variables {
      try StageRules.check(variables: stage.variables ?? [:])
    }
    if stage.documentationVersion != known.documentationVersion {
      try checkDocumentation(stage.documentationVersion, of: api)
    }
    if let id = stage.clientCertificateId, id != known.clientCertificateId,
      clientCertificates[id] == nil
    {
      throw CommandError(
        .badRequest, ClientCertificate.rules.unknown, field: "clientCertificateId",
        remedy: "Generate a client certificate first, or name one that is there.")
    }
    if let canary = stage.canarySettings, canary != known.canarySettings {
      try CanaryRules.check(canary)
    }
    return Decision(
      events: changes(to: stage, of: input.restApiId, at: context.now),
      subjects: [.stage(ApiStageID(apiId: input.restApiId, stage: stage.stageName))])
  }

  /// Deletes a stage; plans that open it lose it, silently on AWS and as a warning here.
  func decide(
    _ input: Command.DeleteStage, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    _ = try existingStage(input.stageName, of: input.restApiId)
    let id = ApiStageID(apiId: input.restApiId, stage: input.stageName)
    let domains = domains(leadingTo: id.apiId, stage: id.stage)
    guard domains.isEmpty else {
      throw CommandError(
        .badRequest,
        "Deleting stage \(id.stage) failed. Please remove all base path mappings related to the stage "
          + "in your domains: \(domains.joined(separator: ", "))",
        field: "stageName", remedy: "Delete those base path mappings first.")
    }
    let plans = plansWithout { $0 == id }
    return Decision(
      events: plans.map { .put(.usagePlan($0)) } + [.deleted(.stage(id))],
      subjects: [.stage(id)] + plans.map { .usagePlan($0.id) },
      warnings: plans.map {
        "Usage plan \($0.name) no longer opens \(id); making the stage again does not bring it back."
      })
  }
}
