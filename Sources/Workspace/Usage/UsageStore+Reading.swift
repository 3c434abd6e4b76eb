public import Enforcement
public import GatewayModel

extension UsageStore {
  /// What was counted for one identity on a day.
  public func counts(
    of identity: UsageIdentity, on day: CalendarDay
  ) throws(UsageError) -> UsageCounts {
    try withFiles { files throws(UsageError) in
      guard let slot = try files.knownSlot(of: identity),
        let file = try files.dayFile(day, isWritable: false)
      else { return UsageCounts() }
      return try Self.counts(of: slot, in: file, size: file.size())
    }
  }

  /// What was counted on a day, for every identity with anything counted.
  ///
  /// - Complexity: linear in the number of identities, some ten nanoseconds each.
  public func counts(on day: CalendarDay) throws(UsageError) -> [UsageIdentity: UsageCounts] {
    try withFiles { files throws(UsageError) in
      let identities = try files.allIdentities()
      guard let file = try files.dayFile(day, isWritable: false) else { return [:] }
      return try Self.counts(in: file, identities)
    }
  }

  /// What was counted on each day of a range, for every identity with anything counted.
  ///
  /// - Returns: One entry for each day, in order.
  /// - Complexity: linear in days times identities.
  public func counts(
    from first: CalendarDay, through last: CalendarDay
  ) throws(UsageError) -> [[UsageIdentity: UsageCounts]] {
    guard first <= last else { return [] }
    return try withFiles { files throws(UsageError) in
      let identities = try files.allIdentities()
      var days: [[UsageIdentity: UsageCounts]] = []
      for number in first.number...last.number {
        let file = try files.pastDayFile(CalendarDay(number: number))
        days.append(
          try file.map { file throws(UsageError) in try Self.counts(in: file, identities) } ?? [:])
      }
      return days
    }
  }

  /// What is used of a key's quota in the period that starts on a day, or in a later one that was begun.
  public func quota(
    of id: PlanKeyID, periodStart: CalendarDay
  ) throws(UsageError) -> QuotaCount {
    let identity = UsageIdentity(usagePlanId: id.usagePlanId, keyId: id.keyId)
    return try withFiles { files throws(UsageError) in
      let unused = QuotaCount(periodStart: periodStart, used: 0)
      guard let slot = try files.knownSlot(of: identity), let file = try files.quotaFileIfAny()
      else { return unused }
      let offset = UsageFiles.offset(of: slot, QuotaWord.byteCount)
      guard try file.size() >= offset + QuotaWord.byteCount else { return unused }
      return QuotaWord.read(file.word(at: offset)).count(periodStart: periodStart)
    }
  }

  /// How many requests keys have used in the current periods of their plans' quotas, as
  /// `DecisionContext` asks for it.
  ///
  /// - Parameters:
  ///   - plans: The plans as they are now; the function keeps them.
  ///   - today: The UTC day.
  /// - Returns: A function that answers 0 for a plan without a quota and notes a failed read in
  ///   `lastFailure`.
  public func usedInPeriod(
    plans: [UsagePlanID: UsagePlan], on today: CalendarDay
  ) -> (PlanKeyID) -> Int {
    { id in
      guard let quota = plans[id.usagePlanId]?.quota else { return 0 }
      let start = quota.period.start(of: today, offset: quota.offset)
      do throws(UsageError) {
        return try self.quota(of: id, periodStart: start).used
      } catch {
        self.note(error)
        return 0
      }
    }
  }

  private static func counts(
    in file: MappedFile, _ identities: [UsageIdentity?]
  ) throws(UsageError) -> [UsageIdentity: UsageCounts] {
    let size = try file.size()
    var result: [UsageIdentity: UsageCounts] = [:]
    for (index, identity) in identities.enumerated() {
      guard let identity else { continue }
      let counts = counts(of: UsageSlot(Int32(index)), in: file, size: size)
      if !counts.isZero { result[identity] = counts }
    }
    return result
  }

  private static func counts(of slot: UsageSlot, in file: MappedFile, size: Int) -> UsageCounts {
    let offset = UsageFiles.offset(of: slot, DayRow.byteCount)
    guard offset + DayRow.byteCount <= size else { return UsageCounts() }
    return DayRow.counts(at: file.word(at: offset))
  }
}
