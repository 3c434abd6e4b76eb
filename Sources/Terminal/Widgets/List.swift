/// A list of lines with a cursor and a window, for menus and panes of one column.
public struct List {
  /// Columns before each line, for the cursor's mark.
  public static let markColumns = 2

  /// How many lines there are.
  public var count: Int
  /// The cursor and the window.
  public var state: ListState
  /// What stands in place of lines when there are none.
  public var emptyText: StyledText
  /// True when keys go to this list.
  public var isFocused: Bool
  /// The line of a number, asked for only when it is seen.
  public var line: (_ index: Int) -> StyledText

  /// Makes a list.
  public init(
    count: Int, state: ListState, emptyText: StyledText = "nothing here", isFocused: Bool = true,
    line: @escaping (_ index: Int) -> StyledText
  ) {
    self.count = max(0, count)
    self.state = state
    self.emptyText = emptyText
    self.isFocused = isFocused
    self.line = line
  }

  /// The line drawn at `point`, nil beside the lines.
  public func index(at point: Point, in rect: Rect) -> Int? {
    guard rect.contains(point) else { return nil }
    let visible = state.visibleRows(rowCount: count, height: rect.height)
    let index = visible.lowerBound + point.y - rect.y
    return visible.contains(index) ? index : nil
  }

  /// Draws the lines seen, the cursor's with a mark and the colours of the selection.
  /// - Returns: the beginning of the cursor's line.
  @discardableResult
  public func draw(into frame: inout Frame, in rect: Rect) -> Point? {
    guard !rect.isEmpty else { return nil }
    guard count > 0 else {
      frame.draw(line: emptyText, in: rect.inset(horizontal: 1, vertical: 0), over: .muted)
      return nil
    }
    var cursor: Point?
    let visible = state.visibleRows(rowCount: count, height: rect.height)
    for index in visible {
      let row = rect.row(index - visible.lowerBound)
      var base = Style.plain
      if index == min(state.cursor, count - 1) {
        base = isFocused ? .selected : .selectedWithoutFocus
        cursor = row.origin
      }
      frame.fill(row, base)
      if cursor == row.origin, isFocused { frame.put(frame.glyphs.cursor, at: row.origin, base) }
      frame.draw(line: line(index), in: row.droppingColumns(Self.markColumns), over: base)
    }
    return cursor
  }
}
