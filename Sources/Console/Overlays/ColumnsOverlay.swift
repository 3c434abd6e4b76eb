public import Terminal

/// The columns of a pane, to be shown, hidden and moved.
public struct ColumnsOverlay: Overlay {
  /// The scope of its keys.
  public let scope = KeyScope.columns
  private let kind: PaneKind
  private var checklist: Checklist

  init(_ pane: PaneState) {
    kind = pane.kind
    let shown = pane.columns.map(\.column.id)
    let hidden = pane.definition.columns.filter { !shown.contains($0.column.id) }
    checklist = Checklist(
      (pane.columns + hidden).map { entry in
        Checklist.Item(
          id: entry.column.id, title: entry.column.title,
          note: entry.source == .counters ? "from the counters" : "",
          isOn: shown.contains(entry.column.id),
          isFixed: entry.column.id == pane.definition.columns[0].column.id)
      })
  }

  /// Ticks, moves, or applies.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    guard key == KeyEvent(.enter) else {
      _ = checklist.handle(key, height: checklist.items.count)
      return .stay
    }
    let ids = checklist.selection
    return .closeThen { [kind] console, _ in
      console.panes[kind]?.chosenColumns = ids
      return []
    }
  }

  /// Draws the columns in the middle.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let inner = OverlayBox.draw(
      Size(width: 46, height: checklist.items.count), title: "Columns of \(kind.title)",
      into: &frame, in: area)
    return checklist.draw(into: &frame, in: inner).map { Cursor($0, isVisible: false) }
  }
}
