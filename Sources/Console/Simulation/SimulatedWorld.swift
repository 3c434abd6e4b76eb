public import Doctor
public import GatewayModel

/// A workspace in memory, for tests of the console and for trying it without one on disk.
///
/// Commands are decided by the model's own rules; time moves only when told.
public final class SimulatedWorld: ConsoleWorld {
  /// A line and how to take it back and bring it back.
  private struct Reversible {
    var line: HistoryLine
    var forward: [Event]
    var backward: [Event]
  }

  /// The configuration.
  public private(set) var state = GatewayState()
  /// The moment; moved by `advance`.
  public private(set) var now: Timestamp
  /// The monotonic clock; moved by `advance`.
  public private(set) var monotonicMilliseconds: Int64 = 1_000_000
  /// Where the console is.
  public var status: WorkspaceStatus
  /// What the terminal can show.
  public var capabilities = ConsoleCapabilities()
  /// What was counted.
  public var readings: [PlanKeyID: UsageReading] = [:]
  /// Decided requests, newest first.
  public var recorded: [RequestRecord] = []
  /// The journal, oldest first.
  public private(set) var lines: [HistoryLine] = []
  /// What was copied, in order.
  public private(set) var copied: [String] = []
  /// Files that were written, by path.
  public private(set) var written: [String: String] = [:]
  /// Keys whose value was shown or copied.
  public private(set) var revealed: [ApiKeyID] = []
  /// Every effect that was carried out.
  public private(set) var effects: [Effect] = []
  private let identifiers: SeededIdentifiers
  private var undoStack: [Reversible] = []
  private var redoStack: [Reversible] = []
  private var made: [Sequence64: Reversible] = [:]

  /// An empty workspace.
  ///
  /// - Parameters:
  ///   - now: The moment it begins at.
  ///   - seed: Where ids and key values come from.
  public init(now: Timestamp, seed: UInt64 = 1) {
    self.now = now
    identifiers = SeededIdentifiers(seed: seed)
    status = WorkspaceStatus(path: "/srv/shop.journal")
  }

  /// False while the journal is being read for what can be undone and redone.
  public var knowsCorrections = true
  /// What undo would take back.
  public var undoable: HistoryLine? { knowsCorrections ? undoStack.last?.line : nil }
  /// What redo would bring back.
  public var redoable: HistoryLine? { knowsCorrections ? redoStack.last?.line : nil }

  /// Nothing but the time: the doctor looks at the configuration.
  public var observations: Observations { Observations(now: now, lostStages: lostStages) }
  /// What was learned late; tests set it.
  public private(set) var observationsVersion = 0
  /// Plans that lost a stage, as the past tells it once it has been read.
  public var lostStages: [Observations.LostStage] = [] {
    didSet { observationsVersion += 1 }
  }

  /// What was counted for a key in a plan.
  public func usage(of key: PlanKeyID) -> UsageReading { readings[key] ?? UsageReading() }

  /// What was counted of keys outside their plans.
  public var usageOutsidePlans: [ApiKeyID: UsageReading] = [:]

  /// The newest recorded requests of a scope.
  public func requests(_ scope: RequestScope, limit: Int) -> [RequestRecord] {
    Array(
      recorded.lazy.filter { request in
        switch scope {
        case .all: true
        case .refused(let key): request.keyId == key && request.refusal != nil
        case .key(let key): request.keyId == key
        case .stage(let stage): request.stage == stage
        case .api(let api): request.stage.apiId == api
        }
      }.prefix(limit))
  }

  /// How often a page of the journal was waited for.
  public private(set) var pageReads = 0

  /// The newest journal lines of an entity.
  public func history(of entity: EntityRef?, before: Sequence64?, limit: Int) -> [HistoryLine] {
    pageReads += 1
    return page(of: entity, before: before, limit: limit)
  }

  /// The same, which is known at once here.
  public func knownHistory(of entity: EntityRef, limit: Int) -> [HistoryLine] {
    page(of: entity, before: nil, limit: limit)
  }

  private func page(of entity: EntityRef?, before: Sequence64?, limit: Int) -> [HistoryLine] {
    Array(
      lines.lazy.reversed().filter { line in
        (before.map { line.sequence < $0 } ?? true)
          && (entity.map { Self.isAbout($0, line) } ?? true)
      }.prefix(limit))
  }

  /// Whether a line changed an entity; an API's lines are those of its parts too.
  private static func isAbout(_ entity: EntityRef, _ line: HistoryLine) -> Bool {
    if case .restApi(let api) = entity { return line.refs.contains { $0.apiId == api } }
    return line.refs.contains(entity)
  }

  /// What a command would come to.
  public func preview(_ command: Command) throws(CommandError) -> Decision {
    try state.decide(command, in: context)
  }

  private var context: DecisionContext {
    DecisionContext(now: now, identifiers: identifiers) { [readings] in
      readings[$0]?.quotaUsed ?? 0
    }
  }

  /// Lets time pass.
  public func advance(milliseconds: Int64) {
    now.microseconds += milliseconds * 1_000
    monotonicMilliseconds += milliseconds
  }

