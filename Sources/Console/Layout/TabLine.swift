import Terminal

/// The second line: panes and screens with their counts and alarms.
enum TabLine {
  static func tabs(_ view: ConsoleView) -> Tabs {
    let panes = PaneKind.allCases.map { kind in
      TabItem(
        DisplayText("\(kind.rawValue) \(kind.title)"), short: DisplayText("\(kind.rawValue)"),
        badge: StyledText(
          DisplayText(Words.grouped(PaneDefinition.of(kind).count(view.state))), .muted),
        alarm: kind == .stages ? drift(view) : .empty)
    }
    let screens = available.map { id in
      TabItem(
        DisplayText("\(id.rawValue) \(id.title)"), short: DisplayText("\(id.rawValue)"),
        alarm: id == .doctor ? alarm(view) : .empty)
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

  private static func drift(_ view: ConsoleView) -> StyledText {
    let count = view.console.health.undeployedCount
    guard count > 0 else { return .empty }
    return StyledText(DisplayText("±\(count)"), Style(.warning, .bold))
  }
}
