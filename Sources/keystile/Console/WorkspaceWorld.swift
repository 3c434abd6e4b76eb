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
  /// Where everything that has been is read, away from the screen.
  let past: PastReader
  private lazy var pages = HistoryPages(
    past: past, loop: loop, tell: { [unowned self] in line($0) },
    onPage: { [unowned self] in onNews([]) })
  private lazy var losses = LostStageReader(past: past)
  private lazy var teller = JournalTeller(
    past: past, actor: actor, loop: loop,
    onLines: { [unowned self] entries in
      onNews(
        entries.map { WorldChange(line: line($0), isOwn: ownSequences.contains($0.sequence)) })
      if let last = entries.last { ownSequences = ownSequences.filter { $0 > last.sequence } }
    },
    onCorrections: { [unowned self] corrections in
      undoable = corrections.undoable.map(line)
      redoable = corrections.redoable.map(line)
      onNews([])
    })
  private let hasDemoTraffic: Bool
  private var ring: DecisionRing?
  private var counts: [UsageIdentity: UsageCounts] = [:]
  private(set) var usageOutsidePlans: [ApiKeyID: UsageReading] = [:]
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
    past = PastReader(directory: directory, loop: loop)
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
    teller.tell()
    followTimer = loop.schedule(every: .seconds(1)) { [unowned self] in catchUp() }
  }

  /// Takes over what others wrote and tells the console.
  private func catchUp() {
    guard let news = try? workspace.catchUp() else { return }
    lastFollow = loop.nowNanoseconds
    announce(news.changes)
    if news.mayHaveMore { loop.atEndOfTurn { [weak self] in self?.catchUp() } }
  }

  /// Tells the console of lines, its own among them: at once that they are there, and in all words as
  /// soon as the past has been read.
  func announce(_ changes: [Change]) {
    guard !changes.isEmpty else { return }
    losses.note(changes)
    let newest = changes.suffix(JournalTeller.limitLines)
    onNews(newest.map { WorldChange(line: brief($0), isOwn: ownSequences.contains($0.sequence)) })
    teller.tell(of: newest.map(\.sequence))
  }

  /// A line of the past in the names of now.
  func line(_ entry: HistoryEntry) -> HistoryLine {
    HistoryLine(
      sequence: entry.sequence, time: entry.time, actor: word(for: entry.actor),
      surface: entry.surface.rawValue, summary: entry.summary(naming: workspace.displayName),
      refs: entry.changes.map(\.ref))
  }

  /// A line that has just come, as far as it can be told without what was before it.
  private func brief(_ change: Change) -> HistoryLine {
    HistoryLine(
      sequence: change.sequence, time: change.time, actor: word(for: change.actor),
      surface: change.surface.rawValue,
      summary: ChangeSummary.brief(of: change, naming: workspace.displayName),
      refs: change.subjects)
  }

  private func word(for actor: Actor) -> String {
    actor == self.actor ? HistoryLine.ownActor : actor.name
  }

  /// Remembers that a line is this console's own.
  func noteOwn(_ sequence: Sequence64) { ownSequences.insert(sequence) }

  // MARK: Counters

  /// Reads today's counters and the list of gateways anew.
  func refreshCounters() {
    counts = (try? usage.counts(on: now.day)) ?? [:]
    usageOutsidePlans = [:]
    for (identity, counted) in counts where identity.usagePlanId == nil {
      if let key = identity.keyId { usageOutsidePlans[key] = Self.reading(counted, quotaUsed: 0) }
    }
    if ring == nil { ring = (try? DecisionRing.reading(workspace.directory)) ?? nil }
    gateways = ServerRegistration.running(in: workspace.directory).map(\.gateway)
  }

  func usage(of key: PlanKeyID) -> UsageReading {
    let identity = UsageIdentity(usagePlanId: key.usagePlanId, keyId: key.keyId)
    return Self.reading(
      counts[identity] ?? UsageCounts(), quotaUsed: workspace.usedInPeriod(key))
  }

  private static func reading(_ counted: UsageCounts, quotaUsed: Int) -> UsageReading {
    UsageReading(
      served: Int(counted[.served]), throttled: Int(counted[.throttled]),
      overQuota: Int(counted[.overQuota]), refused: Int(counted[.refused]),
      status2xx: Int(counted[.status2xx]), status4xx: Int(counted[.status4xx]),
      status5xx: Int(counted[.status5xx]), quotaUsed: quotaUsed)
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
    var observed = WorkspaceObservations.requests(in: workspace.directory, now: now)
    observed.lostStages = losses.lostStages()
    return observed
  }

  var observationsVersion: Int { losses.version }

  // MARK: The past

  func history(of entity: EntityRef?, before: Sequence64?, limit: Int) -> [HistoryLine] {
    let filter = entity.map { HistoryFilter(of: $0) } ?? .everything
    let page = try? workspace.history().page(
      before: before, limit: limit, filter: filter, naming: workspace.displayName)
    return (page?.entries ?? []).map(line)
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
