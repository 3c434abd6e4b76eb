import GatewayModel

/// Finds the next line to undo or redo while the journal is read from its newest line backwards.
///
/// The journal is the undo stack: corrections cancel the lines they take back, cancelled lines are
/// passed over, and a new change clears what could be redone. Corrections by anyone count; only the
/// actor's own lines are found.
struct UndoSearch {
  /// What is looked for.
  enum Direction {
    case undo
    case redo
  }

  /// A line, as far as the search needs to know it.
  struct Step {
    let sequence: Sequence64
    /// What it takes back, if anything.
    let correction: Correction?
    /// Whether the actor made it.
    let isOwn: Bool
  }

  private let direction: Direction
  private var cancelled: Set<Sequence64> = []

  init(_ direction: Direction) {
    self.direction = direction
  }

  /// What a visited line means for the search.
  enum Verdict: Hashable {
    /// This line is the one to take back.
    case found
    /// Look further back.
    case goOn
    /// There is none.
    case end
  }

  /// The line to take back in a direction, nil if there is none.
  ///
  /// - Parameter steps: Lines, oldest first.
  static func last(_ direction: Direction, in steps: [Step]) -> Sequence64? {
    var search = UndoSearch(direction)
    for step in steps.reversed() {
      switch search.visit(step) {
      case .found: return step.sequence
      case .end: return nil
      case .goOn: continue
      }
    }
    return nil
  }

  /// Looks at the next older line.
  mutating func visit(_ step: Step) -> Verdict {
    if cancelled.remove(step.sequence) != nil { return .goOn }
    if let correction = step.correction { cancelled.insert(correction.target) }
    guard step.isOwn else { return .goOn }
    switch (direction, step.correction) {
    case (.undo, .undo), (.redo, .redo): return .goOn
    case (.undo, _), (.redo, .undo): return .found
    case (.redo, nil): return .end
    }
  }
}
