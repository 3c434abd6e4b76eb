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
      isDetailFocused: console.isDetailFocused, counts: { console.panes[$0]?.index.count ?? 0 })
  }

  /// - Parameters:
  ///   - counts: The rows of each pane, since a short list does not ask for more room than it
  ///     fills.
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
    // A box, a heading and the rows; others give their room to the pane that has the keys.
    let rows = columns[0].splitRows(
      PaneKind.allCases.map { kind in
        kind == focus
          ? .atLeast(Self.leastPaneRows + 1, weight: 8)
          : Extent(
            minimum: Self.leastPaneRows, weight: 1,
            maximum: max(Self.leastPaneRows, counts(kind) + 3))
      })
    panes = Dictionary(uniqueKeysWithValues: zip(PaneKind.allCases, rows))
  }
}
