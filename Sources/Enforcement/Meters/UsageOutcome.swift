/// How admission ended, as far as usage counts it.
public enum UsageOutcome: UInt8, Sendable, Hashable, CaseIterable {
  /// Admitted; where a quota applies, one request of it was used.
  case served
  /// Refused by a token bucket.
  case throttled
  /// Refused by the quota.
  case overQuota
  /// Refused for any other reason.
  case refused
}
