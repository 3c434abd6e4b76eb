/// The line of keys at the bottom of a screen: as many as fit, the most important ones first.
public struct FooterHints: Hashable, Sendable {
  /// Columns between two hints.
  static let gapColumns = 2

  /// All hints, in the order they are shown.
  public let hints: [Hint]

  /// Makes the line.
  public init(_ hints: [Hint]) { self.hints = hints }

  /// The hints that fit into `columns`, in the order they are shown.
  ///
  /// Pinned hints are placed first, then the others by priority and order.
  public func fitting(_ columns: Int) -> [Hint] {
    let ranked = hints.enumerated().sorted { left, right in
      if left.element.isPinned != right.element.isPinned { return left.element.isPinned }
      if left.element.priority != right.element.priority {
        return left.element.priority < right.element.priority
      }
      return left.offset < right.offset
    }
    var used = -Self.gapColumns
    var chosen: Set<Int> = []
    for (offset, hint) in ranked where used + Self.gapColumns + hint.width <= columns {
      used += Self.gapColumns + hint.width
      chosen.insert(offset)
    }
    return hints.indices.filter(chosen.contains).map { hints[$0] }
  }

  /// Draws the hints that fit in the first row of `rect`.
  public func draw(into frame: inout Frame, in rect: Rect) {
    var line = StyledText.empty
    for hint in fitting(rect.width) {
      if !line.runs.isEmpty { line.append("  ") }
      line.append(hint.key, Style(.key, .bold))
      line.append(" " + hint.title, .muted)
    }
    frame.draw(line: line, in: rect)
  }
}
