extension AWSScriptWriter {
  /// Adds the lines of a change by what became of each entity.
  mutating func write(_ steps: [AWSScript.Step]) {
    let gone = Set(steps.filter { $0.after == nil }.map(\.ref))
    made.formUnion(steps.filter(\.isCreation).map(\.ref))
    for step in Self.ordered(steps) {
      switch (step.before, step.after) {
      case (nil, let after?): create(after)
      case (let before?, let after?): change(before, to: after)
      case (let before?, nil) where !goesAlong(before, with: gone): delete(step.ref)
      default: break
      }
    }
  }

  /// True for a part that API Gateway takes away with its whole.
  private func goesAlong(_ entity: Entity, with gone: Set<EntityRef>) -> Bool {
    let ref = entity.ref
    if let api = ref.apiId, ref != .restApi(api), gone.contains(.restApi(api)) { return true }
    return switch entity {
    case .usagePlanKey(let member):
      gone.contains(.apiKey(member.keyId)) || gone.contains(.usagePlan(member.usagePlanId))
    case .usageAdjustment: true
    case .resource(let api, let resource):
      resource.parentId.map { gone.contains(.resource(api, $0)) } ?? false
    case .method(let api, let resource, _): gone.contains(.resource(api, resource))
    case .accessory(let accessory):
      (accessory.value as? BasePathMapping).map {
        gone.contains(.accessory(AccessoryRef(DomainName.self, $0.domainName)))
      } ?? false
    default: false
    }
  }

  private mutating func delete(_ ref: EntityRef) {
    switch ref {
    case .apiKey(let id): line(.deleteApiKey(Command.DeleteApiKey(apiKey: id)))
    case .usagePlan(let id): line(.deleteUsagePlan(Command.DeleteUsagePlan(usagePlanId: id)))
    case .usagePlanKey(let id):
      line(
        .deleteUsagePlanKey(
          Command.DeleteUsagePlanKey(usagePlanId: id.usagePlanId, keyId: id.keyId)))
    case .restApi(let id): line(.deleteRestApi(Command.DeleteRestApi(restApiId: id)))
    case .resource(let api, let id):
      line(.deleteResource(Command.DeleteResource(restApiId: api, resourceId: id)))
    case .method(let api, let resource, let verb):
      line(
        .deleteMethod(
          Command.DeleteMethod(restApiId: api, resourceId: resource, httpMethod: verb)))
    case .deployment(let api, let id):
      line(.deleteDeployment(Command.DeleteDeployment(restApiId: api, deploymentId: id)))
    case .stage(let id):
      line(.deleteStage(Command.DeleteStage(restApiId: id.apiId, stageName: id.stage)))
    case .gatewayResponse(let api, let type):
      line(
        .deleteGatewayResponse(
          Command.DeleteGatewayResponse(restApiId: api, responseType: type.rawValue)))
    case .model(let api, let name):
      line(.deleteModel(Command.DeleteModel(restApiId: api, modelName: name)))
    case .requestValidator(let api, let id):
      line(
        .deleteRequestValidator(
          Command.DeleteRequestValidator(restApiId: api, requestValidatorId: id)))
    case .accessory(let ref): line(.deleteAccessory(Command.DeleteAccessory(ref)))
    default: remark("No line is written for \(ref.shortName).")
    }
  }

  private mutating func create(_ entity: Entity) {
    switch entity {
    case .apiKey(let key):
      // The value is not in the line, but that it is given makes the line ask for it.
      line(
        .createApiKey(
          Command.CreateApiKey(
            name: key.name, description: key.description, enabled: key.enabled, value: key.value,
            customerId: key.customerId, tags: key.tags.nonEmpty)),
        making: (key.id, "key"))
    case .usagePlan(let plan): create(plan)
    case .usagePlanKey(let member):
      line(
        .createUsagePlanKey(
          Command.CreateUsagePlanKey(usagePlanId: member.usagePlanId, keyId: member.keyId)))
    case .restApi(let api): create(api)
    case .resource(let api, let resource):
      guard let parent = resource.parentId, let part = resource.pathPart else { return }
      line(
        .createResource(
          Command.CreateResource(restApiId: api, parentId: parent, pathPart: part)),
        making: (resource.id, "resource"))
    case .method(let api, let resource, let method): put(method, at: resource, of: api)
    case .deployment(let api, let deployment):
      remark("A deployment is of the API as it is when the line runs.")
      line(
        .createDeployment(
          Command.CreateDeployment(restApiId: api, description: deployment.description)),
        making: (deployment.id, "deployment"))
    case .stage(let api, let stage): create(stage, of: api)
    default: createPart(entity)
    }
  }

