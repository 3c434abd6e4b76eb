public import GatewayModel

/// Other meters, read and never changed: what makes the pipeline a dry run.
public final class ReadOnlyMeters: UsageMeters {
  private let usedInPeriod: (PlanKeyID, CalendarDay) -> QuotaCount
  private var identities: [UsageIdentity] = []

  /// Meters that read quota counts from a function and ignore all that is counted.
  ///
  /// - Parameter usedInPeriod: What is used of a key's quota in the period that starts on a day.
  public init(usedInPeriod: @escaping (PlanKeyID, CalendarDay) -> QuotaCount) {
    self.usedInPeriod = usedInPeriod
  }

  /// A number for the identity, in this object alone.
  public func slot(for identity: UsageIdentity) -> UsageSlot {
    identities.append(identity)
    return UsageSlot(Int32(identities.count - 1))
  }

  /// What the function says.
  public func quota(_ slot: UsageSlot, periodStart: CalendarDay) -> QuotaCount {
    let identity = slot.exists ? identities[Int(slot.index)] : .anonymous
    guard let plan = identity.usagePlanId, let key = identity.keyId else {
      return QuotaCount(periodStart: periodStart, used: 0)
    }
    return usedInPeriod(PlanKeyID(usagePlanId: plan, keyId: key), periodStart)
  }

  /// Whether a request could be counted; it is not.
  public func commit(
    _ slot: UsageSlot, periodStart: CalendarDay, allowance: Int
  ) -> QuotaCommit {
    quota(slot, periodStart: periodStart).used < allowance ? .committed : .exhausted
  }

  /// Counts nothing.
  public func count(_ slot: UsageSlot, _ outcome: UsageOutcome, on day: CalendarDay) {}

  /// Counts nothing.
  public func count(_ slot: UsageSlot, statusCode: Int, on day: CalendarDay) {}
}
