import Terminal

/// Where the panes of the main screen lie.
struct MainLayout {
  /// The least terminal that shows the four panes and the detail pane together.
  static let togetherSize = Size(width: 100, height: 24)
  /// Rows a pane without focus keeps: its box and one row between.
  static let leastPaneRows = 3
  /// Columns of the detail pane at least, when it stands beside the others.
  static let leastDetailColumns = 40

  let around: ScreenLayout
  /// Where each pane lies; only those that are seen.
  let panes: [PaneKind: Rect]
  /// Where the detail pane lies, if it is seen.
  let detail: Rect?
  /// True when the four panes stand together.
  let isTogether: Bool

  /// Lays out the main screen as the console has it.
  init(_ console: ConsoleState) {
    self.init(
      size: console.size, focus: console.focus, isZoomed: console.isZoomed,
      isDetailFocused: console.isDetailFocused,
      counts: { console.panes[$0]?.index.rows.count ?? 0 })
  }

  /// - Parameters:
  ///   - counts: The rows of each pane, also those a filter hides: panes keep their places while one
  ///     types it.
  init(
    size: Size, focus: PaneKind, isZoomed: Bool, isDetailFocused: Bool, counts: (PaneKind) -> Int
  ) {
    around = ScreenLayout(size)
    isTogether = size.holds(Self.togetherSize)
    let body = around.body
    guard isTogether, !isZoomed else {
      panes = isDetailFocused ? [:] : [focus: body]
      detail = isDetailFocused ? body : nil
      return
    }
    let columns = body.splitColumns([
      .atLeast(60, weight: 3), Extent(minimum: Self.leastDetailColumns, weight: 2),
    ])
    detail = columns[1]
    let rows = columns[0].splitRows(
      Self.extents(within: columns[0].height, focus: focus, counts: counts))
    panes = Dictionary(uniqueKeysWithValues: zip(PaneKind.allCases, rows))
  }

  /// How the panes share the rows: the one that has the keys gets most of them, none gets more than
  /// its list fills while another has rows to show, and what is left over is its own.
  private static func extents(
    within height: Int, focus: PaneKind, counts: (PaneKind) -> Int
  ) -> [Extent] {
    // A box, a heading and the rows.
    func need(_ kind: PaneKind) -> Int {
      max(leastPaneRows + (kind == focus ? 1 : 0), counts(kind) + 3)
    }
    let others = PaneKind.allCases.reduce(0) { $0 + ($1 == focus ? 0 : need($1)) }
    return PaneKind.allCases.map { kind in
      kind == focus
        ? Extent(
          minimum: leastPaneRows + 1, weight: 8, maximum: max(need(focus), height - others))
        : Extent(minimum: leastPaneRows, weight: 1, maximum: need(kind))
    }
  }
}
