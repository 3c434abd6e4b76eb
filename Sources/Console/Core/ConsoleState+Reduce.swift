import Terminal

extension ConsoleState {
  /// Takes in one event.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - world: The outside as it is now.
  /// - Returns: What is wanted outside, in order.
  /// - Complexity: independent of the number of entities for keys that move the cursor.
  public mutating func reduce(_ event: ConsoleEvent, world: any ConsoleWorld) -> [Effect] {
    switch event {
    case .terminal(let event): return reduce(event, world)
    case .changed(let changes):
      take(changes, world)
      return []
    case .tick:
      tick(world)
      return []
    case .outcome(let id, let outcome): return receive(outcome, of: id, world)
    }
  }

  private mutating func reduce(_ event: TerminalEvent, _ world: any ConsoleWorld) -> [Effect] {
    switch event {
    case .key(let key): return press(key, world)
    case .mouse(let event): return isMouseOn ? reduce(event, world) : []
    case .paste(let text): return paste(text, world)
    case .focus(let isAttended):
      self.isAttended = isAttended
      return []
    case .resize(let size):
      resize(to: size, world)
      return []
    case .resumed: return [.redraw]
    case .lightBackground: return []
    case .terminate, .closed: return [.quit]
    }
  }

  /// Lays everything out for another size; cursors stay on their entities.
  mutating func resize(to size: Size, _ world: any ConsoleWorld) {
    self.size = size
    for kind in PaneKind.allCases {
      let height = bodyHeight(of: kind)
      panes[kind]?.settleCursor(height: height)
    }
  }

  /// Outside of a text field pasted text is no row of commands: it offers itself as a filter.
  private mutating func paste(_ text: String, _ world: any ConsoleWorld) -> [Effect] {
    if !overlays.isEmpty {
      overlays[overlays.count - 1].paste(text, world: world)
      return []
    }
    if filterField == nil { beginFilter() }
    filterField?.insert(text)
    applyFilter(world)
    return []
  }

  private mutating func take(_ changes: [WorldChange], _ world: any ConsoleWorld) {
    guard let first = changes.first, let last = changes.last else { return }
    news.take(changes, at: world.monotonicMilliseconds)
    if first.line.sequence > indexedSequence + 1 {
      rebuildPanes(world)
    } else if last.line.sequence > indexedSequence {
      patchPanes(Set(changes.flatMap(\.line.refs)), world)
    }
    refreshOverlaysAndScreens(world)
  }

  private mutating func tick(_ world: any ConsoleWorld) {
    let milliseconds = world.monotonicMilliseconds
    news.expire(at: milliseconds)
    if let revealed, revealed.untilMilliseconds <= milliseconds { self.revealed = nil }
    sampleUsage(world)
    health.examine(world, isAskedFor: false)
    resortByCounters(world)
    refreshOverlaysAndScreens(world)
  }

  private mutating func refreshOverlaysAndScreens(_ world: any ConsoleWorld) {
    for index in overlays.indices { overlays[index].refresh(world: world) }
    if let screen { refreshScreen(screen, world) }
  }

  /// Shows a toast.
  mutating func tell(
    _ kind: Toast.Kind, _ text: String, hints: [Hint] = [], _ world: any ConsoleWorld
  ) {
    news.show(
      Toast(kind, DisplayText(text), hints: hints), at: world.monotonicMilliseconds)
  }
}
