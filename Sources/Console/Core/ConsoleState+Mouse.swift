import Terminal

extension ConsoleState {
  /// Rows a turn of the wheel moves by.
  private static let wheelRows = 3

  /// Acts on the mouse: a click chooses, a second one opens, the wheel moves.
  mutating func reduce(_ event: MouseEvent, _ world: any ConsoleWorld) -> [Effect] {
    if !overlays.isEmpty {
      switch event.action {
      case .wheelUp: moveCursor(.by(-Self.wheelRows), world)
      case .wheelDown: moveCursor(.by(Self.wheelRows), world)
      default:
        let view = ConsoleView(self, world)
        return take(
          overlays[overlays.count - 1].mouse(event, in: overlayArea, view: view), world)
      }
      return []
    }
    let layout = ScreenLayout(size)
    if event.action.isClick, layout.tabs.contains(event.point) {
      return chooseTab(at: event.point, in: layout.tabs, world)
    }
    if let screen {
      switch event.action {
      case .wheelUp: moveCursor(.by(-Self.wheelRows), world)
      case .wheelDown: moveCursor(.by(Self.wheelRows), world)
      default:
        if let reply = screens[screen]?.mouse(event, in: layout.body, world: world) {
          return take(reply, world)
        }
      }
      return []
    }
    return reduceOnMain(event, world)
  }

  private mutating func chooseTab(
    at point: Point, in rect: Rect, _ world: any ConsoleWorld
  ) -> [Effect] {
    let tabs = TabLine.tabs(ConsoleView(self, world))
    guard let index = tabs.index(at: point, in: rect) else { return [] }
    if let kind = PaneKind(rawValue: index + 1) {
      focus(on: kind, world)
    } else if TabLine.available.indices.contains(index - PaneKind.allCases.count) {
      open(screen: TabLine.available[index - PaneKind.allCases.count], world)
    }
    return []
  }

  private mutating func reduceOnMain(
    _ event: MouseEvent, _ world: any ConsoleWorld
  ) -> [Effect] {
    let layout = MainLayout(self)
    if let detail = layout.detail, detail.contains(event.point) {
      return reduceOnDetail(event, in: detail.inset(), world)
    }
    guard let (kind, rect) = layout.panes.first(where: { $0.value.contains(event.point) })
    else { return [] }
    switch event.action {
    case .wheelUp, .wheelDown:
      if kind != focus || isDetailFocused { focus(on: kind, world) }
      moveCursor(.by(event.action == .wheelUp ? -Self.wheelRows : Self.wheelRows), world)
    case .press, .click, .doubleClick:
      let view = ConsoleView(self, world)
      let table = panes[kind].map { MainScreen.table($0, isFocused: true, view) }
      let heading = table?.heading(at: event.point, in: rect.inset())
      let row = table?.row(at: event.point, in: rect.inset())
      if kind != focus || isDetailFocused { focus(on: kind, world) }
      if let heading, event.action != .press { sort(by: heading, world) }
      if let row { moveCursor(.to(row), world) }
      if event.action == .doubleClick, row != nil { return openUnderCursor(world) }
    default: break
    }
    return []
  }

  private mutating func reduceOnDetail(
    _ event: MouseEvent, in rect: Rect, _ world: any ConsoleWorld
  ) -> [Effect] {
    isDetailFocused = true
    switch event.action {
    case .wheelUp: moveCursor(.by(-Self.wheelRows), world)
    case .wheelDown: moveCursor(.by(Self.wheelRows), world)
    case .press, .click, .doubleClick:
      guard rect.contains(event.point) else { return [] }
      moveCursor(.to(detailList.top + event.point.y - rect.y), world)
      if event.action == .doubleClick { return openUnderCursor(world) }
    default: break
    }
    return []
  }
}

extension MouseEvent.Action {
  /// True when the main button was let go where it was pressed.
  var isClick: Bool { self == .click || self == .doubleClick }
}
