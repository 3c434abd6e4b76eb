import Terminal

/// The line in which a filter is typed.
enum FilterLine {
  static func draw(
    _ field: TextField, into frame: inout Frame, in rect: Rect, _ view: ConsoleView
  ) -> Cursor? {
    let line = rect.inset(horizontal: 1, vertical: 0)
    frame.fill(rect)
    frame.draw("/", in: line, Style(.accent, .bold))
    let input = line.droppingColumns(2)
    let placeholder: DisplayText =
      view.console.screen == nil
      ? "words that must occur; column:word looks in one column, !word leaves out"
      : "words that must occur"
    return field.draw(into: &frame, in: input, placeholder: placeholder)
      .map { Cursor($0, isVisible: true) }
  }
}
