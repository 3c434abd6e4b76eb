public import GatewayModel

/// Meters that live as long as the object: for rehearsals and tests. For one thread.
public final class InMemoryMeters: UsageMeters {
  private var slots: [UsageIdentity: UsageSlot] = [:]
  private var quotas: [QuotaCount?] = []
  private var days: [CalendarDay: [UsageSlot: UsageCounts]] = [:]
  /// What the first period that is asked for begins at.
  private let usedBefore: (PlanKeyID) -> Int
  private var ids: [PlanKeyID?] = []

  /// Meters at 0, or at what was used before.
  ///
  /// - Parameter usedBefore: The requests a key has used in the first period that is asked for.
  public init(usedBefore: @escaping (PlanKeyID) -> Int = { _ in 0 }) {
    self.usedBefore = usedBefore
  }

  /// The slot of an identity, made if there is none yet.
  public func slot(for identity: UsageIdentity) -> UsageSlot {
    if let slot = slots[identity] { return slot }
    let slot = UsageSlot(Int32(quotas.count))
    slots[identity] = slot
    quotas.append(nil)
    ids.append(
      identity.usagePlanId.flatMap { plan in
        identity.keyId.map { PlanKeyID(usagePlanId: plan, keyId: $0) }
      })
    return slot
  }

  /// The count of the period, or of a later one.
  public func quota(_ slot: UsageSlot, periodStart: CalendarDay) -> QuotaCount {
    let unused = QuotaCount(periodStart: periodStart, used: 0)
    guard slot.exists else { return unused }
    guard let count = quotas[Int(slot.index)] else {
      let used = ids[Int(slot.index)].map(usedBefore) ?? 0
      return QuotaCount(periodStart: periodStart, used: used)
    }
    return count.periodStart >= periodStart ? count : unused
  }

  /// Counts one request, unless the allowance is used up.
  public func commit(
    _ slot: UsageSlot, periodStart: CalendarDay, allowance: Int
  ) -> QuotaCommit {
    var count = quota(slot, periodStart: periodStart)
    guard count.periodStart == periodStart else { return .periodMoved }
    guard count.used < allowance else { return .exhausted }
    count.used += 1
    quotas[Int(slot.index)] = count
    return .committed
  }

  /// Counts how admission ended.
  public func count(_ slot: UsageSlot, _ outcome: UsageOutcome, on day: CalendarDay) {
    days[day, default: [:]][slot, default: UsageCounts()][UsageCounter(outcome)] += 1
  }

  /// Counts the status of the answer.
  public func count(_ slot: UsageSlot, statusCode: Int, on day: CalendarDay) {
    guard let counter = UsageCounter(statusCode: statusCode) else { return }
    days[day, default: [:]][slot, default: UsageCounts()][counter] += 1
  }

  /// The counters of an identity on a day.
  public func counts(of identity: UsageIdentity, on day: CalendarDay) -> UsageCounts {
    slots[identity].flatMap { days[day]?[$0] } ?? UsageCounts()
  }
}
