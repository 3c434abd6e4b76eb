extension EntityRef {
  /// The entity's name within its kind, for messages: the id, or the ids that lead to it.
  public var shortName: String {
    switch self {
    case .account: Account.id
    case .apiKey(let id), .usagePlan(let id), .restApi(let id): id
    case .usagePlanKey(let id), .usageAdjustment(let id): "\(id.usagePlanId)/\(id.keyId)"
    case .resource(let api, let id), .deployment(let api, let id): "\(api)/\(id)"
    case .method(let api, let resource, let verb): "\(api)/\(resource)/\(verb)"
    case .stage(let id): id.description
    case .gatewayResponse(let api, let type): "\(api)/\(type.rawValue)"
    case .model(let api, let name): "\(api)/\(name)"
    case .requestValidator(let api, let id): "\(api)/\(id)"
    case .accessory(let ref): ref.apiId.map { "\($0)/\(ref.key)" } ?? ref.key
    }
  }
}
