extension Command {
  /// Makes a path with every parent it lacks.
  ///
  /// - Parameters:
  ///   - path: From the root, for example `/pets/{petId}`.
  ///   - api: The API.
  public static func creatingResourcePath(_ path: String, of api: RestApiID) -> Command {
    .ensureResourcePath(EnsureResourcePath(restApiId: api, path: path))
  }

  /// Makes a method that answers: path, method, backend and responses in one change.
  ///
  /// - Parameters:
  ///   - httpMethod: The verb, or `ANY`.
  ///   - resource: The resource's path, made if it is not there, or its id.
  ///   - api: The API.
  ///   - requiresKey: Whether callers must send a key; acts after a deployment.
  ///   - backend: What answers.
  public static func settingUpMethod(
    _ httpMethod: String, at resource: ResourceID, of api: RestApiID, requiresKey: Bool,
    backend: MethodBackend
  ) -> Command {
    let isPath = resource.hasPrefix("/")
    let steps =
      switch backend {
      case .mock(let status, let body):
        mockSteps(httpMethod, resource, api, requiresKey, status: status, body: body)
      case .proxy(let url): proxySteps(httpMethod, resource, api, requiresKey, url: url)
      }
    return .batch(
      Batch(commands: (isPath ? [creatingResourcePath(resource, of: api)] : []) + steps))
  }

  /// Says whether a method asks for a key; acts after a deployment.
  public static func requiringKey(
    _ isRequired: Bool, for httpMethod: String, at resource: ResourceID, of api: RestApiID
  ) -> Command {
    .updateMethod(
      UpdateMethod(
        restApiId: api, resourceId: resource, httpMethod: httpMethod,
        patchOperations: [.replace("/apiKeyRequired", String(isRequired))]))
  }

  /// Points a stage at another deployment of its API; acts at once.
  public static func rollingBack(_ stage: ApiStageID, to deployment: DeploymentID) -> Command {
    .updateStage(
      UpdateStage(
        restApiId: stage.apiId, stageName: stage.stage,
        patchOperations: [.replace("/deploymentId", deployment)]))
  }

  /// Gives a stage its canary's deployment and variables, and ends the canary.
  public static func promotingCanary(of stage: ApiStageID) -> Command {
    .updateStage(
      UpdateStage(
        restApiId: stage.apiId, stageName: stage.stage,
        patchOperations: [
          PatchOperation(
            op: "copy", path: "/deploymentId", from: "/canarySettings/deploymentId"),
          PatchOperation(
            op: "copy", path: "/variables", from: "/canarySettings/stageVariableOverrides"),
          .remove("/canarySettings"),
        ]))
  }

  /// Takes every stage out of a plan, then deletes it: what API Gateway asks for in this order.
  ///
  /// - Parameter plan: The plan as it is; its stages are named one by one.
  public static func detachingAndDeleting(_ plan: UsagePlan) -> Command {
    let removals = plan.apiStages.map { PatchOperation.remove("/apiStages", $0.id.description) }
    let update = Command.updateUsagePlan(
      UpdateUsagePlan(usagePlanId: plan.id, patchOperations: removals))
    let deletion = Command.deleteUsagePlan(DeleteUsagePlan(usagePlanId: plan.id))
    return .batch(Batch(commands: removals.isEmpty ? [deletion] : [update, deletion]))
  }

  private static func mockSteps(
    _ verb: String, _ resource: ResourceID, _ api: RestApiID, _ requiresKey: Bool, status: Int,
    body: String
  ) -> [Command] {
    let code = String(status)
    return [
      .putMethod(
        PutMethod(
          restApiId: api, resourceId: resource, httpMethod: verb, apiKeyRequired: requiresKey)),
      .putIntegration(
        PutIntegration(
          restApiId: api, resourceId: resource, httpMethod: verb, type: "MOCK",
          requestTemplates: ["application/json": "{\"statusCode\": \(code)}"])),
      .putMethodResponse(
        PutMethodResponse(
          restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code)),
      .putIntegrationResponse(
        PutIntegrationResponse(
          restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code,
          responseTemplates: ["application/json": body])),
    ]
  }

  /// A passed-through answer needs no responses; path variables the address names are declared and
  /// handed on.
  private static func proxySteps(
    _ verb: String, _ resource: ResourceID, _ api: RestApiID, _ requiresKey: Bool, url: String
  ) -> [Command] {
    let names = pathVariables(in: url)
    let declared = Dictionary(
      names.map { ("method.request.path.\($0)", true) }, uniquingKeysWith: { first, _ in first })
    let mapped = Dictionary(
      names.map { ("integration.request.path.\($0)", "method.request.path.\($0)") },
      uniquingKeysWith: { first, _ in first })
    return [
      .putMethod(
        PutMethod(
          restApiId: api, resourceId: resource, httpMethod: verb, apiKeyRequired: requiresKey,
          requestParameters: declared.isEmpty ? nil : declared)),
      .putIntegration(
        PutIntegration(
          restApiId: api, resourceId: resource, httpMethod: verb, type: "HTTP_PROXY",
          integrationHttpMethod: verb, uri: url,
          requestParameters: mapped.isEmpty ? nil : mapped)),
    ]
  }

  /// The names in `{name}`, but not in `${stageVariables.name}`.
  private static func pathVariables(in url: String) -> [String] {
    var names: [String] = []
    var rest = Substring(url)
    while let start = rest.firstIndex(of: "{") {
      let isStageVariable = rest[..<start].last == "$"
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: "}") else { break }
      if !isStageVariable, end > rest.startIndex { names.append(String(rest[..<end])) }
      rest = rest[rest.index(after: end)...]
    }
    return names
  }
}
