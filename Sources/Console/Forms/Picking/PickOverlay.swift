import GatewayModel
public import Terminal

/// A list to tick, narrowed while one types; saves as one change.
public struct PickOverlay: Overlay {
  /// Rows of the list that are seen at most.
  private static let heightRows = 14
  private static let columns = 80

  /// The scope of its keys.
  public let scope = KeyScope.pick
  private let definition: PickDefinition
  private var isOn: [Bool]
  private var query = TextField(limitCharacters: ConsoleState.filterLimitCharacters)
  /// The items that hold what was typed.
  private var shown: [Int]
  private var list = ListState()
  private var refusal: CommandError?
  private var warning: String?
  private var sentID: EffectID?

  init(_ definition: PickDefinition) {
    self.definition = definition
    isOn = definition.items.map(\.wasOn)
    shown = Array(definition.items.indices)
  }

  private var added: [String] { values { !$0.wasOn && $1 } }
  private var removed: [String] { values { $0.wasOn && !$1 } }

  private func values(_ isWanted: (PickItem, Bool) -> Bool) -> [String] {
    zip(definition.items, isOn).filter { isWanted($0, $1) }.map(\.0.value)
  }

  /// What the ticks come to; nil when they are as they were.
  var command: Command? {
    let (added, removed) = (added, removed)
    return added.isEmpty && removed.isEmpty ? nil : definition.command(added, removed)
  }

  /// Ticks, narrows, or saves.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    switch (key.key, key.modifiers) {
    case (.character("s"), .control), (.enter, []): return save(world)
    case (.escape, []): return discard()
    case (.character("p"), .control): return showCommandLine(copies: false)
    case (.character("y"), .control): return showCommandLine(copies: true)
    case (.character(" "), []): toggle(world)
    default:
      if query.handle(key) { narrow() }
    }
    return .stay
  }

  /// Narrows by pasted text.
  public mutating func paste(_ text: String, world: any ConsoleWorld) {
    query.insert(text)
    narrow()
  }

  /// Moves the cursor.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {
    list.move(motion, rowCount: shown.count, height: Self.heightRows)
  }

  private mutating func narrow() {
    let needle = Needle(query.text)
    shown = definition.items.indices.filter {
      needle.occurs(in: definition.items[$0].title) || needle.occurs(in: definition.items[$0].note)
    }
    list = ListState()
  }

  private mutating func toggle(_ world: any ConsoleWorld) {
    guard shown.indices.contains(list.cursor) else { return }
    isOn[shown[list.cursor]].toggle()
    move(.down, world: world)
    judge(world)
  }

  private mutating func judge(_ world: any ConsoleWorld) {
    refusal = nil
    warning = nil
    guard let command else { return }
    do {
      warning = try world.preview(command).warnings.first
    } catch {
      refusal = error
    }
  }

  private mutating func save(_ world: any ConsoleWorld) -> OverlayReply {
    guard sentID == nil else { return .stay }
    judge(world)
    let isGone = FormDefinition.isAnyGone(definition.expecting, in: world.state)
    // What has gone is asked for all the same: the answer tells who took it away.
    guard refusal == nil || isGone else { return .stay }
    guard let command else {
      return .closeThen { console, world in
        console.tell(.info, "nothing was changed", world)
        return []
      }
    }
    let submission = Submission(
      command, expecting: definition.expecting,
      label: definition.label(added.count, removed.count))
    return .perform { console, world in
      let effects = console.submit(submission, world)
      if case .submit(let id, _)? = effects.first {
        console.updateOverlay(as: PickOverlay.self) { $0.sentID = id }
      }
      return effects
    }
  }

  private func discard() -> OverlayReply {
    let label = definition.label(added.count, removed.count)
    guard command != nil else { return .close }
    return .perform { console, _ in
      console.open(
        ConfirmOverlay(title: "Discard the ticks?", body: [label], verb: "Discard") { console, _ in
          console.closeOverlay()
          return []
        })
      return []
    }
  }

  private func showCommandLine(copies: Bool) -> OverlayReply {
    let command = command
    return .perform { console, world in
      console.commandLine(of: command, copies: copies, world)
    }
  }

  /// Closes when the change was accepted, else says why not.
  public mutating func receive(
    _ outcome: EffectOutcome, of id: EffectID, world: any ConsoleWorld
  ) -> OverlayReply {
    guard id == sentID else { return .ignored }
    sentID = nil
    switch outcome {
    case .refused(let error):
      refusal = error
      return .perform { console, _ in
        console.pendingEffects[id] = nil
        return []
      }
    default: return .close
    }
  }

  /// Draws the list under the line that narrows it.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    OverlayBox.draw(
      size(in: area), title: definition.title, note: state, into: &frame, in: area)
    let parts = parts(in: area)
    frame.draw("filter ", in: parts[0], .muted)
    let point = query.draw(into: &frame, in: parts[0].droppingColumns(7))
    drawList(into: &frame, in: parts[1])
    drawWords(into: &frame, in: parts[2])
    return point.map { Cursor($0, isVisible: true) }
  }

  /// A click ticks a row, or takes its tick.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, view: ConsoleView
  ) -> OverlayReply {
    let rows = List(count: shown.count, state: list) { _ in .empty }
    guard event.action.isClick, let place = rows.index(at: event.point, in: parts(in: area)[1])
    else { return .stay }
    move(.to(place), world: view.world)
    toggle(view.world)
    move(.to(place), world: view.world)
    return .stay
  }

  private func size(in area: Rect) -> Size {
    let rows = min(Self.heightRows, max(definition.items.count, 3))
    return Size(width: min(Self.columns, area.width - 4), height: min(rows + 2, area.height - 2))
  }

  /// The rows for the line that narrows, for the list and for what is said of it.
  private func parts(in area: Rect) -> [Rect] {
    OverlayBox.rect(size(in: area), in: area).inset()
      .splitRows([.fixed(1), .share(), .fixed(1)])
  }

  private var state: String {
    let count = added.count + removed.count
    let changes = count == 0 ? "" : "\(Words.count(count, "change")), not saved  "
    return "\(changes)\(isOn.count { $0 }) of \(isOn.count)"
  }

  private func drawList(into frame: inout Frame, in rect: Rect) {
    let titles = definition.items.lazy.map { DisplayText($0.title).width }
    let titleWidth = min(28, titles.max() ?? 0)
    let on = Character(frame.glyphs.ok)
    let empty = definition.items.isEmpty ? definition.emptyText : "nothing fits the filter"
    let list = List(
      count: shown.count, state: list, emptyText: StyledText(DisplayText(empty))
    ) { place in
      let index = shown[place]
      let item = definition.items[index]
      let differs = isOn[index] != item.wasOn
      var line = StyledText(
        DisplayText("[\(isOn[index] ? on : " ")] "), differs ? Style(.accent, .bold) : .plain)
      line.append(
        DisplayText(item.title).fitted(to: titleWidth + 2),
        differs ? Style(.accent, .bold) : .plain)
      line.append(DisplayText(item.note), .muted)
      return line
    }
    list.draw(into: &frame, in: rect)
  }

  private func drawWords(into frame: inout Frame, in rect: Rect) {
    if let refusal {
      frame.draw(
        DisplayText("\(Character(frame.glyphs.failed)) \(ConsoleState.text(of: refusal))"),
        in: rect, Style(.error))
    } else if let warning {
      frame.draw(
        DisplayText("\(Character(frame.glyphs.warning)) \(warning)"), in: rect, Style(.warning))
    }
  }
}
