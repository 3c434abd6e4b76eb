internal import GatewayModel

/// A plan as the tables keep it.
///
/// A plan that only memberships name has an entry that does not exist.
struct PlanEntry {
  /// A stage the plan opens.
  struct Coverage {
    var stage: Int32
    var methodLimits: ContiguousArray<PlanMethodLimit>
  }

  var id: UsagePlanID
  /// Nil when the plan does not exist.
  private(set) var plan: UsagePlan?
  /// Whether the plan exists; beside `plan` so that a request reads a byte of it.
  private(set) var exists = false
  var limit: ThrottleLimit?
  var quota: QuotaSettings?
  /// Sorted by stage number.
  var coverage: ContiguousArray<Coverage> = []
  /// The buckets a member needs for the limits of single methods.
  var methodLimitCount = 0
  /// Changes with the set of limited methods, not with their limits.
  var methodLimitsVersion = 0
  /// How many member entries name the plan.
  var memberCount = 0
  /// The last day a quota period was worked out for, and its first day.
  private var periodOfDay = (day: CalendarDay(number: .min), start: CalendarDay(number: .min))

  init(id: UsagePlanID) {
    self.id = id
  }

  static let blank = PlanEntry(id: "")

  /// The first day of the quota period that contains a day.
  ///
  /// Remembered, since all requests of a day ask for the same.
  mutating func periodStart(of day: CalendarDay, quota: QuotaSettings) -> CalendarDay {
    if periodOfDay.day != day {
      periodOfDay = (day, quota.period.start(of: day, offset: quota.offset))
    }
    return periodOfDay.start
  }

  /// Takes the plan's limits over.
  mutating func set(
    _ plan: UsagePlan?, coverage: ContiguousArray<Coverage>, account: ThrottleSettings,
    since: Int64
  ) {
    let before = methodKeys
    self.plan = plan
    exists = plan != nil
    self.coverage = coverage
    limit = ThrottleLimit(plan?.throttle, inheriting: account, since: since)
    quota = plan?.quota
    methodLimitCount = coverage.reduce(0) { $0 + $1.methodLimits.count }
    periodOfDay = (CalendarDay(number: .min), CalendarDay(number: .min))
    if methodKeys != before { methodLimitsVersion += 1 }
  }

  private var methodKeys: [String] {
    coverage.flatMap { entry in entry.methodLimits.map { "\(entry.stage) \($0.throttleKey)" } }
  }

  /// The place of a stage in `coverage`, or nil if the plan does not open it.
  ///
  /// - Complexity: logarithmic in the number of stages of the plan.
  func coverageIndex(of stage: Int32) -> Int? {
    var low = 0
    var high = coverage.count
    while low < high {
      let middle = (low + high) / 2
      if coverage[middle].stage < stage { low = middle + 1 } else { high = middle }
    }
    return low < coverage.count && coverage[low].stage == stage ? low : nil
  }

  /// The plan's limit for a method, or nil if it sets none.
  ///
  /// - Complexity: linear in the methods the plan limits at the stage, at most 20.
  func methodLimit(at coverageIndex: Int, for method: RouteMethod) -> PlanMethodLimit? {
    let limits = coverage[coverageIndex].methodLimits
    if limits.isEmpty { return nil }
    return limits.first {
      $0.hash == method.throttleKeyHash && $0.throttleKey == method.throttleKey
    }
  }
}
