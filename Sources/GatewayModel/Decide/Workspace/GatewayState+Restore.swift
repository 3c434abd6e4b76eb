extension GatewayState {
  /// Puts entities back as they were: what undo and redo are.
  ///
  /// Refused when one of the entities is not as the undone line left it, or when the state as it would be
  /// breaks an invariant, for example because a stage the old plan opened is gone. The state is the same
  /// afterwards; it changes meanwhile, since the invariants are those of the state to come.
  mutating func decide(_ input: Command.Restore) throws(CommandError) -> Decision {
    let outcome = Dictionary(input.outcome.map { ($0.ref, $0) }, uniquingKeysWith: { $1 })
    var seen: Set<EntityRef> = []
    for event in input.events where seen.insert(event.ref).inserted {
      // A later line that was itself taken back leaves the entity as it was, under a new revision.
      if let left = outcome[event.ref], !changes(left) { continue }
      try requireUntouched(
        event, since: input.undoneSequence, mayBeGone: outcome[event.ref] == nil)
    }
    var taken: [Event] = []
    defer { for event in taken.reversed() { apply(event) } }
    var events: [Event] = []
    for event in input.events where changes(event) {
      try requireFreeValue(event)
      try requireBareApi(event)
      taken.append(entity(event.ref).map(Event.put) ?? .deleted(event.ref))
      apply(event)
      try requireHeld(event)
      events.append(event)
    }
    for event in events { try checkInvariants(of: event.ref) }
    return Decision(events: events, subjects: input.events.map(\.ref))
  }

  private func changes(_ event: Event) -> Bool {
    switch event {
    case .put(let entity): self.entity(entity.ref) != entity
    case .deleted(let ref): ref == .account || entity(ref) != nil
    }
  }

  private func requireUntouched(
    _ event: Event, since sequence: Sequence64, mayBeGone: Bool
  ) throws(CommandError) {
    let now = revision(of: event.ref)
    if mayBeGone, case .put = event, now == nil { return }
    guard now == sequence else {
      let what = "\(event.ref.kind.rawValue) \(event.ref.shortName)"
      throw CommandError(
        .conflict,
        now.map { "Change \(sequence) cannot be undone: change \($0) touched \(what) since" }
          ?? "Change \(sequence) cannot be undone: \(what) has been deleted since",
        remedy: now.map { "Undo change \($0) first." }
          ?? "Undo the deletion first.")
    }
  }

  /// Two keys with one value would hide each other in the index, so this is asked before each step.
  private func requireFreeValue(_ event: Event) throws(CommandError) {
    guard case .put(.apiKey(let key)) = event, let owner = keyIdByValue[key.value],
      owner != key.id
    else { return }
    throw CommandError(
      .conflict, "API Key already exists",
      remedy: "The key \(owner) has the value of the key \(key.id) now; delete it first.")
  }

  /// An API takes its parts along when it goes, and could not be taken back whole: the events must have
  /// spelled the parts out before.
  private func requireBareApi(_ event: Event) throws(CommandError) {
    guard case .deleted(.restApi(let id)) = event, let parts = apis[id]?.allRefs.count, parts > 1
    else { return }
    throw CommandError(
      .conflict, "API \(id) still has \(parts - 1) parts",
      remedy: "Something was added to the API since; delete the API instead.")
  }

  /// A part of an API that is gone cannot be held.
  private func requireHeld(_ event: Event) throws(CommandError) {
    guard case .put(let entity) = event, self.entity(entity.ref) == nil else { return }
    throw CommandError(
      .conflict, "Invalid API identifier specified \(Account.id):\(entity.ref.apiId ?? "")",
      remedy: "\(entity.ref.kind.rawValue) \(entity.ref.shortName) belongs to that API; "
        + "restore the API first.")
  }
}
