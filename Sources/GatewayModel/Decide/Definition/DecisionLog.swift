/// What a decision of several steps has done to the state so far, so that it can be told as one line
/// and taken back.
struct DecisionLog {
  /// What the steps found, to be applied last to first.
  private(set) var former: [Event] = []
  private var originals: [EntityRef: Event] = [:]
  private var order: [EntityRef] = []

  /// Notes an entity that is about to change.
  fileprivate mutating func note(_ ref: EntityRef, was entity: Entity?) {
    let event = entity.map(Event.put) ?? .deleted(ref)
    former.append(event)
    guard originals[ref] == nil else { return }
    originals[ref] = event
    order.append(ref)
  }

  /// The steps as events, each entity once in the place where it was first touched; entities that are
  /// as they were are left out.
  ///
  /// - Parameter state: The state after the steps.
  func events(on state: GatewayState) -> [Event] {
    order.compactMap { ref in
      let event = state.entity(ref).map(Event.put) ?? .deleted(ref)
      return event == originals[ref] ? nil : event
    }
  }
}

extension GatewayState {
  /// Makes changes that `takeBack` undoes.
  mutating func take(_ events: [Event], into log: inout DecisionLog) {
    for event in events {
      log.note(event.ref, was: entity(event.ref))
      apply(event)
    }
  }

  /// Decides a single command and makes its changes.
  @discardableResult
  mutating func take(
    _ command: Command, in context: DecisionContext, into log: inout DecisionLog
  ) throws(CommandError) -> Decision {
    let decision = try ruling(on: command, in: context)
    take(decision.events, into: &log)
    return decision
  }

  /// Undoes what was taken.
  mutating func takeBack(_ log: DecisionLog) {
    for event in log.former.reversed() { apply(event) }
  }
}
