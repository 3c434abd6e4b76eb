/// The outcome of an import while its rows are added.
struct ApiKeyImport {
  /// What there was before the import.
  let state: GatewayState
  let context: DecisionContext
  /// What could not be used so far.
  private(set) var warnings: [String]
  /// How many keys are new.
  private(set) var createdCount = 0
  private var order: [String] = []
  private var keys: [String: ApiKey] = [:]
  private var ids: Set<ApiKeyID> = []
  private var newPlanIds: [String: [UsagePlanID]] = [:]

  /// An import without rows.
  init(state: GatewayState, context: DecisionContext, warnings: [String]) {
    self.state = state
    self.context = context
    self.warnings = warnings
  }

  /// Takes a row in.
  mutating func add(_ row: ApiKeyRow) {
    if keys[row.value] != nil {
      warnings.append("Line \(row.line) overwrites an earlier line with the same key")
    } else {
      order.append(row.value)
    }
    var key = draft(for: row)
    key.name = row.name
    if let description = row.description { key.description = description.nonEmpty }
    if let enabled = row.enabled { key.enabled = enabled }
    keys[row.value] = key
    for planId in row.usagePlanIds { join(planId, key, row) }
  }

  /// The events: each key before its memberships.
  var decision: Decision {
    var decision = Decision(events: [], subjects: [], warnings: shownWarnings)
    for value in order {
      guard var key = keys[value] else { continue }
      decision.subjects.append(.apiKey(key.id))
      if state.keys[key.id] != key {
        key.lastUpdatedDate = context.now
        decision.events.append(.put(.apiKey(key)))
      }
      for planId in newPlanIds[value] ?? [] {
        let member = UsagePlanKey(
          usagePlanId: planId, keyId: key.id, createdDate: context.now)
        decision.events.append(.put(.usagePlanKey(member)))
      }
    }
    return decision
  }

  private var shownWarnings: [String] {
    let left = warnings.count - Self.warningLimit
    return left <= 0
      ? warnings : warnings.prefix(Self.warningLimit) + ["\(left) more warnings are not shown"]
  }

  /// Warnings an answer lists.
  private static let warningLimit = 1_000

  private mutating func draft(for row: ApiKeyRow) -> ApiKey {
    if let key = keys[row.value] { return key }
    if let key = state.keyIdByValue[row.value].flatMap({ state.keys[$0] }) { return key }
    return created(row)
  }

  private mutating func created(_ row: ApiKeyRow) -> ApiKey {
    let id = context.unusedIdentifier(length: ApiKeyRules.idLength) {
      state.keys[$0] != nil || ids.contains($0)
    }
    ids.insert(id)
    createdCount += 1
    return ApiKey(
      id: id, value: row.value, enabled: true, createdDate: context.now,
      lastUpdatedDate: context.now)
  }

  private mutating func join(_ planId: UsagePlanID, _ key: ApiKey, _ row: ApiKeyRow) {
    let joined = newPlanIds[row.value] ?? []
    let planIds = (state.planIdsByKey[key.id] ?? []) + joined
    guard !planIds.contains(planId) else { return }
    do throws(CommandError) {
      try state.requireJoinable(
        state.requirePlan(planId), key: key.id, name: row.name, inPlans: planIds,
        limits: context.limits)
      newPlanIds[row.value] = joined + [planId]
    } catch {
      warnings.append("Line \(row.line): the key was not put in plan '\(planId)': \(error.message)")
    }
  }
}
