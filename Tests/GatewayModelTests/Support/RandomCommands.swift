import GatewayModel
import TestSupport

/// Makes commands that mostly fit a state, and sometimes do not.
struct RandomCommands {
  var random: SeededRandom

  /// A command about keys, plans, APIs or stages; one in ten is a batch.
  mutating func next(for state: GatewayState) -> Command {
    if random.chance(10) {
      let count = Int.random(in: 0...4, using: &random)
      return .batch(.init(commands: (0..<count).map { _ in single(for: state) }))
    }
    return single(for: state)
  }

  private mutating func single(for state: GatewayState) -> Command {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: key(state)
    case 1: plan(state)
    case 2: accessory(state)
    default: api(state)
    }
  }

  private mutating func key(_ state: GatewayState) -> Command {
    let key = random.pick(state.keys.keys)
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3:
      let value = random.chance(30) ? String(repeating: random.pick(["a", "b"]), count: 30) : nil
      return .createApiKey(.init(name: random.pick(["web", "app"]), enabled: true, value: value))
    case 4:
      let operation = random.pick(["name", "description", "customerId", "enabled", "id"])
      return .updateApiKey(
        .init(
          apiKey: key,
          patchOperations: [.replace("/\(operation)", random.pick(["true", "x", ""]))]))
    case 5: return .deleteApiKey(.init(apiKey: key))
    case 6: return .rotateApiKey(.init(apiKey: key, keepOld: random.chance(50)))
    case 7: return .importApiKeys(.init(body: file(state), failOnWarnings: random.chance(20)))
    case 8:
      let arn = "arn:aws:apigateway:us-east-1::/apikeys/\(key)"
      return random.chance(50)
        ? .tagResource(.init(resourceArn: arn, tags: [random.pick(["a", "b"]): "1"]))
        : .untagResource(.init(resourceArn: arn, tagKeys: ["a"]))
    default:
      return .updateAccount(
        .init(patchOperations: [
          .replace("/throttleSettings/burstLimit", random.pick(["5", "9", "x"]))
        ]))
    }
  }

  private mutating func file(_ state: GatewayState) -> String {
    var file = "Name,Key,UsagePlanIds\n"
    for _ in 0..<3 {
      let value = String(repeating: random.pick(["a", "b", "c"]), count: 30)
      let plans = "\(random.pick(state.plans.keys)),\(random.pick(state.plans.keys))"
      file += "imported,\(random.chance(10) ? "short" : value),\"\(plans)\"\n"
    }
    return file
  }

  private mutating func plan(_ state: GatewayState) -> Command {
    let plan = random.pick(state.plans.keys)
    let key = random.pick(state.planKeys[plan]?.keys.sorted() ?? [])
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1:
      let stage = stage(state)
      return .createUsagePlan(
        .init(
          name: "plan",
          apiStages: random.chance(50) ? [ApiStage(apiId: stage.apiId, stage: stage.stage)] : nil,
          quota: random.chance(50) ? QuotaInput(limit: 100, period: "DAY") : nil))
    case 2...4:
      return .updateUsagePlan(
        .init(
          usagePlanId: plan,
          patchOperations: (0..<Int.random(in: 1...3, using: &random)).map { _ in patch(state) }))
    case 5: return .deleteUsagePlan(.init(usagePlanId: plan))
    case 6, 7:
      return .createUsagePlanKey(.init(usagePlanId: plan, keyId: random.pick(state.keys.keys)))
    case 8: return .deleteUsagePlanKey(.init(usagePlanId: plan, keyId: key))
    default:
      return .updateUsage(
        .init(
          usagePlanId: plan, keyId: key,
          patchOperations: [.replace("/remaining", random.pick(["0", "70", "100", "5000"]))]))
    }
  }

  private mutating func patch(_ state: GatewayState) -> PatchOperation {
    let stage = stage(state).description
    switch Int.random(in: 0..<8, using: &random) {
    case 0...2: return .add("/apiStages", stage)
    case 3: return .remove("/apiStages", stage)
    case 4: return .replace("/apiStages/\(stage)/throttle/~1pets/GET/rateLimit", "5")
    case 5: return .replace("/throttle/rateLimit", "2.5")
    case 6: return .replace("/quota/period", random.pick(["WEEK", "MONTH"]))
    default: return .remove("/quota")
    }
  }

  private mutating func stage(_ state: GatewayState) -> ApiStageID {
    let api = random.pick(state.apis.keys)
    return ApiStageID(apiId: api, stage: random.pick(state.apis[api]?.stages.keys.sorted() ?? []))
  }

  /// A definition that sometimes contradicts itself.
  private mutating func definition() -> ApiDefinition {
    var definition = ApiDefinition()
    definition.name = "defined"
    for path in ["/", "/pets", "/{id}", "/{p+}"] where random.chance(50) {
      var method = DefinedMethod(httpMethod: random.pick(["GET", "POST"]))
      if random.chance(70) { method.integration = DefinedIntegration(type: "MOCK") }
      if random.chance(30) { method.requestModels = ["application/json": "Pet"] }
      if random.chance(30) { method.requestValidator = "all" }
      definition.paths.append(DefinedPath(path: path, methods: [method]))
    }
    if random.chance(80) { definition.models = [DefinedModel(name: "Pet", schema: "{}")] }
    if random.chance(80) { definition.requestValidators = [DefinedRequestValidator(name: "all")] }
    return definition
  }

  private mutating func api(_ state: GatewayState) -> Command {
    let api = random.pick(state.apis.keys)
    let parts = state.apis[api]
    let resource = random.pick(parts?.resources.keys.sorted() ?? [])
    let stage = random.pick(parts?.stages.keys.sorted() ?? [], else: "prod")
    let deployment = random.pick(parts?.deployments.keys.sorted() ?? [])
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return .createRestApi(.init(name: "api"))
    case 12: return .importRestApi(.init(definition: definition()))
    case 13:
      return .putRestApi(
        .init(
          restApiId: api, definition: definition(), mode: random.pick(["merge", "overwrite"])))
    case 1:
      return .createResource(
        .init(
          restApiId: api, parentId: resource, pathPart: random.pick(["pets", "{id}", "{p+}"])))
    case 2, 3:
      return .putMethod(.init(restApiId: api, resourceId: resource, httpMethod: "GET"))
    case 4, 5:
      return .putIntegration(
        .init(restApiId: api, resourceId: resource, httpMethod: "GET", type: "MOCK"))
    case 6, 7:
      return .createDeployment(
        .init(restApiId: api, stageName: random.pick(["prod", "beta"])))
    case 8:
      return .updateStage(
        .init(
          restApiId: api, stageName: stage,
          patchOperations: [.replace("/deploymentId", deployment)]))
    case 9: return .deleteStage(.init(restApiId: api, stageName: stage))
    case 10:
      return random.chance(50)
        ? .deleteDeployment(.init(restApiId: api, deploymentId: deployment))
        : .deleteResource(.init(restApiId: api, resourceId: resource))
    default:
      return random.chance(30)
        ? .deleteRestApi(.init(restApiId: api))
        : .deleteMethod(.init(restApiId: api, resourceId: resource, httpMethod: "GET"))
    }
  }
}
