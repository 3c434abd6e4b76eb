import Terminal

/// The third line: what the pane is narrowed to, how much of it is seen, and in which order.
enum PlaceLine {
  static func draw(into frame: inout Frame, in rect: Rect, _ view: ConsoleView) {
    guard !rect.isEmpty else { return }
    let line = rect.inset(horizontal: 1, vertical: 0)
    let left = place(view)
    let right = facts(view, frame.glyphs)
    frame.draw(line: left, in: line)
    if left.width + right.width < line.width { frame.draw(line: right, in: line, align: .trailing) }
  }

  /// What the pane is narrowed to.
  static func place(_ view: ConsoleView) -> StyledText {
    let console = view.console
    if let screen = console.screen {
      var text = StyledText(DisplayText(screen.title), .bold)
      let place = console.screens[screen]?.place ?? ""
      if !place.isEmpty { text.append(DisplayText(" › \(place)"), .muted) }
      if let filter = console.screenFilters[screen], !filter.isEmpty {
        text.append(DisplayText(" › \"\(filter)\""), Style(.match))
      }
      return text
    }
    var text = StyledText(DisplayText(console.focus.title), .bold)
    if console.isDetailFocused, let ref = console.subject {
      text.append(DisplayText(" › \(Words.name(of: ref, in: view.state))"))
    }
    if console.isFollowing { text.append(" › others follow", Style(.info)) }
    if !console.pane.filterText.isEmpty {
      text.append(DisplayText(" › \"\(console.pane.filterText)\""), Style(.match))
    }
    if console.pane.filterText.isEmpty, console.pane.index.count > 0,
      !MainLayout(console).isTogether, let next = Onboarding.next(view)
    {
      text.append(" › ", .muted)
      text = text + next
    }
    return text
  }

  private static func facts(_ view: ConsoleView, _ glyphs: Glyphs) -> StyledText {
    guard view.console.screen == nil else { return .empty }
    let pane = view.console.pane
    var parts: [String] = []
    if pane.index.count != pane.index.rows.count {
      parts.append(
        "\(Words.grouped(pane.index.count)) of \(Words.grouped(pane.index.rows.count))")
    }
    let arrow = Character(pane.sort.isDescending ? glyphs.descending : glyphs.ascending)
    parts.append("sort \(pane.sort.column)\(arrow)")
    if !pane.marks.isEmpty { parts.append("\(pane.marks.count) marked") }
    if !pane.filterText.isEmpty { parts.append("esc clears filter") }
    return StyledText(
      DisplayText(parts.joined(separator: " \(Character(glyphs.separator)) ")), .muted)
  }
}