  private mutating func createPart(_ entity: Entity) {
    switch entity {
    case .gatewayResponse(let api, let response): put(response, of: api)
    case .model(let api, let model): create(model, of: api)
    case .accessory(let accessory): create(accessory)
    case .requestValidator(let api, let validator):
      line(
        .createRequestValidator(
          Command.CreateRequestValidator(
            restApiId: api, name: validator.name,
            validateRequestBody: validator.validateRequestBody,
            validateRequestParameters: validator.validateRequestParameters)),
        making: (validator.id, "validator"))
    default: remark("No line is written for \(entity.ref.shortName).")
    }
  }

  private mutating func create(_ plan: UsagePlan) {
    let quota = plan.quota.map {
      QuotaInput(limit: $0.limit, offset: $0.offset, period: $0.period.rawValue)
    }
    line(
      .createUsagePlan(
        Command.CreateUsagePlan(
          name: plan.name, description: plan.description,
          apiStages: plan.apiStages.nonEmpty, throttle: plan.throttle,
          quota: quota, tags: plan.tags.nonEmpty)),
      making: (plan.id, "plan"))
  }

  private mutating func create(_ api: RestApi) {
    line(
      .createRestApi(
        Command.CreateRestApi(
          name: api.name, description: api.description, version: api.version,
          binaryMediaTypes: api.binaryMediaTypes.nonEmpty,
          minimumCompressionSize: api.minimumCompressionSize,
          apiKeySource: api.apiKeySource == .header ? nil : api.apiKeySource.rawValue,
          endpointConfiguration: api.endpointConfiguration.input, policy: api.policy,
          tags: api.tags.nonEmpty,
          disableExecuteApiEndpoint: api.disableExecuteApiEndpoint ? true : nil,
          securityPolicy: api.securityPolicy, endpointAccessMode: api.endpointAccessMode)),
      making: (api.id, "api"))
    line(
      [
        "aws", "apigateway", "get-resources", "--rest-api-id", api.id, "--query",
        "items[?path=='/'].id", "--output", "text",
      ], finding: api.rootResourceId, noun: "root")
    for model in Model.defaults(newId: { "" })
    where !made.contains(.model(api.id, name: model.name)) {
      line(.deleteModel(Command.DeleteModel(restApiId: api.id, modelName: model.name)))
    }
  }

  /// Adds the lines that make a model, or give one that comes with a new API the form it had.
  private mutating func create(_ model: Model, of api: RestApiID) {
    let given = Model.defaults(newId: { model.id }).first { $0.name == model.name }
    if made.contains(.restApi(api)), let given {
      if given.contentType == model.contentType {
        return change(.model(api, given), to: .model(api, model))
      }
      line(.deleteModel(Command.DeleteModel(restApiId: api, modelName: model.name)))
    }
    line(
      .createModel(
        Command.CreateModel(
          restApiId: api, name: model.name, description: model.description,
          schema: model.schema, contentType: model.contentType)))
  }

  private mutating func create(_ stage: Stage, of api: RestApiID) {
    let canary = stage.canarySettings.map {
      CanaryInput(
        percentTraffic: $0.percentTraffic, deploymentId: $0.deploymentId,
        stageVariableOverrides: $0.stageVariableOverrides, useStageCache: $0.useStageCache)
    }
    line(
      .createStage(
        Command.CreateStage(
          restApiId: api, stageName: stage.stageName, deploymentId: stage.deploymentId,
          description: stage.description,
          cacheClusterEnabled: stage.cacheClusterEnabled ? true : nil,
          cacheClusterSize: stage.cacheClusterSize, variables: stage.variables,
          documentationVersion: stage.documentationVersion, canarySettings: canary,
          tracingEnabled: stage.tracingEnabled ? true : nil, tags: stage.tags.nonEmpty)))
    var created = stage
    created.methodSettings = [:]
    created.accessLogSettings = nil
    created.clientCertificateId = nil
    change(.stage(api, created), to: .stage(api, stage))
  }
}
