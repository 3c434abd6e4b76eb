extension GatewayState {
  /// The stage a command names.
  ///
  /// - Throws: `notFound`, of the API or the stage.
  public func existingStage(
    _ name: StageName, of apiId: RestApiID
  ) throws(CommandError) -> (ApiState, Stage) {
    let api = try existingApi(apiId)
    guard let stage = api.stages[name] else {
      throw CommandError(
        .notFound, "Invalid Stage identifier specified", field: "stageName",
        remedy: "The API has \(Self.list(api.stages.keys, noun: "stage")).")
    }
    return (api, stage)
  }

  /// The stage a reading names.
  ///
  /// - Throws: `notFound`, of the API or the stage; the words differ from those for changes, as
  ///   recorded.
  public func requireStage(_ name: StageName, of apiId: RestApiID) throws(CommandError) -> Stage {
    let api = try existingApi(apiId)
    guard let stage = api.stages[name] else {
      throw CommandError(
        .notFound, "Invalid stage identifier specified", field: "stageName",
        remedy: "The API has \(Self.list(api.stages.keys, noun: "stage")).")
    }
    return stage
  }

  /// The deployment a command names.
  ///
  /// - Throws: `notFound`, of the API or the deployment.
  public func existingDeployment(
    _ id: DeploymentID, of apiId: RestApiID
  ) throws(CommandError) -> (ApiState, Deployment) {
    let api = try existingApi(apiId)
    guard let deployment = api.deployments[id] else {
      throw CommandError(
        .notFound, "Invalid Deployment identifier specified", field: "deploymentId",
        remedy: "Use the id of one of the API's deployments.")
    }
    return (api, deployment)
  }

  /// The events that make a stage what it should be; its date moves only when something else did.
  func changes(to stage: Stage, of apiId: RestApiID, at now: Timestamp) -> [Event] {
    var stage = stage
    let known = apis[apiId]?.stages[stage.stageName]
    if known == stage { return [] }
    stage.lastUpdatedDate = now
    return [.put(.stage(apiId, stage))]
  }

  static func list(_ names: some Collection<String>, noun: String) -> String {
    switch names.count {
    case 0: "no \(noun)s"
    case 1: "the \(noun) \(names.joined())"
    default: "the \(noun)s \(names.sorted().joined(separator: ", "))"
    }
  }
}

extension CommandError {
  /// - Parameter field: The input member the id came in.
  static func unknownDeployment(field: String) -> CommandError {
    CommandError(
      .badRequest, "Deployment id does not exist", field: field,
      remedy: "Deploy the API first, or use the id of one of its deployments.")
  }
}
