import AdminCLI
import Console
import DataPlane
import Doctor
import Enforcement
import EventLoop
import Foundation
import GatewayModel
import Workspace

/// The console's outside: the workspace, its usage table and its decision ring.
final class WorkspaceWorld: ConsoleWorld {
  let workspace: Workspace
  let actor: Actor
  var capabilities = ConsoleCapabilities()
  /// Hears of new lines, oldest first; the state holds them already.
  var onNews: ([WorldChange]) -> Void = { _ in }

  private let loop: EventLoop
  private var usage: UsageStore { workspace.usage }
  private let past: PastReader
  private lazy var pages = HistoryPages(
    directory: workspace.directory, loop: loop,
    tell: { [workspace, actor] entry in
      var entry = entry
      entry.summary = entry.summary(naming: workspace.displayName)
      return HistoryLine(entry, you: actor)
    }, onPage: { [unowned self] in onNews([]) })
  private let hasDemoTraffic: Bool
  private var ring: DecisionRing?
  private var counts: [UsageIdentity: UsageCounts] = [:]
  private var gateways: [String] = []
  private var followTimer: LoopTimer?
  private var lastFollow: Int64 = 0
  private(set) var undoable: HistoryLine?
  private(set) var redoable: HistoryLine?
  private var ownSequences: Set<Sequence64> = []

  init(directory: String, actor: Actor, loop: EventLoop, hasDemoTraffic: Bool) throws {
    self.actor = actor
    self.loop = loop
    self.hasDemoTraffic = hasDemoTraffic
    workspace = try Workspace.open(at: directory)
    lastFollow = loop.clock.monotonicNanoseconds()
    past = PastReader(directory: directory, actor: actor, loop: loop)
    refreshCounters()
  }

  var state: GatewayState { workspace.state }
  var now: Timestamp { ProcessEdges.now() }
  var monotonicMilliseconds: Int64 { loop.clock.monotonicNanoseconds() / 1_000_000 }

  var status: WorkspaceStatus {
    WorkspaceStatus(
      path: workspace.directory, journalHead: workspace.state.sequence, gateways: gateways,
      hasDemoTraffic: hasDemoTraffic,
      followerAgeMilliseconds: (loop.nowNanoseconds - lastFollow) / 1_000_000)
  }

  // MARK: Following

  /// Watches the journal on the loop.
  func follow() throws {
    let descriptor = try workspace.followDescriptor()
    try loop.register(descriptor, interest: .readable) { [unowned self] _ in
      _ = try? workspace.drainNotifications()
      catchUp()
    }
    readPast()
    followTimer = loop.schedule(every: .seconds(1)) { [unowned self] in catchUp() }
  }

  /// Takes over what others wrote and tells the console.
  private func catchUp() {
    guard let news = try? workspace.catchUp() else { return }
    lastFollow = loop.nowNanoseconds
    announce(news.changes)
    if news.mayHaveMore { loop.atEndOfTurn { [weak self] in self?.catchUp() } }
  }

  /// Tells the console of lines, its own among them: at once that there are some, and in words as soon
  /// as the past has been read.
  func announce(_ changes: [Change]) {
    guard !changes.isEmpty else { return }
    onNews([])
    readPast(of: changes.suffix(Self.newsLimit))
  }

  /// Lines told of one by one; of more the last ones are.
  private static let newsLimit = 50

  /// Reads what undo would do, and tells of lines.
  func readPast(of changes: some Sequence<Change> = []) {
    var names: [EntityRef: String] = [:]
    for (id, api) in state.apis { names[.restApi(id)] = api.api.name }
    for (id, plan) in state.plans { names[.usagePlan(id)] = plan.name }
    for change in changes {
      for ref in change.subjects.prefix(Self.newsLimit) {
        names[ref] = workspace.displayName(ref)
        guard case .usagePlanKey(let member) = ref else { continue }
        names[.apiKey(member.keyId)] = state.keys[member.keyId]?.displayName
      }
    }
    past.read(changes.map(\.sequence), names: names) { [weak self] lines, corrections in
      guard let self else { return }
      undoable = corrections.undoable
      redoable = corrections.redoable
      onNews(
        lines.map { WorldChange(line: $0, isOwn: self.ownSequences.remove($0.sequence) != nil) })
    }
  }

  /// Remembers that a line is this console's own.
  func noteOwn(_ sequence: Sequence64) { ownSequences.insert(sequence) }

  // MARK: Counters

  /// Reads today's counters and the list of gateways anew.
  func refreshCounters() {
    counts = (try? usage.counts(on: now.day)) ?? [:]
    if ring == nil { ring = (try? DecisionRing.reading(workspace.directory)) ?? nil }
    gateways = GatewayRegistration.running(in: workspace.directory)
  }

  func usage(of key: PlanKeyID) -> UsageReading {
    let identity = UsageIdentity(usagePlanId: key.usagePlanId, keyId: key.keyId)
    let counted = counts[identity] ?? UsageCounts()
    let refused = counts[UsageIdentity(keyId: key.keyId)] ?? UsageCounts()
    return UsageReading(
      served: Int(counted[.served]), throttled: Int(counted[.throttled]),
      overQuota: Int(counted[.overQuota]), refused: Int(counted[.refused] + refused[.refused]),
      status2xx: Int(counted[.status2xx]), status4xx: Int(counted[.status4xx]),
      status5xx: Int(counted[.status5xx]), quotaUsed: workspace.usedInPeriod(key))
  }

  func requests(_ scope: RequestScope, limit: Int) -> [RequestRecord] {
    guard let ring else { return [] }
    var filter = DecisionFilter()
    switch scope {
    case .all: break
    case .refused(let key):
      filter.keyId = key
      filter.isRefused = true
    case .key(let key): filter.keyId = key
    case .stage(let stage):
      filter.apiId = stage.apiId
      filter.stage = stage.stage
    case .api(let api): filter.apiId = api
    }
    return ring.decisions(where: filter, limit: limit).map(RequestRecord.init)
  }

  /// What the doctor can learn besides the configuration.
  var observations: Observations {
    (try? WorkspaceObservations.read(workspace, now: now)) ?? Observations(now: now)
  }

  // MARK: The past

  func history(of entity: EntityRef?, before: Sequence64?, limit: Int) -> [HistoryLine] {
    let filter = entity.map { HistoryFilter(of: $0) } ?? .everything
    let page = try? workspace.history().page(
      before: before, limit: limit, filter: filter, naming: workspace.displayName)
    return (page?.entries ?? []).map { HistoryLine($0, you: actor) }
  }

  func knownHistory(of entity: EntityRef, limit: Int) -> [HistoryLine] {
    pages.lines(
      HistoryPages.Question(entity: entity, limit: limit), head: workspace.state.sequence)
  }

  // MARK: Previews

  func preview(_ command: Command) throws(CommandError) -> Decision {
    try workspace.preview(command)
  }

  /// Leaves the workspace in good order.
  func close() {
    if workspace.suggestsCheckpoint { _ = try? workspace.checkpoint() }
  }
}

extension RequestRecord {
  init(_ record: DecisionRecord) {
    self.init(
      id: record.requestId, time: record.time, stage: record.stage,
      httpMethod: record.verb?.name ?? "?", path: record.path, keyId: record.keyId,
      usagePlanId: record.usagePlanId, status: record.statusCode, verdict: record.verdict,
      latencyMicroseconds: record.latencyMicroseconds, sourceAddress: record.sourceAddress ?? "")
  }
}
