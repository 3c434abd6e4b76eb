import GatewayModel

extension SummaryPhrases {
  /// What people call each kind of entity.
  static let words: [EntityKind: String] = [
    .account: "account", .apiKey: "key", .usagePlan: "plan", .usagePlanKey: "membership",
    .usageAdjustment: "grant", .restApi: "api", .resource: "resource", .method: "method",
    .deployment: "deployment", .stage: "stage", .gatewayResponse: "gateway response",
    .model: "model", .requestValidator: "validator",
  ]

  /// What people call a kind of entity.
  static func word(for kind: EntityKind) -> String {
    words[kind] ?? kind.accessoryType?.noun ?? "entity"
  }

  /// The kind and name of an entity, with the API it belongs to.
  func subject(_ ref: EntityRef) -> String {
    let own =
      ref.kind == .account ? "the account" : "\(Self.word(for: ref.kind)) \(label(ref))"
    guard let api = ref.apiId, ref.kind != .restApi else { return own }
    return "\(own) of api \(label(.restApi(api)))"
  }

  /// The shortest name that people know an entity by.
  func label(_ ref: EntityRef) -> String {
    switch ref {
    case .method(let api, let resource, let verb): "\(verb) \(label(.resource(api, resource)))"
    case .gatewayResponse(_, let type): type.rawValue
    case .model(_, let name): name
    case .stage(let id): id.stage
    default: nameInLine(ref) ?? name(ref) ?? ref.identifier
    }
  }

  /// The name that the line itself tells: an entity it deletes is known nowhere else.
  private func nameInLine(_ ref: EntityRef) -> String? {
    guard let change = changes.first(where: { $0.ref == ref }) else { return nil }
    return (change.after ?? change.before)?.displayName
  }

  /// How the printed members of an accessory changed.
  private static func differences(_ old: AnyAccessory, _ new: AnyAccessory) -> [String] {
    let (before, after) = (old.value.printedMembers, new.value.printedMembers)
    let names =
      before.map(\.name)
      + after.map(\.name).filter { name in
        !before.contains { $0.name == name }
      }
    return names.compactMap { name in
      SummaryField<[(name: String, text: String)]>(name) { members in
        members.first { $0.name == name }?.text
      }.difference(before, after)
    }
  }

  /// What changed, member by member.
  func differences(_ change: EntityChange) -> [String] {
    func compare<Value>(_ fields: [SummaryField<Value>], _ old: Value, _ new: Value) -> [String] {
      fields.compactMap { $0.difference(old, new) }
    }
    switch (change.before, change.after) {
    case (.account(let old), .account(let new)): return compare(SummaryFields.account, old, new)
    case (.apiKey(let old), .apiKey(let new)): return compare(SummaryFields.apiKey, old, new)
    case (.usagePlan(let old), .usagePlan(let new)):
      return compare(SummaryFields.usagePlan, old, new) + stageDifferences(old, new)
    case (.restApi(let old), .restApi(let new)): return compare(SummaryFields.restApi, old, new)
    case (.resource(_, let old), .resource(_, let new)):
      return compare(SummaryFields.resource, old, new)
    case (.method(_, _, let old), .method(_, _, let new)):
      return compare(SummaryFields.method, old, new)
    case (.deployment(_, let old), .deployment(_, let new)):
      return compare(SummaryFields.deployment, old, new)
    case (.stage(_, let old), .stage(_, let new)): return compare(SummaryFields.stage, old, new)
    case (.gatewayResponse(_, let old), .gatewayResponse(_, let new)):
      return compare(SummaryFields.gatewayResponse, old, new)
    case (.model(_, let old), .model(_, let new)): return compare(SummaryFields.model, old, new)
    case (.requestValidator(_, let old), .requestValidator(_, let new)):
      return compare(SummaryFields.requestValidator, old, new)
    case (.accessory(let old), .accessory(let new)): return Self.differences(old, new)
    default: return []
    }
  }
}
