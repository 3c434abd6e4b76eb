/// The rows of a table, asked for only when they are seen: a million rows cost what a window costs.
public struct TableRows {
  /// How many there are.
  public let count: Int
  /// What the cell of a row and a column shows.
  public let cell: (_ row: Int, _ column: TableColumn.ID) -> TableCell
  /// True for a row the user has marked.
  public let isMarked: (_ row: Int) -> Bool
  /// True for a row that somebody else changed a moment ago.
  public let isChanged: (_ row: Int) -> Bool
  /// The look of a whole row, plain for most.
  public let style: (_ row: Int) -> Style

  /// Makes a source of rows.
  public init(
    count: Int,
    isMarked: @escaping (_ row: Int) -> Bool = { _ in false },
    isChanged: @escaping (_ row: Int) -> Bool = { _ in false },
    style: @escaping (_ row: Int) -> Style = { _ in .plain },
    cell: @escaping (_ row: Int, _ column: TableColumn.ID) -> TableCell
  ) {
    self.count = max(0, count)
    self.isMarked = isMarked
    self.isChanged = isChanged
    self.style = style
    self.cell = cell
  }
}
