extension GatewayState {
  /// Changes an accessory; what it refers to is judged after all operations.
  func decide(
    _ input: Command.UpdateAccessory, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    guard let type = input.ref.kind.ruledType else { throw Self.noAccessory(input.ref) }
    return try update(type, input)
  }

  /// Deletes an accessory nothing refers to, with what goes along.
  func decide(
    _ input: Command.DeleteAccessory, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    guard let type = input.ref.kind.ruledType else { throw Self.noAccessory(input.ref) }
    return try delete(type, input.ref)
  }

  /// The accessory a command names.
  ///
  /// - Throws: `notFound`, of the API or the accessory, with API Gateway's text.
  public func existing<Value: Accessory>(
    _ type: Value.Type, _ key: String, of apiId: RestApiID? = nil, field: String? = nil
  ) throws(CommandError) -> Value {
    if let apiId { _ = try existingApi(apiId) }
    if let value = type.all(in: self, of: apiId)[key] { return value }
    let rules = Self.refusal(of: type.kind.ruledType)
    throw CommandError(
      .notFound, rules?.unknown ?? "Invalid identifier specified", field: field ?? rules?.field,
      remedy: "There is no \(type.noun) '\(key)'; list them to see their names.")
  }

  /// The decision that stores an accessory, once what its kind alone asks for has been judged.
  ///
  /// - Parameters:
  ///   - value: The accessory.
  ///   - apiId: The API it belongs to.
  ///   - replaces: Whether it may take the place of one with the same key.
  func storing<Value: RuledAccessory>(
    _ value: Value, of apiId: RestApiID? = nil, replaces: Bool = false
  ) throws(CommandError) -> Decision {
    try Value.rules.check(value, self, apiId)
    guard replaces || Value.all(in: self, of: apiId)[value.key] == nil else {
      throw Value.rules.taken
    }
    let entity = Entity.accessory(AnyAccessory(value, of: apiId))
    return Decision(events: [.put(entity)], subjects: [entity.ref])
  }

  /// Refuses one entity more than there may be.
  func checkRoom<Value: RuledAccessory>(
    for type: Value.Type, of apiId: RestApiID? = nil, limit: Int
  ) throws(CommandError) {
    try checkRoom(besides: type.all(in: self, of: apiId).count, type, limit: limit)
  }

  /// Refuses one entity more than there may be.
  func checkRoom(
    besides count: Int, _ type: any Accessory.Type, limit: Int
  ) throws(CommandError) {
    guard count < limit else {
      throw CommandError(
        .limitExceeded, "Maximum number of \(type.noun)s has been reached: \(limit)",
        remedy: "Delete one that is no longer used.")
    }
  }

  /// What goes with an accessory, itself last.
  func deletions(of accessory: any RuledAccessory, of apiId: RestApiID?) -> [EntityRef] {
    func all<Value: RuledAccessory>(_ value: Value) -> [EntityRef] {
      Value.rules.parts(value, self) + [.accessory(AnyAccessory(value, of: apiId).ref)]
    }
    return all(accessory)
  }

  private func update<Value: RuledAccessory>(
    _ type: Value.Type, _ input: Command.UpdateAccessory
  ) throws(CommandError) -> Decision {
    let (rules, ref) = (Value.rules, input.ref)
    try rules.patch.check(input.patchOperations)
    let known = try existing(type, ref.key, of: ref.apiId)
    var value = known
    try rules.patch.apply(input.patchOperations, to: &value)
    guard value != known else { return Decision(events: [], subjects: [.accessory(ref)]) }
    let isRenamed = value.key != ref.key
    var decision = try storing(value, of: ref.apiId, replaces: !isRenamed)
    if isRenamed { decision.events.insert(.deleted(.accessory(ref)), at: 0) }
    return decision
  }

  private func delete<Value: RuledAccessory>(
    _ type: Value.Type, _ ref: AccessoryRef
  ) throws(CommandError) -> Decision {
    let value = try existing(type, ref.key, of: ref.apiId)
    if let user = Value.rules.blocker(ref, self) { throw Value.rules.inUse(value, user) }
    return Decision(
      events: deletions(of: value, of: ref.apiId).map(Event.deleted), subjects: [.accessory(ref)])
  }

  private static func noAccessory(_ ref: AccessoryRef) -> CommandError {
    CommandError(.badRequest, "Invalid kind of entity specified: \(ref.kind.rawValue)")
  }

  private static func refusal(
    of type: (any RuledAccessory.Type)?
  ) -> (unknown: String, field: String)? {
    func texts<Value: RuledAccessory>(_ type: Value.Type) -> (unknown: String, field: String) {
      (Value.rules.unknown, Value.rules.field)
    }
    return type.map { texts($0) }
  }
}
