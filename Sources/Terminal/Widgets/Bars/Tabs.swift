/// A line of tabs of which one is chosen: `[1 Keys 1 204]  2 Plans 14`.
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

  /// Where each tab lies in the first row of `rect`, nil for those that do not fit.
  ///
  /// Badges give way first; then tabs far from the chosen one do.
  public func places(in rect: Rect) -> [Rect?] {
    let widths = items.map { width(of: $0, withBadge: showsBadges(in: rect)) }
    var shown = selected..<min(selected + 1, items.count)
    var used = shown.reduce(0) { $0 + widths[$1] }
    while true {
      if shown.upperBound < items.count, used + widths[shown.upperBound] <= rect.width {
        used += widths[shown.upperBound]
        shown = shown.lowerBound..<(shown.upperBound + 1)
      } else if shown.lowerBound > 0, used + widths[shown.lowerBound - 1] <= rect.width {
        used += widths[shown.lowerBound - 1]
        shown = (shown.lowerBound - 1)..<shown.upperBound
      } else {
        break
      }
    }
    var x = rect.x
    return items.indices.map { index in
      guard shown.contains(index) else { return nil }
      defer { x += widths[index] }
      return Rect(x: x, y: rect.y, width: widths[index], height: 1)
        .intersection(rect)
    }
  }

  /// The tab at `point`, nil beside them.
  public func index(at point: Point, in rect: Rect) -> Int? {
    places(in: rect).firstIndex { $0?.contains(point) ?? false }
  }

  /// Draws the tabs that fit.
  public func draw(into frame: inout Frame, in rect: Rect) {
    let withBadge = showsBadges(in: rect)
    for (index, place) in places(in: rect).enumerated() {
      guard let place else { continue }
      let isSelected = index == selected
      let style = isSelected ? Style(.accent, .bold) : .muted
      var line = StyledText(isSelected ? "[" : " ", style)
      line.append(items[index].title, style)
      if withBadge, items[index].badge.width > 0 {
        line = line + StyledText(" ") + items[index].badge
      }
      line.append(isSelected ? "]" : " ", style)
      frame.draw(line: line, in: place)
    }
  }

  private func showsBadges(in rect: Rect) -> Bool {
    items.reduce(0) { $0 + width(of: $1, withBadge: true) } <= rect.width
  }

  /// The title between brackets or blanks, the badge, and a blank to the next tab.
  private func width(of item: TabItem, withBadge: Bool) -> Int {
    let badge = withBadge && item.badge.width > 0 ? item.badge.width + 1 : 0
    return item.title.width + badge + 3
  }
}
