import Enforcement
public import GatewayModel
public import Terminal

/// Why a request was or would be refused: the gateway's own pipeline, step by step, and what would
/// let the request pass.
public struct TraceScreen: ScreenModel {
  /// Requests among which refusals are looked for.
  static let limitRequests = 1_000

  /// The recorded request that is explained; nil for a composed one.
  private(set) var record: RequestRecord?
  private(set) var explanation: Explanation?
  private var request: ExplainedRequest?
  /// The key whose refusals `n` and `p` go through; nil for all.
  private var key: ApiKeyID?
  /// The newest refusals, newest first.
  private(set) var refusals: [RequestRecord] = []
  private(set) var list = ListState()
  private var sequence: Sequence64?

  /// Nothing explained yet: the newest refusal is, once the screen is opened.
  init() {}

  /// What is explained.
  public var place: String {
    guard let request else { return "nothing refused yet; c composes a request" }
    let call = "\(request.verb) /\(request.stage.stage)\(request.path)"
    guard let record else { return "composed  \(call)" }
    return "request \(record.id)  \(record.time.timeOfDay)  \(call)"
  }

  /// The entity of the line the cursor is on.
  public var subject: EntityRef? { nil }

  /// Reads the refusals, and explains anew after the configuration changed.
  public mutating func refresh(console: ConsoleScreenInput, world: any ConsoleWorld) {
    let scope: RequestScope = key.map { .refused($0) } ?? .all
    refusals = world.requests(scope, limit: Self.limitRequests).filter { $0.refusal != nil }
    if request == nil, let newest = refusals.first {
      show(newest, world)
    } else if sequence != world.state.sequence {
      explain(world)
    }
  }

  /// Explains a recorded request.
  mutating func show(_ record: RequestRecord, of key: ApiKeyID? = nil, _ world: any ConsoleWorld) {
    self.key = key
    self.record = record
    var request = record.explained
    if case .throttled(let level) = record.verdict { request.emptyBuckets = [level] }
    explain(request, world)
  }

  /// Explains a request that was put together by hand.
  mutating func show(_ request: ExplainedRequest, _ world: any ConsoleWorld) {
    record = nil
    explain(request, world)
  }

  /// Goes to the refusal before or after the one shown; false when there is none.
  mutating func step(by step: Int, _ world: any ConsoleWorld) -> Bool {
    guard let next = refusal(by: step) else { return false }
    show(next, of: key, world)
    return true
  }

  /// Whether there is a refusal before or after the one shown.
  func canStep(by step: Int) -> Bool { refusal(by: step) != nil }

  private func refusal(by step: Int) -> RequestRecord? {
    let index = record.flatMap { shown in refusals.firstIndex { $0.id == shown.id } }
    let next = index.map { $0 + step } ?? 0
    return refusals.indices.contains(next) ? refusals[next] : nil
  }

  private mutating func explain(_ request: ExplainedRequest, _ world: any ConsoleWorld) {
    self.request = request
    list = ListState()
    explain(world)
    if let explanation, !explanation.fixes.isEmpty {
      list = ListState(cursor: explanation.steps.count)
    }
  }

  private mutating func explain(_ world: any ConsoleWorld) {
    guard let request else { return }
    let state = world.state
    sequence = state.sequence
    let context = DecisionContext(
      now: world.now, identifiers: SeededIdentifiers(seed: state.sequence),
      usedInPeriod: { world.usage(of: $0).quotaUsed })
    explanation = Explainer(state: state, context: context).explain(request)
  }

  /// The fix the cursor is on.
  var fix: Fix? {
    guard let explanation else { return nil }
    let index = list.cursor - explanation.steps.count
    return explanation.fixes.indices.contains(index) ? explanation.fixes[index] : nil
  }

  /// The rule the cursor's step was decided by.
  var rule: RuleSource? {
    guard let explanation, explanation.steps.indices.contains(list.cursor) else { return nil }
    return explanation.steps[list.cursor].rules.first
  }

  /// Moves through the steps and on to the fixes.
  public mutating func move(_ motion: Motion, height: Int, world: any ConsoleWorld) {
    let count = (explanation?.steps.count ?? 0) + (explanation?.fixes.count ?? 0)
    list.move(motion, rowCount: count, height: max(1, height - 4))
  }
}
