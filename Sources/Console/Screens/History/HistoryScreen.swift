import GatewayModel
public import Terminal

/// The journal as people read it: who changed what, when, from where; newest first.
public struct HistoryScreen: ScreenModel {
  /// Lines read at a time.
  static let pageLines = 200
  /// Lines looked through at most for a filter before more is scrolled to.
  static let scanLimitLines = 10_000

  /// The entity whose lines are listed; nil for all.
  private(set) var entity: EntityRef?
  private var name = ""
  private var loaded: [HistoryLine] = []
  private var isComplete = false
  private var needle = Needle("")
  /// The lines that the filter lets through.
  private(set) var lines: [HistoryLine] = []
  private(set) var list = ListState()
  private var head: Sequence64?

  /// All lines.
  init() {}

  /// Whose lines are listed.
  public var place: String { entity == nil ? "all changes" : name }

  /// The line the cursor is on.
  var line: HistoryLine? { lines.indices.contains(list.cursor) ? lines[list.cursor] : nil }

  /// Lists the lines of one entity, or all of them.
  mutating func show(_ ref: EntityRef?, _ world: any ConsoleWorld) {
    entity = ref
    name = ref.map { Words.name(of: $0, in: world.state) } ?? ""
    list = ListState()
    reload(world)
  }

  /// Reads lines that came since.
  public mutating func refresh(console: ConsoleScreenInput, world: any ConsoleWorld) {
    guard head != world.state.sequence else { return }
    let shown = line?.sequence
    reload(world)
    if let place = lines.firstIndex(where: { $0.sequence == shown }), list.cursor > 0 {
      list.move(.to(place), rowCount: lines.count, height: 1)
    }
  }

  private mutating func reload(_ world: any ConsoleWorld) {
    head = world.state.sequence
    loaded = []
    lines = []
    isComplete = false
    read(world)
  }

  /// Reads until a page of lines fits the filter, the journal ends, or enough was looked through.
  private mutating func read(_ world: any ConsoleWorld) {
    let wanted = lines.count + Self.pageLines
    let limit = loaded.count + Self.scanLimitLines
    while !isComplete, lines.count < wanted, loaded.count < limit {
      let page = world.history(
        of: entity, before: loaded.last?.sequence, limit: Self.pageLines)
      loaded += page
      lines += page.filter(fits)
      isComplete = page.count < Self.pageLines
    }
  }

  private func fits(_ line: HistoryLine) -> Bool {
    needle.occurs(in: line.summary) || needle.occurs(in: line.actor)
      || needle.occurs(in: line.surface)
  }

  /// Narrows to lines with some words.
  public mutating func filter(_ text: String, world: any ConsoleWorld) {
    needle = Needle(text)
    lines = loaded.filter(fits)
    list = ListState()
    if lines.count < Self.pageLines { read(world) }
  }

  /// Moves the cursor; reads on near the end.
  public mutating func move(_ motion: Motion, height: Int, world: any ConsoleWorld) {
    list.move(motion, rowCount: lines.count, height: max(1, height - 3))
    if list.cursor + height >= lines.count { read(world) }
  }

  /// Chooses the clicked line.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, world: any ConsoleWorld
  ) -> OverlayReply {
    guard event.action.isClick, let row = table.row(at: event.point, in: area.inset()) else {
      return .ignored
    }
    list.move(.to(row), rowCount: lines.count, height: max(1, area.height - 3))
    return .stay
  }

  private var table: Table {
    let lines = lines
    let rows = TableRows(count: lines.count) { row, column in
      let line = lines[row]
      switch column {
      case "line": return .text(DisplayText("#\(Words.grouped(Int(line.sequence)))"), Style(.key))
      case "when":
        return .text(DisplayText("\(line.time.day) \(line.time.timeOfDay.prefix(8))"))
      case "who": return .text(DisplayText(line.actor), .bold)
      case "from": return .text(DisplayText(line.surface), .muted)
      default: return .text(DisplayText(line.summary))
      }
    }
    return Table(
      columns: Self.columns, rows: rows, state: list,
      emptyText: [isComplete ? "no change is recorded here" : "nothing fits; G looks further back"])
  }

  private static let columns = [
    TableColumn(id: "line", title: "LINE", minimum: 6, ideal: 9, priority: 1, alignment: .trailing),
    TableColumn(id: "when", title: "WHEN (UTC)", minimum: 19, ideal: 19, priority: 2),
    TableColumn(id: "who", title: "WHO", minimum: 6, ideal: 14, priority: 1),
    TableColumn(id: "from", title: "FROM", minimum: 7, ideal: 8, priority: 3),
    TableColumn(id: "what", title: "WHAT", minimum: 16, ideal: 40, priority: 0, isFlexible: true),
  ]

  /// Draws the lines.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let count = Words.position(list.cursor, of: lines.count)
    let inner = frame.drawBox(
      area, Style(.accent), title: StyledText(DisplayText("History"), Style(.accent, .bold)),
      rightTitle: StyledText(DisplayText(count + (isComplete ? "" : "+")), .muted))
    return table.draw(into: &frame, in: inner).map { Cursor($0, isVisible: false) }
  }
}
