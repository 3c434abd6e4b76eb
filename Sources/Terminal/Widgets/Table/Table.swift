/// A table with a heading, a cursor, marks and a window on its rows.
public struct Table {
  /// Columns kept for a bar's number, enough for `100%`, so that bars below each other compare.
  private static let barLabelColumns = 4

  /// The columns the user wants to see, in order.
  public var columns: [TableColumn]
  /// The rows.
  public var rows: TableRows
  /// The cursor and the window.
  public var state: ListState
  /// How many columns after the first are scrolled out at the left.
  public var scrolledColumns = 0
  /// The order the rows are in.
  public var sort: TableSort?
  /// What stands in place of rows when there are none: say what to do next.
  public var emptyText: [StyledText]
  /// True when keys go to this table.
  public var isFocused: Bool

  /// Makes a table.
  public init(
    columns: [TableColumn], rows: TableRows, state: ListState, sort: TableSort? = nil,
    emptyText: [StyledText] = ["nothing here"], isFocused: Bool = true
  ) {
    self.columns = columns
    self.rows = rows
    self.state = state
    self.sort = sort
    self.emptyText = emptyText
    self.isFocused = isFocused
  }

  /// The rows of a list that are seen in a table drawn in `rect`, for `ListState.move`.
  public static func bodyHeight(in rect: Rect) -> Int { max(0, rect.height - 1) }

  /// Where the columns lie in `rect`.
  public func layout(in rect: Rect) -> TableLayout {
    TableLayout(columns: columns, width: rect.width, scrolled: scrolledColumns)
  }

  /// The row drawn at `point`, nil beside the rows.
  public func row(at point: Point, in rect: Rect) -> Int? {
    guard rect.droppingRows(1).contains(point) else { return nil }
    let visible = state.visibleRows(rowCount: rows.count, height: Self.bodyHeight(in: rect))
    let row = visible.lowerBound + point.y - rect.y - 1
    return visible.contains(row) ? row : nil
  }

  /// The column whose heading is at `point`, nil elsewhere.
  public func heading(at point: Point, in rect: Rect) -> TableColumn.ID? {
    guard rect.row(0).contains(point) else { return nil }
    let x = point.x - rect.x
    return layout(in: rect).placements.first { x >= $0.x && x < $0.x + $0.width }?.column.id
  }

  /// Draws heading and rows.
  /// - Returns: the beginning of the cursor's row, where the terminal's cursor rests.
  /// - Complexity: O(cells of the rectangle), whatever the number of rows.
  @discardableResult
  public func draw(into frame: inout Frame, in rect: Rect) -> Point? {
    guard !rect.isEmpty else { return nil }
    let layout = layout(in: rect)
    drawHeading(layout, into: &frame, in: rect.row(0))
    let body = rect.droppingRows(1)
    guard rows.count > 0 else {
      frame.draw(lines: emptyText, in: body.inset(horizontal: 1, vertical: 0), over: .muted)
      return nil
    }
    let visible = state.visibleRows(rowCount: rows.count, height: body.height)
    var cursor: Point?
    for row in visible {
      let line = body.row(row - visible.lowerBound)
      let isCursor = row == min(state.cursor, rows.count - 1)
      if isCursor { cursor = line.origin }
      draw(row: row, isCursor: isCursor, layout, into: &frame, in: line)
    }
    return cursor
  }

  private func drawHeading(_ layout: TableLayout, into frame: inout Frame, in line: Rect) {
    for placement in layout.placements {
      var title = StyledText(placement.column.title, Style(.heading, .bold))
      var room = placement.width
      if let sort, sort.column == placement.column.id {
        let arrow = sort.isDescending ? frame.glyphs.descending : frame.glyphs.ascending
        room = max(0, room - 1)
        title = title.truncated(to: room)
        title.append(DisplayText(String(Character(arrow))), Style(.accent, .bold))
      }
      let place = line.droppingColumns(placement.x).firstColumns(placement.width)
      frame.draw(line: title, in: place, align: placement.column.alignment)
    }
    if layout.scrolledCount > 0 { frame.put(frame.glyphs.moreLeft, at: line.origin, .muted) }
    if layout.hiddenCount > 0, line.width > 0 {
      frame.put(frame.glyphs.moreRight, at: Point(x: line.endX - 1, y: line.y), .muted)
    }
  }

  private func draw(
    row: Int, isCursor: Bool, _ layout: TableLayout, into frame: inout Frame, in line: Rect
  ) {
    var base = rows.style(row)
    let isMarked = rows.isMarked(row)
    if isMarked { base = Style(.marked).over(base) }
    if isCursor {
      base = base.over(isFocused ? .selected : .selectedWithoutFocus)
      base.background = isFocused ? .selection : .selectionMuted
    }
    frame.fill(line, base)
    if isMarked {
      frame.put(frame.glyphs.mark, at: line.origin, Style(.marked).over(base))
    } else if rows.isChanged(row) {
      frame.put(frame.glyphs.changed, at: line.origin, Style(.info).over(base))
    } else if isCursor, isFocused {
      frame.put(frame.glyphs.cursor, at: line.origin, base)
    }
    for placement in layout.placements {
      let place = line.droppingColumns(placement.x).firstColumns(placement.width)
      draw(
        rows.cell(row, placement.column.id), into: &frame, in: place, over: base,
        align: placement.column.alignment)
    }
  }

  private func draw(
    _ cell: TableCell, into frame: inout Frame, in rect: Rect, over base: Style, align: Alignment
  ) {
    switch cell {
    case .styled(let text):
      frame.draw(line: text, in: rect, over: base, align: align)
    case .bar(let fraction, let label, let style):
      let labelWidth =
        label.width == 0 ? 0 : min(max(label.width, Self.barLabelColumns) + 1, rect.width)
      let bar = rect.firstColumns(rect.width - labelWidth)
      frame.drawBar(fraction, in: bar, style.over(base))
      frame.draw(line: label, in: rect.droppingColumns(bar.width), over: base, align: .trailing)
    case .sparkline(let values, let maximum, let style):
      frame.drawSparkline(values, in: rect, maximum: maximum, style.over(base))
    }
  }
}
