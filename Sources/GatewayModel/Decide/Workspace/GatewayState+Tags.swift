extension GatewayState {
  /// Adds tags to an entity, replacing those of the same key.
  func decide(
    _ input: Command.TagResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let ref = try ResourceArn(input.resourceArn).ref
    let old = try tags(of: ref)
    try TagRules.check(input.tags)
    let new = old.merging(input.tags) { _, sent in sent }
    try TagRules.check(new.filter { !$0.key.hasPrefix(TagRules.reservedPrefix) })
    return try retagging(ref, from: old, to: new)
  }

  /// Takes tags off an entity; one it does not have is no fault.
  func decide(
    _ input: Command.UntagResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let ref = try ResourceArn(input.resourceArn).ref
    let old = try tags(of: ref)
    let gone = Set(input.tagKeys)
    return try retagging(ref, from: old, to: old.filter { !gone.contains($0.key) })
  }

  /// The tags of an entity that takes them.
  ///
  /// - Throws: `notFound`, with the text of the entity's own operations.
  public func tags(of ref: EntityRef) throws(CommandError) -> [String: String] {
    switch ref {
    case .apiKey(let id): return try requireKey(id, field: "resourceArn").tags
    case .usagePlan(let id): return try requirePlan(id, field: "resourceArn").tags
    case .stage(let id):
      guard let stage = stage(id) else {
        throw CommandError(
          .notFound, "Invalid stage identifier specified", field: "resourceArn",
          remedy: "There is no stage \(id); list the API's stages.")
      }
      return stage.tags
    case .accessory(let ref):
      guard let type = ref.kind.accessoryType else { return [:] }
      return (try existing(type, ref.key, field: "resourceArn") as? any TaggedAccessory)?.tags
        ?? [:]
    default:
      return try existingApi(ref.apiId ?? "", field: "resourceArn").api.tags
    }
  }

  private func retagging(
    _ ref: EntityRef, from old: [String: String], to new: [String: String]
  ) throws(CommandError) -> Decision {
    guard old != new, let entity = entity(ref) else { return Decision(events: [], subjects: [ref]) }
    return Decision(events: [.put(Self.entity(entity, tagged: new))], subjects: [ref])
  }

  private static func entity(_ entity: Entity, tagged tags: [String: String]) -> Entity {
    switch entity {
    case .apiKey(var key):
      key.tags = tags
      return .apiKey(key)
    case .usagePlan(var plan):
      plan.tags = tags
      return .usagePlan(plan)
    case .restApi(var api):
      api.tags = tags
      return .restApi(api)
    case .stage(let api, var stage):
      stage.tags = tags
      return .stage(api, stage)
    case .accessory(let accessory):
      guard var value = accessory.value as? any TaggedAccessory else { return entity }
      value.tags = tags
      return .accessory(AnyAccessory(value, of: accessory.apiId))
    default:
      return entity
    }
  }
}
