import GatewayModel

/// What events come to, counted by kind, for people.
enum EventWords {
  /// Lines such as `makes 1 key` and `changes 1 plan`.
  static func lines(_ events: [Event], in state: GatewayState) -> [String] {
    var counts: [String: [EntityKind: Int]] = [:]
    var seen: Set<EntityRef> = []
    // The last event of an entity tells what becomes of it.
    for event in events.reversed() where seen.insert(event.ref).inserted {
      let verb =
        switch event {
        case .put: state.entity(event.ref) == nil ? "makes" : "changes"
        case .deleted: "takes away"
        }
      counts[verb, default: [:]][event.ref.kind, default: 0] += 1
    }
    return ["makes", "changes", "takes away"].compactMap { verb in
      guard let kinds = counts[verb] else { return nil }
      let parts = EntityKind.allCases.compactMap { kind in
        kinds[kind].map {
          Words.count($0, nouns[kind] ?? kind.accessoryType?.noun ?? kind.rawValue)
        }
      }
      return "\(verb) \(parts.joined(separator: ", "))"
    }
  }

  private static let nouns: [EntityKind: String] = [
    .account: "account setting", .apiKey: "key", .usagePlan: "plan",
    .usagePlanKey: "plan membership", .usageAdjustment: "quota grant", .restApi: "API",
    .resource: "path", .method: "method", .deployment: "deployment", .stage: "stage",
    .gatewayResponse: "gateway response", .model: "model", .requestValidator: "validator",
  ]
}
