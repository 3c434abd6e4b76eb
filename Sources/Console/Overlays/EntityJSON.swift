import GatewayModel

/// Entities as JSON, for reading and copying: what `keystile … --json` prints, on many lines.
enum EntityJSON {
  /// The entity in API Gateway's shape, indented; a key's value is left out.
  static func text(of entity: Entity) -> String { value(of: entity).indented }

  /// The entity in API Gateway's shape; a key's value is left out.
  static func value(of entity: Entity) -> JSONValue {
    switch entity {
    case .account(let account): account.wire
    case .apiKey(let key): key.wire(.single)
    case .usagePlan(let plan): plan.wire(.single)
    case .usagePlanKey(let member):
      ["id": .string(member.keyId), "type": .string(UsagePlanKey.keyType)]
    case .usageAdjustment(let grant):
      [
        "keyId": .string(grant.keyId), "periodStart": .string("\(grant.periodStart)"),
        "requests": .integer(grant.requests), "usagePlanId": .string(grant.usagePlanId),
      ]
    case .restApi(let api): api.wire(.single)
    case .resource(_, let resource): resource.wire()
    case .method(_, _, let method): method.wire
    case .deployment(_, let deployment): deployment.wire()
    case .stage(_, let stage): stage.wire
    case .gatewayResponse(_, let response):
      EffectiveGatewayResponse(
        of: response.responseType, among: [response.responseType: response]
      ).wire
    case .model(_, let model): model.wire
    case .requestValidator(_, let validator): validator.wire
    case .accessory(let accessory): accessory.value.wire(.single)
    }
  }
}
