import GatewayModel
import Terminal

extension PaneDefinition {
  /// The keys, what state they are in and how hard they are used.
  static let keys = PaneDefinition(
    kind: .keys,
    columns: [
      PaneColumn(
        TableColumn(
          id: "name", title: "NAME", minimum: 14, ideal: 20, priority: 0, isFlexible: true),
        text: { key($0, $1.state)?.displayName ?? "" }),
      PaneColumn(
        TableColumn(id: "value", title: "KEY", minimum: 8, ideal: 8, priority: 6),
        text: { key($0, $1.state)?.maskedValue ?? "" },
        sortKey: { SortKey(key($0, $1.state)?.id ?? "") }),
      PaneColumn(
        TableColumn(id: "plan", title: "PLANS", minimum: 4, ideal: 12, priority: 4),
        text: { planNames($0, $1.state) }),
      PaneColumn(
        TableColumn(id: "state", title: "STATE", minimum: 8, ideal: 8, priority: 1),
        source: .counters,
        text: { ref, context in
          key(ref, context.state).map { KeyCondition($0, context).rawValue } ?? ""
        },
        cell: { ref, context in
          guard let key = key(ref, context.state) else { return .blank }
          let condition = KeyCondition(key, context)
          return .text(DisplayText(condition.rawValue), condition.style)
        }),
      PaneColumn(
        TableColumn(
          id: "r/s", title: "R/S", minimum: 5, ideal: 7, priority: 2, alignment: .trailing),
        source: .counters,
        text: { ref, context in
          keyId(ref).flatMap { context.samples.rate(of: $0) }.map(Words.rate) ?? ""
        },
        sortKey: { ref, context in
          SortKey(keyId(ref).flatMap { context.samples.rate(of: $0) } ?? 0)
        }),
      PaneColumn(
        TableColumn(id: "last", title: "LAST MINUTE", minimum: 11, ideal: 12, priority: 5),
        source: .counters, text: { _, _ in "" },
        sortKey: { ref, context in SortKey(today(ref, context)) }, cell: spark),
      PaneColumn(
        TableColumn(id: "quota", title: "QUOTA", minimum: 9, ideal: 14, priority: 3),
        source: .counters,
        text: { ref, context in
          keyId(ref).flatMap { KeyQuota.tightest(of: $0, context.state, context.world) }
            .map { Words.percent($0.fraction) } ?? ""
        },
        sortKey: { ref, context in
          SortKey(
            keyId(ref).flatMap { KeyQuota.tightest(of: $0, context.state, context.world) }?
              .fraction ?? -1)
        },
        cell: quotaBar),
    ],
    sort: TableSort(column: "name"),
    rows: { $0.keys.keys.map(EntityRef.apiKey) },
    exists: { ref, state in key(ref, state) != nil },
    count: { $0.keys.count },
    mentions: { needle, ref, state in
      guard case .apiKey(let id) = ref, let key = state.keys[id] else { return false }
      return key.name.map(needle.occurs) ?? false || needle.occurs(in: id)
        || key.description.map(needle.occurs) ?? false
        || key.customerId.map(needle.occurs) ?? false
        || key.tags.contains { needle.occurs(in: "\($0.key)=\($0.value)") }
    },
    tieBreak: { ref, _ in keyId(ref) ?? "" },
    affected: { ref in
      switch ref {
      case .apiKey: .row(ref)
      case .usagePlanKey(let id), .usageAdjustment(let id): .row(.apiKey(id.keyId))
      case .usagePlan: .all
      default: .nothing
      }
    })

  private static func keyId(_ ref: EntityRef) -> ApiKeyID? {
    if case .apiKey(let id) = ref { return id }
    return nil
  }

  private static func key(_ ref: EntityRef, _ state: GatewayState) -> ApiKey? {
    keyId(ref).flatMap { state.keys[$0] }
  }

  private static func planNames(_ ref: EntityRef, _ state: GatewayState) -> String {
    (keyId(ref).flatMap { state.planIdsByKey[$0] } ?? [])
      .map { state.plans[$0]?.name ?? $0 }.joined(separator: " ")
  }

  private static func today(_ ref: EntityRef, _ context: RowContext) -> Double {
    guard let id = keyId(ref) else { return 0 }
    return Double(context.world.usage(of: id, context.state).arrived)
  }

  /// Heights against the plan's own rate, so that a full column means the limit.
  private static func spark(_ ref: EntityRef, _ context: RowContext) -> TableCell {
    guard let id = keyId(ref) else { return .blank }
    let rates = context.samples.minute(of: id)
    return .sparkline(
      values: rates, maximum: sparkMaximum(of: id, rates, context.state), style: Style(.graph))
  }

  /// The full height of a key's sparkline: the rate its plans allow, or the most it reached when
  /// they set none.
  static func sparkMaximum(
    of key: ApiKeyID, _ rates: [Double], _ state: GatewayState
  ) -> Double {
    let limits = (state.planIdsByKey[key] ?? []).compactMap {
      state.plans[$0]?.throttle?.rateLimit
    }
    return limits.max().map { max($0, 1) } ?? max(rates.max() ?? 1, 1)
  }

  private static func quotaBar(_ ref: EntityRef, _ context: RowContext) -> TableCell {
    guard let id = keyId(ref),
      let quota = KeyQuota.tightest(of: id, context.state, context.world)
    else { return .text("—", .muted) }
    let color: Color =
      quota.fraction >= 1 ? .error : quota.fraction >= 0.9 ? .warning : .graph
    let mark = quota.fraction >= 0.9 ? "!" : ""
    return .bar(
      fraction: quota.fraction, label: StyledText(Words.percent(quota.fraction) + mark),
      style: Style(color))
  }
}
