extension GatewayState {
  /// Freezes an API: size, API, methods, integrations, then what the stage must be.
  func decide(
    _ input: Command.CreateDeployment, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    CacheClusterRules.check(
      input.cacheClusterSize, of: "createDeploymentInput", into: &violations)
    try violations.throwIfAny()
    let api = try existingApi(input.restApiId)
    let deployment = Deployment(
      id: context.unusedIdentifier(among: api.deployments),
      description: input.description?.nonEmpty,
      createdDate: context.now, snapshot: api.snapshot)
    try checkDeployable(deployment.snapshot)
    let stage = try stage(from: input, serving: deployment, of: api)
    var events = [Event.put(.deployment(input.restApiId, deployment))]
    var subjects = [EntityRef.deployment(input.restApiId, deployment.id)]
    if let stage {
      events += changes(to: stage, of: input.restApiId, at: context.now)
      subjects.append(.stage(ApiStageID(apiId: input.restApiId, stage: stage.stageName)))
    }
    return Decision(events: events, subjects: subjects)
  }

  private func checkDeployable(_ snapshot: ApiSnapshot) throws(CommandError) {
    guard !snapshot.routes.isEmpty else {
      throw CommandError(
        .badRequest, "The REST API doesn't contain any methods", field: "restApiId",
        remedy: "Make a method with an integration first.")
    }
    let bare = snapshot.routes.flatMap { route in
      route.methods.filter { $0.methodIntegration == nil }.map { "\($0.httpMethod) \(route.path)" }
    }
    guard bare.isEmpty else {
      throw CommandError(
        .badRequest, "No integration defined for method", field: "restApiId",
        remedy: "Give an integration to \(bare.joined(separator: ", ")).")
    }
  }

  /// What the named stage becomes: its canary with canary settings, else the stage itself.
  private func stage(
    from input: Command.CreateDeployment, serving deployment: Deployment, of api: ApiState
  ) throws(CommandError) -> Stage? {
    if let canary = input.canarySettings {
      return try canaryStage(from: input, canary, serving: deployment, of: api)
    }
    guard let name = input.stageName, !name.isEmpty else { return nil }
    try StageRules.check(name: name)
    var stage =
      api.stages[name]
      ?? Stage(
        stageName: name, deploymentId: deployment.id, createdDate: deployment.createdDate,
        lastUpdatedDate: deployment.createdDate)
    if api.stages[name] == nil { try checkRoomForStage(in: api) }
    guard stage.canarySettings == nil else {
      throw CommandError(
        .badRequest,
        "Invalid deployment content specified.Stage \(name) has canary settings and takes only "
          + "canary release deployments",
        field: "stageName",
        remedy: "Promote or remove the canary of \(name) first, or deploy to the canary.")
    }
    stage.deploymentId = deployment.id
    try lay(input, over: &stage)
    return stage
  }

  private func canaryStage(
    from input: Command.CreateDeployment, _ canary: CanaryInput, serving deployment: Deployment,
    of api: ApiState
  ) throws(CommandError) -> Stage {
    guard let name = input.stageName, !name.isEmpty else {
      throw CommandError(
        .badRequest,
        "Invalid deployment content specified.Non null and non empty stageName must be provided "
          + "for canary deployment. Provided value is \(input.stageName ?? "null")",
        field: "stageName", remedy: "Name the stage whose requests the canary takes a share of.")
    }
    guard var stage = api.stages[name] else {
      throw CommandError(
        .badRequest,
        "Invalid deployment content specified.Stage \(name) must already be created before making "
          + "a canary release deployment",
        field: "stageName", remedy: "Deploy to \(name) without canary settings first.")
    }
    let settings = CanarySettings(canary, deploymentId: deployment.id)
    try CanaryRules.check(settings)
    stage.canarySettings = settings
    try lay(input, over: &stage)
    return stage
  }

  /// Settings that come with a deployment change those of the stage; variables are added to it.
  private func lay(
    _ input: Command.CreateDeployment, over stage: inout Stage
  ) throws(CommandError) {
    if let text = input.stageDescription { stage.description = text.nonEmpty }
    if let enabled = input.cacheClusterEnabled { stage.cacheClusterEnabled = enabled }
    if let size = input.cacheClusterSize { stage.cacheClusterSize = size }
    if let enabled = input.tracingEnabled { stage.tracingEnabled = enabled }
    guard let variables = input.variables, !variables.isEmpty else { return }
    let merged = (stage.variables ?? [:]).merging(variables) { $1 }
    try StageRules.check(variables: merged)
    stage.variables = merged
  }

  /// Refuses one stage more than an API can have.
  func checkRoomForStage(in api: ApiState) throws(CommandError) {
    guard api.stages.count < StageRules.maximumCount else {
      throw CommandError(
        .limitExceeded,
        "Maximum number of stages for this API has been reached. "
          + "Please contact AWS if you need additional stages.",
        field: "stageName",
        remedy: "An API has at most \(StageRules.maximumCount) stages; delete one.")
    }
  }
}
