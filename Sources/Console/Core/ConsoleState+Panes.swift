import GatewayModel
import Terminal

extension ConsoleState {
  /// Lists, sorts and compares everything anew.
  mutating func rebuildPanes(_ world: any ConsoleWorld) {
    let state = world.state
    health.forgetDrift()
    health.compare(state.apis.keys, in: state)
    for kind in PaneKind.allCases { rebuildPane(kind, world) }
    indexedSequence = state.sequence
  }

  /// Takes in changes of single entities.
  mutating func patchPanes(_ changed: Set<EntityRef>, _ world: any ConsoleWorld) {
    let state = world.state
    health.compare(Set(changed.compactMap(\.apiId)), in: state)
    let context = rowContext(world, state)
    for kind in PaneKind.allCases {
      let height = bodyHeight(of: kind)
      guard var pane = panes.removeValue(forKey: kind) else { continue }
      if pane.index.patch(pane.definition, changed: changed, context) {
        pane.settleCursor(height: height)
        pane.marks = pane.marks.filter { state.entity($0) != nil }
        panes[kind] = pane
      } else {
        panes[kind] = pane
        rebuildPane(kind, world)
      }
    }
    indexedSequence = state.sequence
  }

  /// Lists and sorts a pane anew, after its order changed or the journal grew by much.
  mutating func rebuildPane(_ kind: PaneKind, _ world: any ConsoleWorld) {
    let context = rowContext(world, world.state)
    let narrowing = narrowing(of: kind)
    let height = bodyHeight(of: kind)
    guard var pane = panes.removeValue(forKey: kind) else { return }
    pane.index.rebuild(
      pane.definition, sort: pane.sort, filter: pane.filter, narrowing: narrowing, context)
    pane.settleCursor(height: height)
    if !pane.marks.isEmpty {
      pane.marks = pane.marks.filter { pane.definition.exists($0, context.state) }
    }
    panes[kind] = pane
  }

  /// Filters a pane anew, after its filter or what it follows changed.
  mutating func refilterPane(_ kind: PaneKind, _ world: any ConsoleWorld) {
    let context = rowContext(world, world.state)
    let narrowing = narrowing(of: kind)
    let height = bodyHeight(of: kind)
    guard var pane = panes.removeValue(forKey: kind) else { return }
    pane.index.refilter(pane.definition, filter: pane.filter, narrowing: narrowing, context)
    pane.settleCursor(height: height)
    panes[kind] = pane
  }

  /// Narrows the other panes to what belongs to the cursor's entity, while it is followed.
  mutating func refollow(_ world: any ConsoleWorld) {
    guard isFollowing else { return }
    for kind in PaneKind.allCases where kind != focus { refilterPane(kind, world) }
  }

  private func narrowing(of kind: PaneKind) -> RowNarrowing? {
    guard isFollowing, kind != focus else { return nil }
    return panes[focus]?.cursorRef.flatMap { RowNarrowing($0) }
  }

  func rowContext(_ world: any ConsoleWorld, _ state: GatewayState) -> RowContext {
    RowContext(state: state, world: world, samples: samples, health: health)
  }

  /// Reads the counters of the keys on the screen.
  mutating func sampleUsage(_ world: any ConsoleWorld) {
    let state = world.state
    samples.sample(keysOnScreen(), at: world.monotonicMilliseconds) { world.usage(of: $0, state) }
  }

  private func keysOnScreen() -> [ApiKeyID] {
    var keys: [ApiKeyID] = []
    if case .apiKey(let id) = subject { keys.append(id) }
    guard let pane = panes[.keys] else { return keys }
    let height = max(bodyHeight(of: .keys), 1)
    for place in pane.list.visibleRows(rowCount: pane.index.count, height: height) {
      if case .apiKey(let id) = pane.index[place] { keys.append(id) }
    }
    return keys
  }

  /// Puts rows in order again whose order is by counters.
  mutating func resortByCounters(_ world: any ConsoleWorld) {
    for (kind, pane) in panes {
      guard pane.definition.column(pane.sort.column)?.source == .counters,
        pane.index.rows.count <= RowIndex.counterSortLimitRows
      else { continue }
      rebuildPane(kind, world)
    }
  }

  /// The rows of a pane that are seen, as it is laid out now.
  func bodyHeight(of kind: PaneKind) -> Int {
    let layout = MainLayout(self)
    guard let rect = layout.panes[kind] else { return 1 }
    return max(1, Table.bodyHeight(in: rect.inset()))
  }
}
