extension Frame {
  /// Draws a horizontal bar in the first row of `rect`, exact to an eighth of a column.
  /// - Parameters:
  ///   - fraction: the filled part; values outside 0...1 and not-a-number are brought inside.
  ///   - style: the filled part's look.
  ///   - track: the unfilled part's look, nil to leave it blank.
  public mutating func drawBar(
    _ fraction: Double, in rect: Rect, _ style: Style = Style(.graph),
    track: Style? = Style(.track)
  ) {
    guard !rect.isEmpty else { return }
    let eighths = Self.eighths(of: fraction, columns: rect.width)
    let ground = style.background == .selection ? .selected : Style(.standard, on: style.background)
    for column in 0..<rect.width {
      let point = Point(x: rect.x + column, y: rect.y)
      let filled = min(max(eighths - column * 8, 0), 8)
      if filled > 0 {
        put(glyphs.bar[filled], at: point, style)
      } else if let track {
        put(glyphs.track, at: point, track.over(ground))
      } else {
        put(" ", at: point, style)
      }
    }
  }

  /// Draws the newest `values` that fit as heights in the first row of `rect`, the newest at the
  /// right.
  /// - Parameters:
  ///   - values: from oldest to newest; negative ones and not-a-number count as 0.
  ///   - maximum: the value of the full height; 0 or less draws blanks. Fixed by the caller, because
  ///     a graph that rescales itself lies.
  public mutating func drawSparkline(
    _ values: some BidirectionalCollection<Double>, in rect: Rect, maximum: Double,
    _ style: Style = Style(.graph)
  ) {
    guard !rect.isEmpty else { return }
    let shown = Array(values.suffix(rect.width))
    let start = rect.endX - shown.count
    for (index, value) in shown.enumerated() {
      let height = Self.height(of: value, maximum: maximum)
      let point = Point(x: start + index, y: rect.y)
      // A blank of another colour would be sent to the terminal, and look the same.
      put(glyphs.spark[height], at: point, height > 0 ? style : self.style(at: point))
    }
  }

  /// Draws the newest `values` that fit as columns over the whole height of `rect`.
  /// - Parameters: as for `drawSparkline`.
  public mutating func drawColumns(
    _ values: some BidirectionalCollection<Double>, in rect: Rect, maximum: Double,
    _ style: Style = Style(.graph)
  ) {
    guard !rect.isEmpty else { return }
    let shown = Array(values.suffix(rect.width))
    let start = rect.endX - shown.count
    for (index, value) in shown.enumerated() {
      let fraction = maximum > 0 ? value / maximum : 0
      var eighths = Self.eighths(of: fraction, columns: rect.height)
      if eighths == 0, value > 0 { eighths = 1 }
      for row in 0..<rect.height {
        let filled = min(max(eighths - row * 8, 0), 8)
        put(
          glyphs.spark[filled], at: Point(x: start + index, y: rect.endY - 1 - row), style)
      }
    }
  }

  /// A height from 0 to 8; a value above 0 is at least 1, so that something never looks like nothing.
  private static func height(of value: Double, maximum: Double) -> Int {
    guard value > 0, maximum > 0 else { return 0 }
    return max(1, min(8, Int((min(value / maximum, 1) * 8).rounded())))
  }

  private static func eighths(of fraction: Double, columns: Int) -> Int {
    guard fraction > 0 else { return 0 }
    return Int((min(fraction, 1) * Double(columns * 8)).rounded())
  }
}
