/// The order of a table's rows, as its header shows it.
public struct TableSort: Hashable, Sendable {
  /// The column that decides.
  public var column: TableColumn.ID
  /// True when the largest comes first.
  public var isDescending: Bool

  /// Makes an order.
  public init(column: TableColumn.ID, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }
}
