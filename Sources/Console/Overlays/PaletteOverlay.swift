public import Terminal

/// All actions by their words, the ones used last first; disabled ones stay, with the reason.
public struct PaletteOverlay: Overlay {
  /// Actions remembered as used last.
  static let recentLimitActions = 16
  private static let heightRows = 14

  /// The scope of its keys.
  public let scope = KeyScope.palette
  private var palette: Palette

  init(_ console: ConsoleState, _ world: any ConsoleWorld) {
    let hasUnicode = world.capabilities.hasUnicode
    let here = KeyTable.rows(in: console.scopes)
    let isHere = Set(here.map(\.action))
    var seen: Set<ActionID> = []
    let offered = (here + KeyTable.rows).filter {
      $0.isInPalette && seen.insert($0.action).inserted
    }
    let recent = console.recentActions
    let ranked = offered.enumerated().sorted { left, right in
      let places = [left, right].map {
        recent.firstIndex(of: $0.element.action) ?? recent.count
      }
      return places[0] != places[1] ? places[0] < places[1] : left.offset < right.offset
    }
    palette = Palette(
      ranked.map { _, row in
        PaletteItem(
          id: row.action.rawValue, title: DisplayText(row.title),
          key: DisplayText(row.keyLabel(hasUnicode: hasUnicode)), help: DisplayText(row.help),
          disabledReason: (isHere.contains(row.action)
            ? row.whyDisabled(console, world) : Self.elsewhere(row)).map { DisplayText($0) })
      })
  }

  /// Why an action of another place cannot be done here.
  private static func elsewhere(_ row: KeyBinding) -> String? {
    let places = row.scopes.compactMap { scope in
      PaneKind.allCases.first { $0.scope == scope }?.title
        ?? ScreenID.allCases.first { $0.scope == scope }?.title
    }
    return places.isEmpty ? "not on this screen" : "on \(places.joined(separator: ", ")) only"
  }

  /// Edits the words, moves in the hits, or does the one the cursor is on.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    guard key == KeyEvent(.enter) else {
      _ = palette.handle(key, height: Self.heightRows)
      return .stay
    }
    guard let item = palette.selected else { return .stay }
    let action = ActionID(rawValue: item.id)
    let reason = item.disabledReason
    let title = item.title.string
    return .closeThen { console, world in
      if let reason {
        console.tell(.info, "\(title): \(reason.string)", world)
        return []
      }
      console.recentActions.removeAll { $0 == action }
      console.recentActions.insert(action, at: 0)
      console.recentActions = Array(console.recentActions.prefix(Self.recentLimitActions))
      return console.perform(action, world)
    }
  }

  /// Puts text into the words.
  public mutating func paste(_ text: String, world: any ConsoleWorld) { palette.paste(text) }

  /// Moves in the hits.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {
    let key: Key =
      switch motion {
      case .up, .pageUp, .halfPageUp, .first: .up
      case .by(let rows) where rows < 0: .up
      default: .down
      }
    _ = palette.handle(KeyEvent(key), height: Self.heightRows)
  }

  /// Draws prompt and hits at the bottom, where a command line is expected.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let height = min(Self.heightRows + 3, area.height)
    let box = area.droppingRows(area.height - height)
    frame.fill(box)
    let inner = frame.drawBox(
      box, Style(.accent), title: StyledText("Command", Style(.accent, .bold)))
    return palette.draw(into: &frame, in: inner, note: "recent first")
      .map { Cursor($0, isVisible: true) }
  }
}
