import GatewayModel

/// A list to tick, and the command that makes the ticks true.
struct PickDefinition: Sendable {
  /// What is chosen.
  let title: String
  let items: [PickItem]
  /// What stands in place of items when there are none.
  let emptyText: String
  /// The edited entities with their revisions as the list shows them.
  let expecting: [EntityRef: Sequence64]
  /// The command for what was ticked on and off; called with at least one of them.
  let command: @Sendable (_ added: [String], _ removed: [String]) -> Command
  /// What it does, in the past tense.
  let label: @Sendable (_ added: Int, _ removed: Int) -> String

  /// Items listed at most: a list that is longer is narrowed where its rows are at home.
  static let limitItems = 10_000

  /// Puts keys into plans and takes them out.
  ///
  /// - Parameter ids: One key, or the marked ones; a plan is ticked when all of them are in it.
  static func plans(of ids: [ApiKeyID], in state: GatewayState) -> PickDefinition? {
    let keys = ids.compactMap { state.keys[$0] }
    guard let first = keys.first else { return nil }
    let name = keys.count == 1 ? first.displayName : Words.count(keys.count, "key")
    let items = state.plans.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { plan in
      let inside = keys.count { state.planKeys[plan.id]?[$0.id] != nil }
      let stages = plan.apiStages.map { Words.stage($0.id, in: state) }.joined(separator: " ")
      let limits = "\(Words.throttle(plan.throttle)), \(Words.quota(plan.quota))"
      let some = inside > 0 && inside < keys.count ? "\(inside) of \(keys.count) in it  " : ""
      return PickItem(
        value: plan.id, title: plan.name,
        note: "\(some)\(stages.isEmpty ? "opens no stage" : stages)  \(limits)",
        wasOn: inside == keys.count)
    }
    let members = state.planKeys
    return PickDefinition(
      title: "Plans of \(name)", items: items,
      emptyText: "there is no plan yet: Esc, then 2 n makes one",
      expecting: FormDefinition.revisions(keys.map { .apiKey($0.id) }, in: state),
      command: { added, removed in
        ConsoleState.one(
          of: removed.flatMap { plan in
            keys.filter { members[plan]?[$0.id] != nil }.map { leave(plan, $0.id) }
          }
            + added.flatMap { plan in
              keys.filter { members[plan]?[$0.id] == nil }.map { join(plan, $0.id) }
            })
      },
      label: { "\(name): " + counts("put into", $0, "taken out of", $1, "plan") })
  }

  /// Puts keys into a plan and takes them out.
  static func members(of id: UsagePlanID, in state: GatewayState) -> PickDefinition? {
    guard let plan = state.plans[id] else { return nil }
    let inside = state.planKeys[id] ?? [:]
    let keys = state.keys.values.sorted { left, right in
      let places = [left, right].map { inside[$0.id] == nil ? 1 : 0 }
      return (places[0], left.displayName, left.id) < (places[1], right.displayName, right.id)
    }
    let items = keys.prefix(limitItems).map { key in
      PickItem(
        value: key.id, title: key.displayName,
        note: "\(key.maskedValue)  \(key.enabled ? "on" : "off")  \(key.id)",
        wasOn: inside[key.id] != nil)
    }
    return PickDefinition(
      title: "Keys of plan \(plan.name)", items: items,
      emptyText: "there is no key yet: Esc, then 1 n makes one",
      expecting: FormDefinition.revisions([.usagePlan(id)], in: state),
      command: { added, removed in
        ConsoleState.one(of: removed.map { leave(id, $0) } + added.map { join(id, $0) })
      },
      label: { "plan \(plan.name): " + counts("took in", $0, "let go", $1, "key") })
  }

  private static func join(_ plan: UsagePlanID, _ key: ApiKeyID) -> Command {
    .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan, keyId: key))
  }

  private static func leave(_ plan: UsagePlanID, _ key: ApiKeyID) -> Command {
    .deleteUsagePlanKey(Command.DeleteUsagePlanKey(usagePlanId: plan, keyId: key))
  }

  private static func counts(
    _ on: String, _ added: Int, _ off: String, _ removed: Int, _ noun: String
  ) -> String {
    let parts = [(on, added), (off, removed)].filter { $0.1 > 0 }
    return parts.map { "\($0.0) \(Words.count($0.1, noun))" }.joined(separator: ", ")
  }
}
