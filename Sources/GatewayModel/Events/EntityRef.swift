/// Names one entity of the workspace: what an event changes and what a revision belongs to.
public enum EntityRef: Sendable, Hashable {
  case account
  case apiKey(ApiKeyID)
  case usagePlan(UsagePlanID)
  case usagePlanKey(PlanKeyID)
  case usageAdjustment(PlanKeyID)
  case restApi(RestApiID)
  case resource(RestApiID, ResourceID)
  case method(RestApiID, ResourceID, httpMethod: String)
  case deployment(RestApiID, DeploymentID)
  case stage(ApiStageID)
  case gatewayResponse(RestApiID, GatewayResponseType)
  case model(RestApiID, name: String)
  case requestValidator(RestApiID, RequestValidatorID)
  case accessory(AccessoryRef)

  /// The API the entity belongs to, if it belongs to one.
  public var apiId: RestApiID? {
    switch self {
    case .account, .apiKey, .usagePlan, .usagePlanKey, .usageAdjustment: nil
    case .restApi(let api), .resource(let api, _), .method(let api, _, _),
      .deployment(let api, _), .gatewayResponse(let api, _), .model(let api, _),
      .requestValidator(let api, _):
      api
    case .stage(let stage): stage.apiId
    case .accessory(let accessory): accessory.apiId
    }
  }

  /// What kind of entity it is.
  public var kind: EntityKind {
    switch self {
    case .account: .account
    case .apiKey: .apiKey
    case .usagePlan: .usagePlan
    case .usagePlanKey: .usagePlanKey
    case .usageAdjustment: .usageAdjustment
    case .restApi: .restApi
    case .resource: .resource
    case .method: .method
    case .deployment: .deployment
    case .stage: .stage
    case .gatewayResponse: .gatewayResponse
    case .model: .model
    case .requestValidator: .requestValidator
    case .accessory(let accessory): accessory.kind
    }
  }
}
