import GatewayModel

/// The members that name an entity, as the entities themselves call them.
private enum NameMember: String, CodingKey {
  case id
  case apiId
  case resourceId
  case httpMethod
  case usagePlanId
  case keyId
  case stageName
  case responseType
  case name
}

extension EntityRef {
  /// Reads the members that name an entity of a kind.
  init(kind: EntityKind, from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: NameMember.self)
    func text(_ member: NameMember) throws -> String {
      try members.decode(String.self, forKey: member)
    }
    func planKey() throws -> PlanKeyID {
      PlanKeyID(usagePlanId: try text(.usagePlanId), keyId: try text(.keyId))
    }
    switch kind {
    case .account: self = .account
    case .apiKey: self = .apiKey(try text(.id))
    case .usagePlan: self = .usagePlan(try text(.id))
    case .usagePlanKey: self = .usagePlanKey(try planKey())
    case .usageAdjustment: self = .usageAdjustment(try planKey())
    case .restApi: self = .restApi(try text(.id))
    case .resource: self = .resource(try text(.apiId), try text(.id))
    case .method:
      self = .method(
        try text(.apiId), try text(.resourceId), httpMethod: try text(.httpMethod))
    case .deployment: self = .deployment(try text(.apiId), try text(.id))
    case .stage: self = .stage(ApiStageID(apiId: try text(.apiId), stage: try text(.stageName)))
    case .gatewayResponse:
      self = .gatewayResponse(
        try text(.apiId), try members.decode(GatewayResponseType.self, forKey: .responseType))
    case .model: self = .model(try text(.apiId), name: try text(.name))
    case .requestValidator: self = .requestValidator(try text(.apiId), try text(.id))
    case .authorizer, .documentationPart, .documentationVersion, .clientCertificate, .domainName,
      .domainNameAccessAssociation, .basePathMapping, .vpcLink:
      let apiId = try members.decodeIfPresent(String.self, forKey: .apiId)
      guard let ref = AccessoryRef(kind: kind, apiId: apiId, key: try text(.id)) else {
        throw EventCodecError.malformed("the owner of a \(kind.rawValue) is missing")
      }
      self = .accessory(ref)
    }
  }

  /// Writes the members that name the entity.
  func encodeMembers(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: NameMember.self)
    for (member, text) in nameMembers { try members.encode(text, forKey: member) }
  }

  private var nameMembers: [(NameMember, String)] {
    switch self {
    case .account: []
    case .apiKey(let id), .usagePlan(let id), .restApi(let id): [(.id, id)]
    case .usagePlanKey(let id), .usageAdjustment(let id):
      [(.usagePlanId, id.usagePlanId), (.keyId, id.keyId)]
    case .resource(let api, let id), .deployment(let api, let id),
      .requestValidator(let api, let id):
      [(.apiId, api), (.id, id)]
    case .method(let api, let resource, let verb):
      [(.apiId, api), (.resourceId, resource), (.httpMethod, verb)]
    case .stage(let id): [(.apiId, id.apiId), (.stageName, id.stage)]
    case .gatewayResponse(let api, let type): [(.apiId, api), (.responseType, type.rawValue)]
    case .model(let api, let name): [(.apiId, api), (.name, name)]
    case .accessory(let ref): (ref.apiId.map { [(.apiId, $0)] } ?? []) + [(.id, ref.key)]
    }
  }
}
