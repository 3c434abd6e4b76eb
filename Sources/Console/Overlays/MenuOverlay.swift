public import Terminal

/// A menu of actions, each with its key; the keys work in it too.
public struct MenuOverlay: Overlay {
  /// One line of a menu.
  struct Item: Sendable {
    let action: ActionID
    let key: String
    let title: String
    let help: String
    let disabledReason: String?

    /// What it does, or why it cannot be done now.
    var words: String { disabledReason ?? help }
  }

  /// The scope of its keys.
  public let scope: KeyScope
  private let title: String
  private let items: [Item]
  private var state = ListState()

  init(
    _ title: String, scope: KeyScope = .menu, rows: [KeyBinding], _ console: ConsoleState,
    _ world: any ConsoleWorld
  ) {
    self.title = title
    self.scope = scope
    let hasUnicode = world.capabilities.hasUnicode
    items = rows.map { row in
      Item(
        action: row.action, key: row.keyLabel(hasUnicode: hasUnicode), title: row.title,
        help: row.help, disabledReason: row.whyDisabled(console, world))
    }
  }

  /// All that can be done with the row under the cursor.
  static func actions(_ console: ConsoleState, _ world: any ConsoleWorld) -> MenuOverlay {
    let scope = console.screen?.scope ?? console.focus.scope
    let name = console.subject.map { Words.name(of: $0, in: world.state) } ?? ""
    return MenuOverlay(
      name, rows: KeyTable.rows(in: scope).filter { $0.group != .program }, console, world)
  }

  /// All that can be copied of the row under the cursor.
  static func copying(_ console: ConsoleState, _ world: any ConsoleWorld) -> MenuOverlay {
    MenuOverlay(
      "Copy", scope: .copyMenu,
      rows: KeyTable.rows(in: .copyMenu).filter { $0.group == .copying }, console, world)
  }

  /// Does what the cursor is on, or the action of a pressed key.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    if key == KeyEvent(.enter) { return choose(state.cursor) }
    if let index = items.firstIndex(where: { $0.key == key.description }) { return choose(index) }
    return .stay
  }

  private func choose(_ index: Int) -> OverlayReply {
    guard items.indices.contains(index) else { return .close }
    let action = items[index].action
    return .closeThen { console, world in console.perform(action, world) }
  }

  /// Moves the cursor.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {
    state.move(motion, rowCount: items.count, height: items.count)
  }

  /// A click on a line does it.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, view: ConsoleView
  ) -> OverlayReply {
    guard event.action.isClick else { return .stay }
    let box = OverlayBox.rect(size(in: area), in: area)
    guard box.contains(event.point) else { return .close }
    let list = List(count: items.count, state: state) { _ in .empty }
    let rect = words.listRect(in: box.inset())
    guard let index = list.index(at: event.point, in: rect) else { return .stay }
    return choose(index)
  }

  private func size(in area: Rect) -> Size {
    let width = min(Self.limitColumns, max(Self.leastColumns, words.widestRow))
    let rows = max(1, items.count) + words.rows(inWidth: min(width, area.width - 2))
    return Size(width: width, height: rows)
  }

  /// The columns inside the box.
  private static let limitColumns = 82
  private static let leastColumns = 36

  private var keyWidth: Int { items.map { DisplayText($0.key).width }.max() ?? 0 }
  private var titleWidth: Int { items.map { DisplayText($0.title).width }.max() ?? 0 }

  private var words: RowWords {
    let widest = items.map { DisplayText($0.words).width }.max() ?? 0
    return RowWords(
      widestRow: List.markColumns + keyWidth + 2 + titleWidth + 2 + widest)
  }

  /// Draws the menu in the middle.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let inner = OverlayBox.draw(size(in: area), title: title, into: &frame, in: area)
    let (keyWidth, titleWidth, words) = (keyWidth, titleWidth, words)
    let list = List(count: items.count, state: state, emptyText: "nothing can be done here") {
      let item = items[$0]
      var line = StyledText(DisplayText(item.key).fitted(to: keyWidth + 2), Style(.key, .bold))
      line.append(
        DisplayText(item.title).fitted(to: titleWidth + 2),
        item.disabledReason == nil ? .plain : .muted)
      line.append(DisplayText(item.words), .muted)
      return line
    }
    let chosen = items.indices.contains(state.cursor) ? items[state.cursor].words : ""
    words.draw(StyledText(chosen, .muted), into: &frame, in: inner)
    return list.draw(into: &frame, in: words.listRect(in: inner))
      .map { Cursor($0, isVisible: false) }
  }
}
