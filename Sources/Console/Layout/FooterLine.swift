import Terminal

/// The last line: what the keys do here, from the table of keys.
enum FooterLine {
  /// Rows that are offered in the footer now, in the order of their importance.
  static func bindings(_ console: ConsoleState, _ world: any ConsoleWorld) -> [KeyBinding] {
    KeyTable.rows(in: console.scopes)
      .filter { $0.footer != nil && $0.whyDisabled(console, world) == nil }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
  }

  static func hints(_ view: ConsoleView) -> FooterHints {
    let hasUnicode = view.world.capabilities.hasUnicode
    return FooterHints(
      bindings(view.console, view.world).map { row in
        Hint(
          key: DisplayText(row.keyLabel(hasUnicode: hasUnicode)),
          title: DisplayText(title(of: row, view.console)),
          priority: row.footer ?? 99, isPinned: row.action == "program.help")
      })
  }

  /// The row's title; where a form is saved, the form's own word for it.
  private static func title(of row: KeyBinding, _ console: ConsoleState) -> String {
    guard row.action == "form.save", let form = console.overlays.last as? FormOverlay else {
      return row.title
    }
    return form.definition.verb
  }
}
