import GatewayModel
import Terminal

/// The four panes and the detail pane, or the checklist of an empty workspace.
enum MainScreen {
  static func draw(into frame: inout Frame, _ view: ConsoleView) -> Cursor? {
    let layout = MainLayout(view.console)
    var cursor: Cursor?
    for kind in PaneKind.allCases {
      guard let rect = layout.panes[kind], let pane = view.console.panes[kind] else { continue }
      let point = drawPane(pane, into: &frame, in: rect, view)
      if kind == view.console.focus, let point { cursor = Cursor(point, isVisible: false) }
    }
    if let rect = layout.detail {
      let point = DetailPane.draw(into: &frame, in: rect, view)
      if view.console.isDetailFocused, let point { cursor = Cursor(point, isVisible: false) }
    }
    return cursor
  }

  private static func drawPane(
    _ pane: PaneState, into frame: inout Frame, in rect: Rect, _ view: ConsoleView
  ) -> Point? {
    let isFocused = pane.kind == view.console.focus && !view.console.isDetailFocused
    let style = isFocused ? Style(.accent) : Style(.border)
    let inner = frame.drawBox(
      rect, style, title: title(pane, isFocused: isFocused, view),
      rightTitle: StyledText(DisplayText(position(pane)), .muted))
    let table = table(pane, isFocused: isFocused, view)
    // A box of one row shows the row of the cursor rather than a heading.
    guard inner.height > 1 else { return drawSingleRow(pane, into: &frame, in: inner, view) }
    return table.draw(into: &frame, in: inner)
  }

  /// The table of a pane as it is drawn, which also tells what lies under the mouse.
  static func table(_ pane: PaneState, isFocused: Bool, _ view: ConsoleView) -> Table {
    let definition = pane.definition
    let context = view.context
    let rows = TableRows(
      count: pane.index.count,
      isMarked: { pane.index[$0].map(pane.marks.contains) ?? false },
      isChanged: { pane.index[$0].map(view.console.news.isChanged) ?? false },
      style: { place in
        guard let ref = pane.index[place], view.console.news.isFlashing(ref) else { return .plain }
        return Style(.info, .bold)
      },
      cell: { place, id in
        guard let ref = pane.index[place], let column = definition.column(id) else {
          return .blank
        }
        return column.cell(ref, context)
      })
    var table = Table(
      columns: pane.columns.map(\.column), rows: rows, state: pane.list, sort: pane.sort,
      emptyText: emptyText(pane, view), isFocused: isFocused)
    table.scrolledColumns = pane.scrolledColumns
    return table
  }

  private static func drawSingleRow(
    _ pane: PaneState, into frame: inout Frame, in rect: Rect, _ view: ConsoleView
  ) -> Point? {
    guard !rect.isEmpty else { return nil }
    let table = table(pane, isFocused: false, view)
    guard pane.index.count > 0 else {
      frame.draw(
        line: emptyText(pane, view).first ?? .empty, in: rect.inset(horizontal: 1, vertical: 0),
        over: .muted)
      return nil
    }
    for placement in table.layout(in: rect).placements {
      let place = rect.droppingColumns(placement.x).firstColumns(placement.width)
      switch table.rows.cell(pane.list.cursor, placement.column.id) {
      case .styled(let text):
        frame.draw(line: text, in: place, align: placement.column.alignment)
      case .bar(_, let label, _): frame.draw(line: label, in: place)
      case .sparkline(let values, let maximum, let style):
        frame.drawSparkline(values, in: place, maximum: maximum, style)
      }
    }
    return rect.origin
  }

  private static func title(
    _ pane: PaneState, isFocused: Bool, _ view: ConsoleView
  ) -> StyledText {
    let style = isFocused ? Style(.accent, .bold) : Style(.heading)
    var text = StyledText(DisplayText("\(pane.kind.rawValue) \(pane.kind.title)"), style)
    if !pane.filterText.isEmpty {
      text.append(DisplayText(" \"\(pane.filterText)\""), Style(.match))
    }
    if view.console.isFollowing, pane.kind != view.console.focus {
      text.append(" following", Style(.info))
    }
    if pane.kind == .stages, view.console.health.undeployedCount > 0 {
      text.append(
        DisplayText(" ±\(view.console.health.undeployedCount)"), Style(.warning, .bold))
    }
    return text
  }

  private static func position(_ pane: PaneState) -> String {
    Words.position(pane.list.cursor, of: pane.index.count)
  }

  /// Says what to do next, with the key that does it.
  private static func emptyText(_ pane: PaneState, _ view: ConsoleView) -> [StyledText] {
    if !pane.filterText.isEmpty { return ["nothing fits the filter; esc clears it"] }
    if view.console.isFollowing, pane.kind != view.console.focus {
      return ["nothing belongs to what is followed; f shows all"]
    }
    if !MainLayout(view.console).isTogether {
      // The detail pane is not seen, so the steps stand where the rows will be.
      let steps = Onboarding.lines(view).compactMap { line -> StyledText? in
        if case .text(let text) = line.content { return text }
        return nil
      }
      if !steps.isEmpty { return steps }
    }
    switch pane.kind {
    case .keys: return ["no key yet; n makes one"]
    case .plans: return ["no plan yet; n makes one"]
    case .methods: return ["no API yet; n makes one"]
    case .stages: return ["no stage yet; n deploys an API to one"]
    }
  }
}
