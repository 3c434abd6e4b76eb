extension Frame {
  /// Draws a box along the edge of `rect` with titles set into its top line.
  /// - Parameters:
  ///   - rect: the outer edge; nothing is drawn when it has less than two columns or rows.
  ///   - style: the lines' look.
  ///   - title: at the left, with an ellipsis when it does not fit.
  ///   - rightTitle: at the right, left out first when there is little room.
  ///   - bottomTitle: at the right of the bottom line.
  /// - Returns: the rectangle inside the lines.
  @discardableResult
  public mutating func drawBox(
    _ rect: Rect, _ style: Style = Style(.border), title: StyledText = .empty,
    rightTitle: StyledText = .empty, bottomTitle: StyledText = .empty
  ) -> Rect {
    guard rect.width >= 2, rect.height >= 2 else { return rect.inset() }
    let right = rect.endX - 1
    let bottom = rect.endY - 1
    for x in (rect.x + 1)..<right {
      put(glyphs.horizontal, at: Point(x: x, y: rect.y), style)
      put(glyphs.horizontal, at: Point(x: x, y: bottom), style)
    }
    for y in (rect.y + 1)..<bottom {
      put(glyphs.vertical, at: Point(x: rect.x, y: y), style)
      put(glyphs.vertical, at: Point(x: right, y: y), style)
    }
    put(glyphs.topLeft, at: Point(x: rect.x, y: rect.y), style)
    put(glyphs.topRight, at: Point(x: right, y: rect.y), style)
    put(glyphs.bottomLeft, at: Point(x: rect.x, y: bottom), style)
    put(glyphs.bottomRight, at: Point(x: right, y: bottom), style)
    drawTitles(title, rightTitle, in: rect.row(0), style)
    drawTitles(.empty, bottomTitle, in: rect.row(rect.height - 1), style)
    return rect.inset()
  }

  /// Sets titles between blanks into a horizontal line: `─ Keys ───── 3/12 ─`.
  private mutating func drawTitles(
    _ left: StyledText, _ right: StyledText, in line: Rect, _ style: Style
  ) {
    let room = line.inset(horizontal: 2, vertical: 0)
    guard room.width > 2 else { return }
    let leftWidth = left.width == 0 ? 0 : min(left.width + 2, room.width)
    if leftWidth > 0 {
      drawTitle(left, in: room.firstColumns(leftWidth), style)
    }
    let rightWidth = right.width + 2
    if right.width > 0, leftWidth + rightWidth < room.width {
      drawTitle(right, in: room.droppingColumns(room.width - rightWidth), style)
    }
  }

  private mutating func drawTitle(_ title: StyledText, in rect: Rect, _ style: Style) {
    fill(rect, style)
    draw(line: title, in: rect.inset(horizontal: 1, vertical: 0), over: style)
  }

  /// Draws a horizontal line of `rect`'s width in its first row.
  public mutating func drawRule(in rect: Rect, _ style: Style = Style(.border)) {
    guard !rect.isEmpty else { return }
    for x in rect.x..<rect.endX { put(glyphs.horizontal, at: Point(x: x, y: rect.y), style) }
  }

  /// Draws a vertical line of `rect`'s height in its first column.
  public mutating func drawDivider(in rect: Rect, _ style: Style = Style(.border)) {
    guard !rect.isEmpty else { return }
    for y in rect.y..<rect.endY { put(glyphs.vertical, at: Point(x: rect.x, y: y), style) }
  }
}
