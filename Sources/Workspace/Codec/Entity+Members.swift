import GatewayModel

extension Entity {
  /// Reads an entity's own members, and those that say what it belongs to.
  init(kind: EntityKind, from decoder: any Decoder) throws {
    func owner(_ member: OwnerMember) throws -> String {
      try decoder.container(keyedBy: OwnerMember.self).decode(String.self, forKey: member)
    }
    switch kind {
    case .account: self = .account(try Account(from: decoder))
    case .apiKey: self = .apiKey(try ApiKey(from: decoder))
    case .usagePlan: self = .usagePlan(try UsagePlan(from: decoder))
    case .usagePlanKey: self = .usagePlanKey(try UsagePlanKey(from: decoder))
    case .usageAdjustment: self = .usageAdjustment(try UsageAdjustment(from: decoder))
    case .restApi: self = .restApi(try RestApi(from: decoder))
    case .resource: self = .resource(try owner(.apiId), try Resource(from: decoder))
    case .method:
      self = .method(try owner(.apiId), try owner(.resourceId), try Method(from: decoder))
    case .deployment: self = .deployment(try owner(.apiId), try Deployment(from: decoder))
    case .stage: self = .stage(try owner(.apiId), try Stage(from: decoder))
    case .gatewayResponse:
      self = .gatewayResponse(try owner(.apiId), try GatewayResponse(from: decoder))
    case .model: self = .model(try owner(.apiId), try Model(from: decoder))
    case .requestValidator:
      self = .requestValidator(try owner(.apiId), try RequestValidator(from: decoder))
    case .authorizer, .documentationPart, .documentationVersion, .clientCertificate, .domainName,
      .domainNameAccessAssociation, .basePathMapping, .vpcLink:
      self = .accessory(try Self.accessory(kind, from: decoder))
    }
  }

  /// Reads an accessory by the type its kind names.
  private static func accessory(
    _ kind: EntityKind, from decoder: any Decoder
  ) throws -> AnyAccessory {
    guard let type = kind.accessoryType else {
      throw EventCodecError.unknownOperation("\(kind.rawValue).put")
    }
    let apiId = try decoder.container(keyedBy: OwnerMember.self)
      .decodeIfPresent(String.self, forKey: .apiId)
    return AnyAccessory(try type.init(from: decoder), of: apiId)
  }

  /// Writes an entity's own members, and those that say what it belongs to, as one object.
  func encodeMembers(to encoder: any Encoder) throws {
    func encode(_ value: any Encodable, of api: String? = nil, _ resource: String? = nil) throws {
      try value.encode(to: encoder)
      guard let api else { return }
      var owners = encoder.container(keyedBy: OwnerMember.self)
      try owners.encode(api, forKey: .apiId)
      try owners.encodeIfPresent(resource, forKey: .resourceId)
    }
    switch self {
    case .account(let value): try encode(value)
    case .apiKey(let value): try encode(value)
    case .usagePlan(let value): try encode(value)
    case .usagePlanKey(let value): try encode(value)
    case .usageAdjustment(let value): try encode(value)
    case .restApi(let value): try encode(value)
    case .resource(let api, let value): try encode(value, of: api)
    case .method(let api, let resource, let value): try encode(value, of: api, resource)
    case .deployment(let api, let value): try encode(value, of: api)
    case .stage(let api, let value): try encode(value, of: api)
    case .gatewayResponse(let api, let value): try encode(value, of: api)
    case .model(let api, let value): try encode(value, of: api)
    case .requestValidator(let api, let value): try encode(value, of: api)
    case .accessory(let accessory): try encode(accessory.value, of: accessory.apiId)
    }
  }
}
