import Terminal

/// The second line: panes and screens with their counts and alarms.
enum TabLine {
  static func tabs(_ view: ConsoleView) -> Tabs {
    let panes = PaneKind.allCases.map { kind in
      TabItem(
        DisplayText("\(kind.rawValue) \(kind.title)"),
        badge: badge(
          count: PaneDefinition.of(kind).count(view.state),
          drift: kind == .stages ? view.console.health.undeployedCount : 0))
    }
    let screens = available.map { id in
      TabItem(
        DisplayText("\(id.rawValue) \(id.title)"),
        badge: id == .doctor ? alarm(view) : .empty)
    }
    let selected =
      view.console.screen.flatMap { available.firstIndex(of: $0) }.map { $0 + panes.count }
      ?? view.console.focus.rawValue - 1
    return Tabs(panes + screens, selected: selected)
  }

  /// The screens there are, in order.
  static var available: [ScreenID] { ScreenID.allCases.filter { ScreenTable.makers[$0] != nil } }

  private static func alarm(_ view: ConsoleView) -> StyledText {
    let health = view.console.health
    guard health.alarmCount > 0 else { return .empty }
    let glyphs: Glyphs = view.world.capabilities.hasUnicode ? .unicode : .ascii
    return StyledText(
      DisplayText("\(Character(glyphs.warning))\(health.alarmCount)"),
      Style(health.hasErrors ? .error : .warning, .bold))
  }

  private static func badge(count: Int, drift: Int) -> StyledText {
    var text = StyledText(DisplayText(Words.grouped(count)), .muted)
    if drift > 0 { text.append(DisplayText(" ±\(drift)"), Style(.warning, .bold)) }
    return text
  }
}
