public import GatewayModel
public import Terminal

/// The keys that call most, what becomes of their requests, and why requests are refused.
public struct UsageScreen: ScreenModel {
  /// Memberships that are counted up at most at each tick.
  static let scanLimitKeys = 20_000
  /// Rows that are listed at most.
  static let limitRows = 500
  /// Requests of which the reasons are counted.
  static let limitRequests = 2_000
  /// The least time between two readings of a rate: clients that send once a second would look
  /// faster than they are in less.
  private static let leastMilliseconds: Int64 = 900

  /// A key in a plan.
  struct Row: Sendable {
    let id: PlanKeyID
    let name: String
    let plan: String
    let reading: UsageReading
    let rate: Double?
    let quota: KeyQuota?
  }

  private(set) var rows: [Row] = []
  private(set) var total = UsageReading()
  private(set) var reasons: [(name: String, count: Int)] = []
  private(set) var list = ListState()
  private(set) var isPartial = false
  private var needle = Needle("")
  private var arrived: [PlanKeyID: Int] = [:]
  private var rates: [PlanKeyID: Double] = [:]
  private var readMilliseconds: Int64?

  /// Nothing counted yet.
  init() {}

  /// What is counted.
  public var place: String {
    isPartial ? "today, the first \(Words.grouped(Self.scanLimitKeys)) keys in plans" : "today"
  }

  /// The key the cursor is on.
  public var subject: EntityRef? {
    rows.indices.contains(list.cursor) ? .apiKey(rows[list.cursor].id.keyId) : nil
  }

  /// Reads the counters.
  public mutating func refresh(console: ConsoleScreenInput, world: any ConsoleWorld) {
    let shown = rows.indices.contains(list.cursor) ? rows[list.cursor].id : nil
    readCounters(world)
    countReasons(world)
    let place = rows.firstIndex { $0.id == shown } ?? list.cursor
    if list.cursor > 0 { list.move(.to(place), rowCount: rows.count, height: 1) }
    list.fit(rowCount: rows.count, height: 1)
  }

  /// Stands for the plan of what was counted where no plan took part; no plan has this id.
  private static let noPlan: UsagePlanID = ""

  private mutating func readCounters(_ world: any ConsoleWorld) {
    let state = world.state
    var ids: [PlanKeyID] = []
    isPartial = false
    for (plan, members) in state.planKeys {
      let room = Self.scanLimitKeys - ids.count
      isPartial = isPartial || members.count > room
      ids += members.keys.prefix(room).map { PlanKeyID(usagePlanId: plan, keyId: $0) }
    }
    let outside = world.usageOutsidePlans.lazy.filter { state.keys[$0.key] != nil }
      .prefix(Self.scanLimitKeys)
    let readings =
      ids.map { ($0, world.usage(of: $0)) }
      + outside.map { (PlanKeyID(usagePlanId: Self.noPlan, keyId: $0.key), $0.value) }
    sample(readings, world.monotonicMilliseconds)
    total = readings.reduce(UsageReading()) { $0 + $1.1 }
    let busiest = readings.sorted { left, right in
      (right.1.arrived, left.0.keyId, left.0.usagePlanId)
        < (left.1.arrived, right.0.keyId, right.0.usagePlanId)
    }
    let needle = needle
    let fitting = busiest.lazy.filter { id, _ in
      needle.occurs(in: state.keys[id.keyId]?.displayName ?? "")
        || needle.occurs(in: state.plans[id.usagePlanId]?.name ?? "")
    }
    rows = fitting.prefix(Self.limitRows).map { id, reading in
      Row(
        id: id, name: state.keys[id.keyId]?.displayName ?? id.keyId,
        plan: id.usagePlanId == Self.noPlan
          ? "none" : state.plans[id.usagePlanId]?.name ?? id.usagePlanId, reading: reading,
        rate: rates[id],
        quota: KeyQuota(id, state, used: reading.quotaUsed, now: world.now))
    }
  }

  private mutating func sample(
    _ readings: [(PlanKeyID, UsageReading)], _ milliseconds: Int64
  ) {
    let elapsed = readMilliseconds.map { milliseconds - $0 }
    if let elapsed, elapsed < Self.leastMilliseconds { return }
    for (id, reading) in readings {
      if let elapsed, let before = arrived[id] {
        // The counters begin at 0 again at midnight, which is no negative rate.
        let requests = reading.arrived >= before ? reading.arrived - before : reading.arrived
        rates[id] = Double(requests) * 1_000 / Double(elapsed)
      }
    }
    arrived = Dictionary(
      readings.map { ($0.0, $0.1.arrived) }, uniquingKeysWith: { first, _ in first })
    rates = rates.filter { arrived[$0.key] != nil }
    readMilliseconds = milliseconds
  }

  private mutating func countReasons(_ world: any ConsoleWorld) {
    var counts: [String: Int] = [:]
    for request in world.requests(.all, limit: Self.limitRequests) {
      if let refusal = request.refusal { counts[refusal, default: 0] += 1 }
    }
    reasons = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (name: $0.key, count: $0.value) }
  }

  /// Narrows to keys and plans with some words.
  public mutating func filter(_ text: String, world: any ConsoleWorld) {
    needle = Needle(text)
    list = ListState()
    readCounters(world)
  }

  /// Moves the cursor.
  public mutating func move(_ motion: Motion, height: Int, world: any ConsoleWorld) {
    list.move(motion, rowCount: rows.count, height: max(1, height - 8))
  }

  /// Chooses the clicked row.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, world: any ConsoleWorld
  ) -> OverlayReply {
    let rect = parts(of: area)[0].inset()
    guard event.action.isClick, let row = table(now: world.now).row(at: event.point, in: rect)
    else { return .ignored }
    list.move(.to(row), rowCount: rows.count, height: rect.height)
    return .stay
  }
}
