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

  /// Looks at the next older line.
  ///
  /// - Parameters:
  ///   - sequence: Its place.
  ///   - correction: What it takes back, if anything.
  ///   - isOwn: Whether the actor made it.
  mutating func visit(
    _ sequence: Sequence64, correction: Correction?, isOwn: Bool
  ) -> Verdict {
    if cancelled.remove(sequence) != nil { return .goOn }
    if let correction { cancelled.insert(correction.target) }
    guard isOwn else { return .goOn }
    switch (direction, correction) {
    case (.undo, .undo), (.redo, .redo): return .goOn
    case (.undo, _), (.redo, .undo): return .found
    case (.redo, nil): return .end
    }
  }
}
