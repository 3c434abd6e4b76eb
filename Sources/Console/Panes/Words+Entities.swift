import GatewayModel

extension Words {
  /// What an entity is and how people call it: `key acme-web`, `path /pets`, `plan pro`; most names
  /// say already what it is.
  static func title(of ref: EntityRef, in state: GatewayState) -> String {
    let name = name(of: ref, in: state)
    return switch ref {
    case .apiKey: "key \(name)"
    case .resource: "path \(name)"
    case .method: "method \(name)"
    case .usagePlanKey: "membership of \(name)"
    case .usageAdjustment: "quota grant of \(name)"
    default: name
    }
  }
}
