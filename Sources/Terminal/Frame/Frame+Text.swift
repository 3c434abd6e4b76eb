extension Frame {
  /// Draws text from `point` to the right, cut at the edges of `clip` and of the frame.
  /// - Returns: the columns from `point` to the end of what was drawn or cut.
  @discardableResult
  public mutating func draw(
    _ text: DisplayText, at point: Point, clip: Rect? = nil, _ style: Style = .plain
  ) -> Int {
    let area = clip.map { $0.intersection(bounds) } ?? bounds
    guard point.y >= area.y, point.y < area.endY else { return 0 }
    if text.isASCII { return drawASCII(text, at: point, in: area, style) }
    var x = point.x
    text.forEachCell { cell in
      if x >= area.x, x + cell.width <= area.endX {
        put(cell, at: Point(x: x, y: point.y), style)
      } else if x < area.endX, x + cell.width > area.x {
        // Half of a wide character at an edge: a blank keeps the neighbours in place.
        put(" ", at: Point(x: max(x, area.x), y: point.y), style)
      }
      x += cell.width
    }
    return min(x, area.endX) - point.x
  }

  private mutating func drawASCII(
    _ text: DisplayText, at point: Point, in area: Rect, _ style: Style
  ) -> Int {
    var x = point.x
    for byte in text.string.utf8 {
      if x >= area.endX { break }
      if x >= area.x { put(Unicode.Scalar(byte), at: Point(x: x, y: point.y), style) }
      x += 1
    }
    return x - point.x
  }

  /// Draws one line of text in the first row of `rect`, with an ellipsis when it does not fit.
  public mutating func draw(
    _ text: DisplayText, in rect: Rect, _ style: Style = .plain, align: Alignment = .leading
  ) {
    draw(line: StyledText(text, style), in: rect, align: align)
  }

  /// Draws one line in the first row of `rect`, with an ellipsis when it does not fit.
  /// - Parameter base: what the line lies on; pieces keep the colours they name themselves.
  public mutating func draw(
    line: StyledText, in rect: Rect, over base: Style = .plain, align: Alignment = .leading
  ) {
    guard !rect.isEmpty else { return }
    let fitting = line.truncated(to: rect.width, ellipsis: ellipsis)
    let free = rect.width - fitting.width
    var x =
      switch align {
      case .leading: rect.x
      case .centre: rect.x + free / 2
      case .trailing: rect.x + free
      }
    for run in fitting.runs {
      x += draw(run.text, at: Point(x: x, y: rect.y), clip: rect, run.style.over(base))
    }
  }

  /// Draws lines from the top of `rect`, one a row; those that do not fit are left out.
  public mutating func draw(lines: [StyledText], in rect: Rect, over base: Style = .plain) {
    for (index, line) in lines.prefix(rect.height).enumerated() {
      draw(line: line, in: rect.row(index), over: base)
    }
  }

  /// What stands for missing text on this frame's terminal.
  var ellipsis: DisplayText {
    DisplayText(safe: String(Character(glyphs.ellipsis)), ambiguousWidth: .narrow)
  }
}
