import GatewayModel
import Terminal

/// What the user has done to a pane: cursor, marks, filter, order.
struct PaneState: Sendable {
  let kind: PaneKind
  /// The cursor and the window.
  var list = ListState()
  /// The entity the cursor is on, so that it stays there when rows come and go.
  var cursorRef: EntityRef?
  /// The marked rows.
  var marks: Set<EntityRef> = []
  /// The row at which a range of marks began, while one is being extended.
  var markAnchor: Int?
  /// What was typed to narrow the pane.
  var filterText = ""
  /// The order of the rows.
  var sort: TableSort
  /// Columns scrolled out at the left.
  var scrolledColumns = 0
  /// The columns the user wants to see, in order; nil for all.
  var chosenColumns: [TableColumn.ID]?
  /// The rows.
  var index = RowIndex()

  init(_ kind: PaneKind) {
    self.kind = kind
    sort = PaneDefinition.of(kind).sort
  }

  var definition: PaneDefinition { .of(kind) }

  /// The columns that are shown, in order.
  var columns: [PaneColumn] {
    chosenColumns.map { $0.compactMap { definition.column($0) } } ?? definition.columns
  }

  /// The filter as it is applied.
  var filter: RowFilter { RowFilter(filterText, columns: definition.columns.map(\.column.id)) }

  /// Moves the cursor and remembers the entity it comes to.
  mutating func move(_ motion: Motion, height: Int) {
    list.move(motion, rowCount: index.count, height: height)
    cursorRef = index[list.cursor]
  }

  /// Puts the cursor back on its entity after the rows changed, or keeps its place if it has gone.
  mutating func settleCursor(height: Int) {
    if let cursorRef, index[list.cursor] != cursorRef, let place = index.place(of: cursorRef) {
      list.move(.to(place), rowCount: index.count, height: height)
    } else {
      list.fit(rowCount: index.count, height: height)
    }
    cursorRef = index[list.cursor]
  }
}
