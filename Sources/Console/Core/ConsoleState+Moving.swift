import GatewayModel
import Terminal

extension ConsoleState {
  /// Moves the cursor of whatever has the keys.
  mutating func moveCursor(_ motion: Motion, _ world: any ConsoleWorld) {
    if !overlays.isEmpty {
      overlays[overlays.count - 1].move(motion, world: world)
    } else if let screen {
      screens[screen]?.move(motion, height: ScreenLayout(size).body.height, world: world)
    } else if isDetailFocused {
      let count = DetailPane.lines(of: pane.cursorRef, ConsoleView(self, world)).count
      detailList.move(motion, rowCount: count, height: detailHeight)
    } else {
      movePaneCursor(motion, world)
    }
  }

  private mutating func movePaneCursor(_ motion: Motion, _ world: any ConsoleWorld) {
    let height = bodyHeight(of: focus)
    pane.move(motion, height: height)
    if let anchor = pane.markAnchor { markRange(from: anchor) }
    detailList = ListState()
    refollow(world)
  }

  /// Marks the rows from where the range began to the cursor, and no others.
  private mutating func markRange(from anchor: Int) {
    let cursor = pane.list.cursor
    let refs = (min(anchor, cursor)...max(anchor, cursor)).compactMap { pane.index[$0] }
    pane.marks = Set(refs)
  }

  private var detailHeight: Int {
    max(1, MainLayout(self).detail?.inset().height ?? 1)
  }

  /// Gives the keys to a pane.
  mutating func focus(on kind: PaneKind, _ world: any ConsoleWorld) {
    if screen != nil || kind != focus { places.leave(place) }
    screen = nil
    isDetailFocused = false
    pane.markAnchor = nil
    focus = kind
    detailList = ListState()
    for kind in PaneKind.allCases {
      let height = bodyHeight(of: kind)
      panes[kind]?.settleCursor(height: height)
    }
    if isFollowing { for kind in PaneKind.allCases { refilterPane(kind, world) } }
  }

  /// Opens a full screen.
  mutating func open(screen id: ScreenID, _ world: any ConsoleWorld) {
    guard let make = ScreenTable.makers[id] else { return }
    if screen != id { places.leave(place) }
    if screens[id] == nil { screens[id] = make() }
    refreshScreen(id, world)
    screen = id
  }

  /// Lets a screen read the world anew.
  mutating func refreshScreen(_ id: ScreenID, _ world: any ConsoleWorld) {
    let input = ConsoleScreenInput(
      subject: panes[focus]?.cursorRef, samples: samples, health: health)
    screens[id]?.refresh(console: input, world: world)
  }

  /// Goes to an entity, in the pane that lists it; its filter is lifted if it hides the entity.
  ///
  /// - Returns: false when no pane lists it.
  @discardableResult
  mutating func show(_ ref: EntityRef, _ world: any ConsoleWorld) -> Bool {
    let kind: PaneKind
    switch ref {
    case .apiKey: kind = .keys
    case .usagePlan: kind = .plans
    case .restApi, .resource, .method: kind = .methods
    case .stage: kind = .stages
    default: return false
    }
    focus(on: kind, world)
    if pane.index.place(of: ref) == nil, !pane.filterText.isEmpty {
      pane.filterText = ""
      refilterPane(kind, world)
    }
    guard let place = pane.index.place(of: ref) else { return false }
    movePaneCursor(.to(place), world)
    return true
  }

  var place: PlaceHistory.Place {
    PlaceHistory.Place(screen: screen, pane: focus, ref: panes[focus]?.cursorRef)
  }

  /// Goes to a place the user has been at.
  mutating func go(to place: PlaceHistory.Place, _ world: any ConsoleWorld) {
    let kept = places
    if let screen = place.screen {
      open(screen: screen, world)
    } else {
      focus(on: place.pane, world)
      if let ref = place.ref { show(ref, world) }
    }
    places = kept
  }

  /// Leaves one level: what Esc and q do. False when there is nothing to leave.
  mutating func goUp(_ world: any ConsoleWorld) -> Bool {
    if screen != nil {
      screen = nil
    } else if isDetailFocused {
      isDetailFocused = false
      detailList = ListState()
    } else if isZoomed {
      isZoomed = false
    } else if isFollowing {
      isFollowing = false
      for kind in PaneKind.allCases { refilterPane(kind, world) }
    } else {
      return false
    }
    return true
  }

  /// Opens what the cursor is on: the detail pane from a list, the target of a line from there.
  mutating func openUnderCursor(_ world: any ConsoleWorld) -> [Effect] {
    guard isDetailFocused else {
      isDetailFocused = true
      detailList = ListState()
      return []
    }
    let lines = DetailPane.lines(of: pane.cursorRef, ConsoleView(self, world))
    guard lines.indices.contains(detailList.cursor) else { return [] }
    switch lines[detailList.cursor].target {
    case .entity(let ref):
      show(ref, world)
    case .request(let request):
      return trace(request, world)
    case .history(let line):
      open(TextOverlay.history(line, in: world.state))
    case nil:
      tell(.info, "nothing to open on this line", world)
    }
    return []
  }

  /// Explains a request, on the screen that does so.
  mutating func trace(_ request: RequestRecord, _ world: any ConsoleWorld) -> [Effect] {
    guard ScreenTable.makers[.trace] != nil else {
      open(TextOverlay.request(request, in: world.state))
      return []
    }
    open(screen: .trace, world)
    updateScreen(.trace, as: TraceScreen.self) { $0.show(request, world) }
    refreshScreen(.trace, world)
    return []
  }
}
