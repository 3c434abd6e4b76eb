import GatewayModel
import Terminal

/// A column of a pane: how it is laid out, what its cells show and what it sorts and filters by.
struct PaneColumn: Sendable {
  /// Where its values come from, which says when an order by it goes stale.
  enum Source: Sendable {
    /// The configuration: an order holds until the journal grows.
    case configuration
    /// The counters: an order is made anew at ticks, for at most a named number of rows.
    case counters
  }

  let column: TableColumn
  let source: Source
  let cell: @Sendable (EntityRef, RowContext) -> TableCell
  let sortKey: @Sendable (EntityRef, RowContext) -> SortKey
  let text: @Sendable (EntityRef, RowContext) -> String

  init(
    _ column: TableColumn, source: Source = .configuration,
    text: @escaping @Sendable (EntityRef, RowContext) -> String,
    sortKey: (@Sendable (EntityRef, RowContext) -> SortKey)? = nil,
    cell: (@Sendable (EntityRef, RowContext) -> TableCell)? = nil
  ) {
    self.column = column
    self.source = source
    self.text = text
    self.sortKey = sortKey ?? { SortKey(text($0, $1)) }
    self.cell = cell ?? { .text(DisplayText(text($0, $1))) }
  }
}
