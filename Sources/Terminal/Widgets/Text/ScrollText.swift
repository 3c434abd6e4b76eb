/// Lines of text to read: wrapped to the window, scrolled, searched.
public struct ScrollText: Sendable {
  /// The most lines a text is shown with; what follows is left out and said to be.
  public static let limitLines = 100_000

  /// The first wrapped line seen.
  public private(set) var top = 0
  /// What is searched for, empty for nothing.
  public private(set) var query = ""
  /// The wrapped lines that hold what is searched for.
  public private(set) var matches: [Int] = []
  private let lines: [StyledText]
  private var wrapped: [StyledText]
  private var width: Int

  /// Makes a text for a window of `width` columns.
  /// - Complexity: O(length).
  public init(_ lines: [StyledText], width: Int) {
    var kept = Array(lines.prefix(Self.limitLines))
    if kept.count < lines.count {
      kept.append(StyledText("… \(lines.count - kept.count) more lines are not shown", .muted))
    }
    self.lines = kept
    self.width = max(1, width)
    wrapped = Self.wrap(kept, to: self.width)
  }

  /// The number of wrapped lines.
  public var lineCount: Int { wrapped.count }

  /// Wraps anew for a window of another width; the lines seen stay about the same.
  public mutating func setWidth(_ width: Int) {
    guard max(1, width) != self.width else { return }
    let place = wrapped.isEmpty ? 0 : Double(top) / Double(wrapped.count)
    self.width = max(1, width)
    wrapped = Self.wrap(lines, to: self.width)
    top = Int(place * Double(wrapped.count))
    findMatches()
  }

  /// Scrolls.
  /// - Parameter height: the rows of the window.
  public mutating func move(_ motion: Motion, height: Int) {
    top = motion.scrolled(top, lineCount: wrapped.count, height: height)
  }

  /// Looks for `query`, without regard to case, and scrolls to the first match from the top on.
  public mutating func search(_ query: String, height: Int) {
    self.query = query
    findMatches()
    if let match = matches.first(where: { $0 >= top }) ?? matches.first {
      move(.to(match), height: height)
    }
  }

  /// Scrolls to the next match below the top, or above it; goes round at the ends.
  public mutating func moveToMatch(forward: Bool, height: Int) {
    let match =
      forward
      ? matches.first { $0 > top } ?? matches.first : matches.last { $0 < top } ?? matches.last
    if let match { move(.to(match), height: height) }
  }

  /// Draws the lines seen, with what is searched for standing out.
  public func draw(into frame: inout Frame, in rect: Rect) {
    let first = max(0, min(top, wrapped.count - max(1, rect.height)))
    for (row, line) in wrapped[first...].prefix(rect.height).enumerated() {
      frame.draw(line: line, in: rect.row(row))
      highlight(line.string, into: &frame, in: rect.row(row))
    }
  }

  private func highlight(_ line: String, into frame: inout Frame, in rect: Rect) {
    guard !query.isEmpty else { return }
    for range in Self.ranges(of: query, in: line) {
      let before = DisplayText(safe: String(line[..<range.lowerBound]), ambiguousWidth: .narrow)
      let match = DisplayText(safe: String(line[range]), ambiguousWidth: .narrow)
      let place = rect.droppingColumns(before.width).firstColumns(match.width)
      frame.restyle(place) { Style(.match, on: $0.background, $0.attributes.union(.reverse)) }
    }
  }

  private mutating func findMatches() {
    matches =
      query.isEmpty
      ? [] : wrapped.indices.filter { !Self.ranges(of: query, in: wrapped[$0].string).isEmpty }
  }

  private static func ranges(of query: String, in line: String) -> [Range<String.Index>] {
    let wanted = query.map { $0.lowercased() }
    var ranges: [Range<String.Index>] = []
    var start = line.startIndex
    while start < line.endIndex {
      if line[start...].lazy.map({ $0.lowercased() }).starts(with: wanted) {
        let end = line.index(start, offsetBy: wanted.count)
        ranges.append(start..<end)
        start = end
      } else {
        start = line.index(after: start)
      }
    }
    return ranges
  }

  private static func wrap(_ lines: [StyledText], to width: Int) -> [StyledText] {
    lines.flatMap { $0.wrapped(to: width) }
  }
}
