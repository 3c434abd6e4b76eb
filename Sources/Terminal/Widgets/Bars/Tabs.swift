/// A line of tabs of which one is chosen: `[1 Keys 1 204]  2 Plans 14`.
///
/// Where there is little room, badges give way first, then the gaps, then the names of the tabs far
/// from the chosen one, of which the short form stays: `1 2 Plans [3 Methods] 4 Stages 5 6 7 8▲3`.
public struct Tabs: Hashable, Sendable {
  /// The tabs from left to right.
  public let items: [TabItem]
  /// The number of the chosen one.
  public let selected: Int

  /// Makes the line.
  public init(_ items: [TabItem], selected: Int) {
    self.items = items
    self.selected = items.isEmpty ? 0 : max(0, min(selected, items.count - 1))
  }

  /// Where each tab lies in the first row of `rect`, with its brackets; nil for those that do not
  /// fit.
  ///
  /// - Complexity: O(tabs²) where there is little room.
  public func places(in rect: Rect) -> [Rect?] {
    let fitting = fitting(in: rect.width)
    var x = rect.x
    return fitting.labels.enumerated().map { index, label in
      guard fitting.shown.contains(index) else { return nil }
      defer { x += label.width + fitting.gap }
      return rect.intersection(Rect(x: x, y: rect.y, width: label.width + 2, height: 1))
    }
  }

  /// The tab at `point`, nil beside them.
  public func index(at point: Point, in rect: Rect) -> Int? {
    places(in: rect).firstIndex { $0?.contains(point) ?? false }
  }

  /// Draws the tabs that fit.
  public func draw(into frame: inout Frame, in rect: Rect) {
    let labels = fitting(in: rect.width).labels
    let places = places(in: rect)
    for (label, place) in zip(labels, places) {
      if let place {
        frame.draw(line: label, in: place.droppingColumns(1).firstColumns(label.width))
      }
    }
    guard places.indices.contains(selected), let place = places[selected] else { return }
    // Drawn last: where gaps are narrow the brackets stand in them.
    let style = Style(.accent, .bold)
    frame.draw("[", at: place.origin, style)
    if place.width == labels[selected].width + 2 {
      frame.draw("]", at: Point(x: place.endX - 1, y: place.y), style)
    }
  }

  /// How much of each tab is shown, and the columns from one to the next.
  private struct Fitting {
    var labels: [StyledText]
    var shown: Range<Int>
    var gap: Int

    init(_ labels: [StyledText], gap: Int) {
      self.labels = labels
      self.gap = gap
      shown = labels.indices
    }

    /// The columns of those shown, with a bracket or a blank at both ends.
    var width: Int {
      labels[shown].reduce(0) { $0 + $1.width } + gap * max(0, shown.count - 1) + 2
    }
  }

  private func fitting(in columns: Int) -> Fitting {
    let whole: [(gap: Int, hasBadges: Bool)] = [(3, true), (3, false), (2, false), (1, false)]
    for way in whole {
      let fitting = Fitting(
        items.indices.map { label($0, hasBadge: way.hasBadges) }, gap: way.gap)
      if fitting.width <= columns { return fitting }
    }
    return shortened(in: columns)
  }

  /// The chosen tab's name and as many names around it as fit; of the others the short form.
  private func shortened(in columns: Int) -> Fitting {
    var fitting = Fitting(
      items.indices.map { $0 == selected ? label($0) : shortLabel($0) }, gap: 1)
    while fitting.width > columns, fitting.shown.count > 1 {
      let middle = (fitting.shown.lowerBound + fitting.shown.upperBound) / 2
      fitting.shown =
        selected < middle ? fitting.shown.dropLast() : fitting.shown.dropFirst()
    }
    for distance in 1..<max(2, items.count) {
      for index in [selected + distance, selected - distance]
      where fitting.shown.contains(index) {
        var wider = fitting
        wider.labels[index] = label(index)
        guard wider.width <= columns else { continue }
        fitting = wider
      }
    }
    return fitting
  }

  private func label(_ index: Int, hasBadge: Bool = false) -> StyledText {
    let item = items[index]
    var line = StyledText(item.title, style(of: index))
    for part in [hasBadge ? item.badge : .empty, item.alarm] where part.width > 0 {
      line = line + StyledText(" ") + part
    }
    return line
  }

  private func shortLabel(_ index: Int) -> StyledText {
    StyledText(items[index].short, style(of: index)) + items[index].alarm
  }

  private func style(of index: Int) -> Style {
    index == selected ? Style(.accent, .bold) : .muted
  }
}
