import GatewayModel

/// A workspace for the checks: the tutorial's API, plan and key, all in order, to be broken one by one.
struct Shop {
  static let now = Timestamp(seconds: 1_795_000_000)
  static let stage = ApiStageID(apiId: "api0000001", stage: "prod")

  var state = GatewayState()
  private var sequence: Sequence64 = 0

  init() {
    let api = Self.stage.apiId
    put(
      .restApi(RestApi(id: api, name: "shop", rootResourceId: "root000001", createdDate: Self.now)))
    put(.resource(api, Resource(id: "root000001", path: "/")))
    put(
      .resource(
        api, Resource(id: "pets01", parentId: "root000001", pathPart: "pets", path: "/pets")))
    put(.method(api, "pets01", Self.method("GET", keyRequired: true)))
    deploy("dep001")
    put(
      .usagePlan(
        UsagePlan(
          id: "plan01", name: "standard", apiStages: [ApiStage(apiId: api, stage: "prod")],
          throttle: ThrottleSettings(rateLimit: 50, burstLimit: 100),
          quota: QuotaSettings(limit: 1_000, period: .month), createdDate: Self.now)))
    put(.apiKey(Self.key("key0000001", name: "web")))
    put(
      .usagePlanKey(
        UsagePlanKey(usagePlanId: "plan01", keyId: "key0000001", createdDate: Self.now)))
  }

  static func key(_ id: ApiKeyID, name: String, enabled: Bool = true) -> ApiKey {
    ApiKey(
      id: id, value: "value-\(id)-0123456789ABCDEF".filter { $0 != "-" }, name: name,
      enabled: enabled, createdDate: now, lastUpdatedDate: now)
  }

  static func method(_ verb: String, keyRequired: Bool) -> Method {
    Method(
      httpMethod: verb, apiKeyRequired: keyRequired,
      methodIntegration: Integration(
        type: .mock, requestTemplates: ["application/json": "{\"statusCode\": 200}"]))
  }

  mutating func put(_ entity: Entity) { apply([.put(entity)]) }

  mutating func delete(_ ref: EntityRef) { apply([.deleted(ref)]) }

  mutating func deploy(_ id: DeploymentID) {
    guard let api = state.apis[Self.stage.apiId] else { return }
    put(
      .deployment(
        Self.stage.apiId, Deployment(id: id, createdDate: Self.now, snapshot: api.snapshot)))
    put(
      .stage(
        Self.stage.apiId,
        Stage(
          stageName: Self.stage.stage, deploymentId: id, createdDate: Self.now,
          lastUpdatedDate: Self.now)))
  }

  private mutating func apply(_ events: [Event]) {
    sequence += 1
    state.apply(events, sequence: sequence)
  }
}