  /// Writes a line of the journal, by anybody, and gives the news of it.
  @discardableResult
  public func write(
    _ events: [Event], _ summary: String, actor: String = "you", surface: String = "console"
  ) -> ConsoleEvent {
    record(events, summary, actor: actor, surface: surface, isOwn: surface == "console")
  }

  private func record(
    _ events: [Event], _ summary: String, actor: String, surface: String, isOwn: Bool
  ) -> ConsoleEvent {
    let backward = events.reversed().map { event in
      state.entity(event.ref).map(Event.put) ?? .deleted(event.ref)
    }
    state.apply(events, sequence: state.sequence + 1)
    status.journalHead = state.sequence
    let line = HistoryLine(
      sequence: state.sequence, time: now, actor: actor, surface: surface, summary: summary,
      refs: events.map(\.ref))
    lines.append(line)
    let reversible = Reversible(line: line, forward: events, backward: backward)
    made[line.sequence] = reversible
    undoStack.append(reversible)
    return .changed([WorldChange(line: line, isOwn: isOwn)])
  }

  /// Carries out an effect and gives the events that come of it.
  public func carryOut(_ effect: Effect) -> [ConsoleEvent] {
    effects.append(effect)
    switch effect {
    case .submit(let id, let submission): return carryOut(submission, id)
    case .recallUndo(let id):
      let last = undoStack.last.map { recall($0.line.sequence) }
      return [.outcome(id, last ?? .failed("nothing to undo"))]
    case .undoLine(let id, let sequence): return takeBack(id, line: sequence)
    case .redo(let id): return bringBack(id)
    case .recall(let id, let sequence): return [.outcome(id, recall(sequence))]
    case .copy(let id, let text, _):
      copied.append(text)
      return [.outcome(id, .copied(means: "OSC 52"))]
    case .writeFile(let id, let path, let contents):
      written[path] = contents
      return [.outcome(id, .wrote(path: path))]
    case .noteReveal(let key, _):
      revealed.append(key)
      return []
    case .openEditor(let id, _, _): return [.outcome(id, .edited(nil))]
    case .suspend, .redraw, .setMouse, .quit: return []
    }
  }

  private func carryOut(_ submission: Submission, _ id: EffectID) -> [ConsoleEvent] {
    for (ref, expected) in submission.expecting {
      if let conflict = conflict(ref, expected) { return [.outcome(id, .conflict(conflict))] }
    }
    do {
      let decision = try preview(submission.command)
      guard !decision.events.isEmpty else { return [.outcome(id, .unchanged)] }
      redoStack = []
      let news = record(
        decision.events, submission.label, actor: "you", surface: "console", isOwn: true)
      return [
        news,
        .outcome(
          id,
          .accepted(
            sequence: state.sequence, summary: submission.label, subjects: decision.subjects,
            warnings: decision.warnings)),
        .outcome(id, .durable(sequence: state.sequence)),
      ]
    } catch {
      return [.outcome(id, .refused(error))]
    }
  }

  private func conflict(_ ref: EntityRef, _ expected: Sequence64) -> EditConflict? {
    guard state.revision(of: ref) != expected,
      let theirs = lines.last(where: { $0.refs.contains(ref) })
    else { return nil }
    return EditConflict(
      ref: ref, expected: expected, theirs: theirs, base: nil, present: state.entity(ref))
  }

  private func takeBack(_ id: EffectID, line sequence: Sequence64) -> [ConsoleEvent] {
    guard let index = undoStack.firstIndex(where: { $0.line.sequence == sequence }) else {
      return [.outcome(id, .failed("there is no such change to undo"))]
    }
    let entry = undoStack[index]
    let touched = Set(undoStack[(index + 1)...].flatMap(\.line.refs))
    guard touched.isDisjoint(with: entry.line.refs) else {
      return [.outcome(id, .failed("it was changed since"))]
    }
    undoStack.remove(at: index)
    let summary = "undid: \(entry.line.summary)"
    let news = record(entry.backward, summary, actor: "you", surface: "console", isOwn: true)
    _ = undoStack.popLast()
    redoStack.append(entry)
    return [news, accepted(id, summary)]
  }

  private func bringBack(_ id: EffectID) -> [ConsoleEvent] {
    guard let last = redoStack.popLast() else { return [.outcome(id, .failed("nothing to redo"))] }
    let news = record(
      last.forward, last.line.summary, actor: "you", surface: "console", isOwn: true)
    return [news, accepted(id, "redid: \(last.line.summary)")]
  }

  private func recall(_ sequence: Sequence64) -> EffectOutcome {
    guard let made = made[sequence] else { return .failed("there is no such line") }
    let steps = zip(made.forward, made.backward.reversed()).map { forward, backward in
      AWSScript.Step(
        ref: forward.ref, before: Self.entity(of: backward), after: Self.entity(of: forward))
    }
    return .recalled(RecalledLine(line: made.line, steps: steps))
  }

  private static func entity(of event: Event) -> Entity? {
    if case .put(let entity) = event { entity } else { nil }
  }

  private func accepted(_ id: EffectID, _ summary: String) -> ConsoleEvent {
    .outcome(
      id, .accepted(sequence: state.sequence, summary: summary, subjects: [], warnings: []))
  }
}
