/// One entity of the workspace, whole, with the API it belongs to.
public enum Entity: Sendable, Hashable {
  case account(Account)
  case apiKey(ApiKey)
  case usagePlan(UsagePlan)
  case usagePlanKey(UsagePlanKey)
  case usageAdjustment(UsageAdjustment)
  case restApi(RestApi)
  case resource(RestApiID, Resource)
  case method(RestApiID, ResourceID, Method)
  case deployment(RestApiID, Deployment)
  case stage(RestApiID, Stage)
  case gatewayResponse(RestApiID, GatewayResponse)
  case model(RestApiID, Model)
  case requestValidator(RestApiID, RequestValidator)
  /// One of the eight kinds the gateway decides nothing of.
  case accessory(AnyAccessory)

  /// The entity's name.
  public var ref: EntityRef {
    switch self {
    case .account: .account
    case .apiKey(let key): .apiKey(key.id)
    case .usagePlan(let plan): .usagePlan(plan.id)
    case .usagePlanKey(let member):
      .usagePlanKey(PlanKeyID(usagePlanId: member.usagePlanId, keyId: member.keyId))
    case .usageAdjustment(let grant):
      .usageAdjustment(PlanKeyID(usagePlanId: grant.usagePlanId, keyId: grant.keyId))
    case .restApi(let api): .restApi(api.id)
    case .resource(let api, let resource): .resource(api, resource.id)
    case .method(let api, let resource, let method):
      .method(api, resource, httpMethod: method.httpMethod)
    case .deployment(let api, let deployment): .deployment(api, deployment.id)
    case .stage(let api, let stage): .stage(ApiStageID(apiId: api, stage: stage.stageName))
    case .gatewayResponse(let api, let response): .gatewayResponse(api, response.responseType)
    case .model(let api, let model): .model(api, name: model.name)
    case .requestValidator(let api, let validator): .requestValidator(api, validator.id)
    case .accessory(let accessory): .accessory(accessory.ref)
    }
  }
}
