import GatewayModel
import Terminal

extension PaneDefinition {
  /// The plans: how fast, how often, for how many keys, on which stages.
  static let plans = PaneDefinition(
    kind: .plans,
    columns: [
      PaneColumn(
        TableColumn(
          id: "name", title: "NAME", minimum: 8, ideal: 16, priority: 0, isFlexible: true),
        text: { plan($0, $1.state)?.name ?? "" }),
      PaneColumn(
        TableColumn(
          id: "rate", title: "RATE", minimum: 6, ideal: 9, priority: 1, alignment: .trailing),
        text: { ref, context in
          plan(ref, context.state)?.throttle?.rateLimit.map { Words.number($0) + "/s" } ?? "—"
        },
        sortKey: { SortKey(plan($0, $1.state)?.throttle?.rateLimit ?? .infinity) }),
      PaneColumn(
        TableColumn(
          id: "burst", title: "BURST", minimum: 5, ideal: 6, priority: 4, alignment: .trailing),
        text: { plan($0, $1.state)?.throttle?.burstLimit.map { Words.grouped($0) } ?? "—" },
        sortKey: {
          SortKey(plan($0, $1.state)?.throttle?.burstLimit.map(Double.init) ?? .infinity)
        }),
      PaneColumn(
        TableColumn(id: "quota", title: "QUOTA", minimum: 9, ideal: 14, priority: 2),
        text: { plan($0, $1.state)?.quota.map { Words.quota($0) } ?? "—" },
        sortKey: { SortKey(perDay(plan($0, $1.state)?.quota)) }),
      PaneColumn(
        TableColumn(
          id: "keys", title: "KEYS", minimum: 4, ideal: 7, priority: 1, alignment: .trailing),
        text: { Words.grouped(keyCount($0, $1.state)) },
        sortKey: { SortKey(Double(keyCount($0, $1.state))) }),
      PaneColumn(
        TableColumn(id: "stage", title: "STAGES", minimum: 8, ideal: 20, priority: 3),
        text: { stageNames($0, $1.state) }, cell: stages),
    ],
    sort: TableSort(column: "name"),
    rows: { $0.plans.keys.map(EntityRef.usagePlan) },
    exists: { ref, state in plan(ref, state) != nil },
    count: { $0.plans.count },
    mentions: { needle, ref, state in
      guard let plan = plan(ref, state) else { return false }
      return [plan.name, plan.id, plan.description ?? "", plan.productCode ?? ""]
        .contains(where: needle.occurs)
    },
    tieBreak: { ref, state in plan(ref, state)?.id ?? "" },
    affected: { ref in
      switch ref {
      case .usagePlan: .row(ref)
      case .usagePlanKey(let id): .row(.usagePlan(id.usagePlanId))
      case .restApi: .all
      default: .nothing
      }
    })

  private static func plan(_ ref: EntityRef, _ state: GatewayState) -> UsagePlan? {
    if case .usagePlan(let id) = ref { return state.plans[id] }
    return nil
  }

  private static func keyCount(_ ref: EntityRef, _ state: GatewayState) -> Int {
    plan(ref, state).flatMap { state.planKeys[$0.id]?.count } ?? 0
  }

  private static func stageNames(_ ref: EntityRef, _ state: GatewayState) -> String {
    (plan(ref, state)?.apiStages ?? []).map { Words.stage($0.id, in: state) }
      .joined(separator: " ")
  }

  private static func stages(_ ref: EntityRef, _ context: RowContext) -> TableCell {
    let names = stageNames(ref, context.state)
    return names.isEmpty
      ? .text("opens no stage", Style(.warning)) : .text(DisplayText(names))
  }

  private static func perDay(_ quota: QuotaSettings?) -> Double {
    guard let quota else { return .infinity }
    switch quota.period {
    case .day: return Double(quota.limit)
    case .week: return Double(quota.limit) / 7
    case .month: return Double(quota.limit) / 30
    }
  }
}
