import Foundation
import GatewayModel

/// Entities as JSON, for reading and copying.
enum EntityJSON {
  /// The entity, sorted and indented; a key's value is masked.
  static func text(of entity: Entity) -> String? {
    switch entity {
    case .account(let account): return text(account)
    case .apiKey(var key):
      key.value = key.maskedValue
      return text(key)
    case .usagePlan(let plan): return text(plan)
    case .usagePlanKey(let member): return text(member)
    case .usageAdjustment(let grant): return text(grant)
    case .restApi(let api): return text(api)
    case .resource(_, let resource): return text(resource)
    case .method(_, _, let method): return text(method)
    case .deployment(_, let deployment): return text(deployment)
    case .stage(_, let stage): return text(stage)
    case .gatewayResponse(_, let response): return text(response)
    case .model(_, let model): return text(model)
    case .requestValidator(_, let validator): return text(validator)
    case .accessory(let accessory): return text(accessory.value)
    }
  }

  private static func text(_ value: some Encodable) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Every entity is made of text, numbers and lists of them, which always encode.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
  }
}
