internal import GatewayModel

extension EnforcementTables {
  mutating func put(_ plan: UsagePlan, at now: Int64) {
    let number = planNumber(plan.id)
    setPlan(number, to: plan, coverage: coverage(of: plan, at: now), at: now)
  }

  mutating func deletePlan(_ id: UsagePlanID, at now: Int64) {
    guard let number = planNumbers[id] else { return }
    setPlan(number, to: nil, coverage: [], at: now)
    dropPlanIfUnused(number)
  }

  private mutating func setPlan(
    _ number: Int32, to plan: UsagePlan?, coverage: ContiguousArray<PlanEntry.Coverage>,
    at now: Int64
  ) {
    let before = plans[number].coverage.map(\.stage)
    for entry in coverage { stages[entry.stage].planCount += 1 }
    plans[number].set(plan, coverage: coverage, account: account, since: now)
    for stage in before {
      stages[stage].planCount -= 1
      dropStageIfUnused(stage)
    }
  }

  private mutating func coverage(
    of plan: UsagePlan, at now: Int64
  ) -> ContiguousArray<PlanEntry.Coverage> {
    var place = 0
    var seen: Set<ApiStageID> = []
    var result: ContiguousArray<PlanEntry.Coverage> = []
    for entry in plan.apiStages where seen.insert(entry.id).inserted {
      var limits: ContiguousArray<PlanMethodLimit> = []
      for (key, settings) in entry.throttle.sorted(by: { $0.key < $1.key }) {
        guard let limit = ThrottleLimit(settings, inheriting: account, since: now) else { continue }
        limits.append(
          PlanMethodLimit(throttleKey: key, hash: RawHash.of(key), limit: limit, place: place))
        place += 1
      }
      result.append(PlanEntry.Coverage(stage: stageNumber(entry.id), methodLimits: limits))
    }
    result.sort { $0.stage < $1.stage }
    return result
  }

  /// The number of a plan, with a fresh entry if it has none.
  mutating func planNumber(_ id: UsagePlanID) -> Int32 {
    if let number = planNumbers[id] { return number }
    let number = plans.add(PlanEntry(id: id))
    planNumbers[id] = number
    return number
  }

  mutating func dropPlanIfUnused(_ number: Int32) {
    guard plans[number].plan == nil, plans[number].memberCount == 0 else { return }
    planNumbers[plans[number].id] = nil
    plans.remove(number, leaving: .blank)
  }
}
