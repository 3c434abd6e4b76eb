import GatewayModel

extension Entity {
  /// What people call the entity, where it has a name of its own.
  var displayName: String? {
    switch self {
    case .apiKey(let key): key.displayName
    case .usagePlan(let plan): plan.name
    case .restApi(let api): api.name
    case .resource(_, let resource): resource.path
    case .deployment(_, let deployment): deployment.id
    case .requestValidator(_, let validator): validator.name
    case .accessory(let accessory): accessory.value.displayName
    default: nil
    }
  }
}

extension EntityRef {
  /// The id within its kind.
  var identifier: String {
    switch self {
    case .account: "account"
    case .apiKey(let id), .usagePlan(let id), .restApi(let id), .resource(_, let id),
      .deployment(_, let id), .requestValidator(_, let id):
      id
    case .usagePlanKey(let id), .usageAdjustment(let id): "\(id.usagePlanId)/\(id.keyId)"
    case .method(_, let resource, let verb): "\(resource)/\(verb)"
    case .stage(let id): id.description
    case .gatewayResponse(_, let type): type.rawValue
    case .model(_, let name): name
    case .accessory(let ref): ref.key
    }
  }
}
