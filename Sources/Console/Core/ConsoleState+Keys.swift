import Terminal

extension ConsoleState {
  /// The scopes whose keys count now, the innermost first.
  var scopes: [KeyScope] {
    if let top = overlays.last { return [top.scope] }
    if filterField != nil { return [.filter] }
    if let screen { return [screen.scope, .screen, .everywhere] }
    if isDetailFocused { return [.detail, focus.scope, .main, .everywhere] }
    return [focus.scope, .list, .main, .everywhere]
  }

  /// Acts on a press: a row of the table, else the overlay or field that takes text.
  mutating func press(_ key: KeyEvent, _ world: any ConsoleWorld) -> [Effect] {
    let typed = pendingKeys + [key]
    pendingKeys = []
    pressedKey = key
    defer { pressedKey = nil }
    switch KeyTable.match(typed, in: scopes) {
    case .binding(let binding): return perform(binding, world)
    case .begun:
      pendingKeys = typed
      return []
    case .nothing where typed.count > 1:
      // The beginning of a sequence came to nothing; the last press still means what it says.
      return press(key, world)
    case .nothing: return handOver(key, world)
    }
  }

  /// Does what a row says, or tells why it cannot be done.
  mutating func perform(_ binding: KeyBinding, _ world: any ConsoleWorld) -> [Effect] {
    if let reason = binding.whyDisabled(self, world) {
      tell(.info, "\(binding.title): \(reason)", world)
      return []
    }
    return binding.run(&self, world)
  }

  /// Does an action by its name, as palette and menus ask for it.
  mutating func perform(_ action: ActionID, _ world: any ConsoleWorld) -> [Effect] {
    let rows = KeyTable.byAction[action] ?? []
    let active = scopes
    let row = rows.first { $0.scopes.contains { active.contains($0) } } ?? rows.first
    return row.map { perform($0, world) } ?? []
  }

  /// Gives a key to the overlay on top, or to the line of the filter.
  mutating func handOver(_ key: KeyEvent, _ world: any ConsoleWorld) -> [Effect] {
    guard !overlays.isEmpty else {
      if filterField?.handle(key) == true { applyFilter(world) }
      return []
    }
    return take(overlays[overlays.count - 1].handle(key, world: world), world)
  }

  /// Does what an overlay answered.
  mutating func take(_ reply: OverlayReply, _ world: any ConsoleWorld) -> [Effect] {
    switch reply {
    case .ignored, .stay: return []
    case .close:
      closeOverlay()
      return []
    case .closeThen(let action):
      closeOverlay()
      return action(&self, world)
    case .perform(let action): return action(&self, world)
    }
  }

  /// Opens an overlay over all others.
  public mutating func open(_ overlay: any Overlay) { overlays.append(overlay) }

  /// True while a question is open that has not been on the screen yet.
  ///
  /// What has been typed by then was meant for something else: whoever draws next reads it first.
  public var isAboutToAsk: Bool { (overlays.last as? ConfirmOverlay)?.isSeen == false }

  /// Learns that the last frame is on the screen.
  public mutating func notePresented() {
    guard size.holds(Self.minimumSize), let top = overlays.indices.last else { return }
    overlays[top].notePresented(in: overlayArea)
  }

  /// Closes the topmost overlay.
  public mutating func closeOverlay() { _ = overlays.popLast() }

  /// Changes the topmost overlay if it is of a type.
  public mutating func updateOverlay<T: Overlay>(as type: T.Type, _ change: (inout T) -> Void) {
    guard let index = overlays.indices.last, var overlay = overlays[index] as? T else { return }
    change(&overlay)
    overlays[index] = overlay
  }

  /// Changes a screen if it is of a type.
  public mutating func updateScreen<T: ScreenModel>(
    _ id: ScreenID, as type: T.Type, _ change: (inout T) -> Void
  ) {
    guard var screen = screens[id] as? T else { return }
    change(&screen)
    screens[id] = screen
  }
}
