public import GatewayModel

/// The counters that outlive a request: quota and usage.
///
/// Admission knows nothing of files: the gateway gives it the workspace's mapped tables, tests and `why`
/// give it tables in memory. Bound to classes, so a call is one indirect jump and nothing is boxed.
public protocol UsageMeters: AnyObject {
  /// The slot of an identity, made if there is none yet; `.none` if it cannot be made.
  ///
  /// Asked once per identity and process, then remembered by the caller.
  func slot(for identity: UsageIdentity) -> UsageSlot

  /// The count of the period that starts on a day, or of a later period that was begun already: a clock
  /// that steps back never opens a period again.
  func quota(_ slot: UsageSlot, periodStart: CalendarDay) -> QuotaCount

  /// Counts one request against a quota, unless the period's count has reached the allowance.
  ///
  /// Exact under any number of concurrent callers, in any number of processes.
  /// - Parameters:
  ///   - periodStart: The period `quota` answered for.
  ///   - allowance: The most requests that period admits.
  func commit(_ slot: UsageSlot, periodStart: CalendarDay, allowance: Int) -> QuotaCommit

  /// Counts how admission ended, on a UTC day.
  func count(_ slot: UsageSlot, _ outcome: UsageOutcome, on day: CalendarDay)

  /// Counts the status of the answer, on a UTC day.
  func count(_ slot: UsageSlot, statusCode: Int, on day: CalendarDay)
}
