public import Terminal

/// The keys that count on the screen below, by group; typing narrows them, Enter does one.
public struct HelpOverlay: Overlay {
  private enum Line: Sendable {
    case heading(String)
    case key(KeyBinding, disabledReason: String?)
  }

  /// The scope of its keys.
  public let scope = KeyScope.help
  private let title: String
  private let rows: [(binding: KeyBinding, disabledReason: String?)]
  private var lines: [Line] = []
  private var state = ListState()
  private var query = TextField(limitCharacters: 80)

  /// The keys of some scopes, the innermost first.
  init(_ scopes: [KeyScope], console: ConsoleState, _ world: any ConsoleWorld) {
    title =
      console.overlays.isEmpty ? "Help › \(console.screen?.title ?? console.focus.title)" : "Help"
    rows = KeyTable.rows(in: scopes).map { ($0, $0.whyDisabled(console, world)) }
    search()
  }

  private mutating func search() {
    let needle = Needle(query.text)
    lines = KeyGroup.allCases.flatMap { group -> [Line] in
      let found = rows.filter { row in
        row.binding.group == group
          && (needle.occurs(in: row.binding.title) || needle.occurs(in: row.binding.help)
            || needle.occurs(in: row.binding.allKeys))
      }
      guard !found.isEmpty else { return [] }
      return [.heading(group.rawValue)]
        + found.map { .key($0.binding, disabledReason: $0.disabledReason) }
    }
    state = ListState(cursor: lines.isEmpty ? 0 : 1)
  }

  /// Narrows the keys, or does the one the cursor is on.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    if key == KeyEvent(.enter) {
      guard lines.indices.contains(state.cursor), case .key(let row, _) = lines[state.cursor]
      else { return .stay }
      return .closeThen { console, world in console.perform(row, world) }
    }
    if query.handle(key) { search() }
    return .stay
  }

  /// Moves the cursor.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {
    state.move(motion, rowCount: lines.count, height: 10)
  }

  /// Draws the keys over the whole screen.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let size = Size(width: min(96, area.width - 4), height: area.height - 2)
    let inner = OverlayBox.draw(
      size, title: title, note: "typing narrows", into: &frame, in: area)
    frame.draw("filter ", in: inner, .muted)
    let point = query.draw(into: &frame, in: inner.row(0).droppingColumns(7))
    let keyWidth = min(
      24, rows.map { DisplayText($0.binding.allKeys).width }.max() ?? 0)
    let widest = lines.map { Self.line($0, keyWidth: keyWidth).width }.max() ?? 0
    let words = RowWords(widestRow: widest + List.markColumns)
    let below = inner.droppingRows(1)
    words.draw(
      lines.indices.contains(state.cursor) ? Self.words(of: lines[state.cursor]) : .empty,
      into: &frame, in: below)
    let list = List(count: lines.count, state: state, emptyText: "no key fits") {
      Self.line(lines[$0], keyWidth: keyWidth)
    }
    list.draw(into: &frame, in: words.listRect(in: below))
    return point.map { Cursor($0, isVisible: true) }
  }

  private static func line(_ line: Line, keyWidth: Int) -> StyledText {
    switch line {
    case .heading(let text): return StyledText(DisplayText(text), Style(.heading, .bold))
    case .key(let row, let reason):
      var text = StyledText(
        DisplayText(row.allKeys.isEmpty ? ":" : row.allKeys).fitted(to: keyWidth + 2),
        Style(.key, .bold))
      text.append(
        DisplayText(row.title).fitted(to: 18), reason == nil ? .plain : .muted)
      return text + StyledText(" ") + words(of: line)
    }
  }

  private static func words(of line: Line) -> StyledText {
    guard case .key(let row, let reason) = line else { return .empty }
    return StyledText(DisplayText(reason.map { "not now: \($0)" } ?? row.help), .muted)
  }
}
