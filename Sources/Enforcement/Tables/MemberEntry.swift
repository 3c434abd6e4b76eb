internal import GatewayModel

/// A key within a plan: its buckets, its usage slot and its grant.
///
/// An adjustment for a key that is not in the plan has an entry that is no membership.
struct MemberEntry {
  var key: Int32
  var plan: Int32
  /// The key's next membership, by plan id, or -1.
  var next: Int32 = -1
  var isMember = false
  /// Where the key's usage in the plan is counted, once asked for.
  var slot = UsageSlot.none
  /// The plan's limit over all stages.
  var bucket = TokenBucket()
  /// The plan's limits for single methods, by `PlanMethodLimit.place`; empty until first used.
  var methodBuckets: ContiguousArray<TokenBucket> = []
  /// The layout of `methodBuckets`: they start full again when the plan limits other methods.
  var methodLimitsVersion = 0
  /// The first day of the period the grant is for.
  var grantedPeriod = CalendarDay(number: .min)
  /// Requests granted, negative when cut.
  var granted = 0

  static let blank = MemberEntry(key: -1, plan: -1)

  /// Whether nothing is left that the entry is kept for.
  var isUnused: Bool { !isMember && grantedPeriod.number == .min }
}
