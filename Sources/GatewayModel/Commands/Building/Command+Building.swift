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
    let declared = Dictionary(
      backend.pathVariables.map { (requestParameter($0), true) },
      uniquingKeysWith: { one, _ in one })
    let method = Command.putMethod(
      PutMethod(
        restApiId: api, resourceId: resource, httpMethod: httpMethod, apiKeyRequired: requiresKey,
        requestParameters: declared.nonEmpty))
    let steps = backendSteps(httpMethod, resource, api, backend, declared: [])
    return .batch(
      Batch(
        commands: (isPath ? [creatingResourcePath(resource, of: api)] : []) + [method] + steps))
  }

  /// Gives a method another backend and leaves the rest of it as it is: key, authorizer, validator,
  /// models, parameters, responses that are declared.
  ///
  /// - Parameters:
  ///   - method: The method as it is.
  ///   - resource: Its resource.
  ///   - api: The API.
  ///   - backend: What answers from the next deployment on.
  public static func replacingBackend(
    of method: Method, at resource: ResourceID, of api: RestApiID, by backend: MethodBackend
  ) -> Command {
    let known = method.requestParameters ?? [:]
    let missing = Set(backend.pathVariables.map(requestParameter)).filter { known[$0] == nil }
    let declaration = Command.updateMethod(
      UpdateMethod(
        restApiId: api, resourceId: resource, httpMethod: method.httpMethod,
        patchOperations: missing.sorted().map { .add("/requestParameters/\($0)", "true") }))
    let steps = backendSteps(
      method.httpMethod, resource, api, backend, declared: Set(method.methodResponses.keys))
    return .batch(Batch(commands: (missing.isEmpty ? [] : [declaration]) + steps))
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

  private static func requestParameter(_ name: String) -> String { "method.request.path.\(name)" }

  /// What makes a backend and the responses it needs.
  ///
  /// A passed-through answer needs none; path variables the address names are handed on.
  /// - Parameter declared: The statuses the method declares already.
  private static func backendSteps(
    _ verb: String, _ resource: ResourceID, _ api: RestApiID, _ backend: MethodBackend,
    declared: Set<String>
  ) -> [Command] {
    switch backend {
    case .mock(let status, let body):
      let code = String(status)
      let response = Command.putMethodResponse(
        PutMethodResponse(
          restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code))
      let integration = Command.putIntegration(
        PutIntegration(
          restApiId: api, resourceId: resource, httpMethod: verb, type: "MOCK",
          requestTemplates: ["application/json": "{\"statusCode\": \(code)}"]))
      let answer = Command.putIntegrationResponse(
        PutIntegrationResponse(
          restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code,
          responseTemplates: ["application/json": body]))
      return [integration] + (declared.contains(code) ? [] : [response]) + [answer]
    case .proxy(let url):
      let mapped = Dictionary(
        backend.pathVariables.map { ("integration.request.path.\($0)", requestParameter($0)) },
        uniquingKeysWith: { first, _ in first })
      return [
        .putIntegration(
          PutIntegration(
            restApiId: api, resourceId: resource, httpMethod: verb, type: "HTTP_PROXY",
            integrationHttpMethod: verb, uri: url,
            requestParameters: mapped.nonEmpty))
      ]
    }
  }
}

extension MethodBackend {
  /// The path variables a backend's address names: those in `{name}`, but not in
  /// `${stageVariables.name}`.
  fileprivate var pathVariables: [String] {
    guard case .proxy(let url) = self else { return [] }
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
