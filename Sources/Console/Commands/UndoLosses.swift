import GatewayModel

/// What taking a change back would take away from somebody.
struct UndoLosses: Sendable {
  /// Entities of their own that would go, those of a deleted API among them not counted.
  private(set) var deleted: [EntityRef] = []
  /// What goes and what closes, for people.
  private(set) var lines: [String] = []

  /// Names listed at most; of more the number is told.
  private static let limitNames = 5

  /// True when nothing goes and nothing closes.
  var isEmpty: Bool { lines.isEmpty }

  /// - Parameter steps: What the change did, which taking it back turns round.
  init(_ steps: [AWSScript.Step], in state: GatewayState) {
    let gone = steps.filter { $0.before == nil && $0.after != nil }.map(\.ref)
    let apis = Set(gone.compactMap { if case .restApi(let id) = $0 { id } else { nil } })
    deleted = gone.filter { Self.isOwnEntity($0, apis) }
    if !gone.isEmpty {
      lines.append(
        gone.count <= Self.limitNames
          ? "Takes away: " + gone.map { Words.title(of: $0, in: state) }.joined(separator: ", ")
            + "."
          : EventWords.lines(gone.map { .deleted($0) }, in: state)
            .map { "This \($0)." }.joined(separator: " "))
    }
    let closed = steps.flatMap { Self.closing(from: $0.after, to: $0.before, state) }
    lines += closed.prefix(Self.limitNames)
    if closed.count > Self.limitNames {
      lines.append("Closes \(closed.count - Self.limitNames) more.")
    }
  }

  /// True for what a person would delete by itself, and whose deletion wants its name or number.
  private static func isOwnEntity(_ ref: EntityRef, _ apis: Set<RestApiID>) -> Bool {
    switch ref {
    case .apiKey, .usagePlan, .restApi: true
    case .stage(let id): !apis.contains(id.apiId)
    default: false
    }
  }

  /// What callers lose when an entity goes from one form to another.
  private static func closing(
    from present: Entity?, to past: Entity?, _ state: GatewayState
  ) -> [String] {
    switch (present, past) {
    case (.apiKey(let now), .apiKey(let then)) where now.enabled && !then.enabled:
      return ["Switches off the key \(now.displayName): its clients are refused at once."]
    case (.usagePlan(let now), .usagePlan(let then)):
      let left = Set(then.apiStages.map(\.id))
      return now.apiStages.map(\.id).filter { !left.contains($0) }.map {
        "Closes \(Words.stage($0, in: state)) to the keys of plan \(now.name)."
      }
    case (.stage(let api, let now), .stage(_, let then)) where now.deploymentId != then.deploymentId:
      let name = Words.stage(ApiStageID(apiId: api, stage: now.stageName), in: state)
      return ["\(name) serves \(then.deploymentId) again, for all callers at once."]
    default: return []
    }
  }
}
