/// Which columns of a table are seen, where and how wide.
public struct TableLayout: Hashable, Sendable {
  /// A column that is seen.
  public struct Placement: Hashable, Sendable {
    /// The column.
    public let column: TableColumn
    /// Its first column of the terminal, from the table's left edge.
    public let x: Int
    /// Its width.
    public let width: Int
  }

  /// Columns of the terminal between two columns of the table.
  static let gapColumns = 1
  /// Columns of the terminal at the left for the cursor and for marks.
  static let gutterColumns = 1

  /// The columns seen, from left to right.
  public let placements: [Placement]
  /// How many columns are left out for want of room.
  public let hiddenCount: Int
  /// How many columns have been scrolled out at the left.
  public let scrolledCount: Int

  /// Chooses and places columns.
  ///
  /// Unscrolled, the least important columns give way. Scrolled, the first column stays, as it names
  /// the row, `scrolled` columns after it are passed over and the rest follows in order.
  /// - Complexity: O(n²) in the number of columns.
  public init(columns: [TableColumn], width: Int, scrolled: Int = 0) {
    let room = max(0, width - Self.gutterColumns)
    let scrolledCount = max(0, min(scrolled, columns.count - 2))
    var chosen = columns
    if scrolledCount > 0 { chosen.removeSubrange(1...scrolledCount) }
    while chosen.count > 1, Self.minimumWidth(of: chosen) > room {
      chosen.remove(at: scrolledCount > 0 ? chosen.count - 1 : Self.leastImportant(of: chosen))
    }
    self.scrolledCount = scrolledCount
    hiddenCount = columns.count - scrolledCount - chosen.count
    let gaps = max(0, chosen.count - 1) * Self.gapColumns
    let widths = Self.widths(of: chosen, room: room - gaps)
    var x = Self.gutterColumns
    placements = zip(chosen, widths).map { column, width in
      defer { x += width + Self.gapColumns }
      return Placement(column: column, x: x, width: width)
    }
  }

  private static func minimumWidth(of columns: [TableColumn]) -> Int {
    columns.reduce(0) { $0 + $1.minimum } + max(0, columns.count - 1) * gapColumns
  }

  private static func leastImportant(of columns: [TableColumn]) -> Int {
    let worst = columns.map(\.priority).max() ?? 0
    return columns.lastIndex { $0.priority == worst } ?? 0
  }

  /// Minimums, then up to the ideals, then the rest to the flexible columns.
  private static func widths(of columns: [TableColumn], room: Int) -> [Int] {
    let ideals = Extent.divide(
      room,
      among: columns.map { Extent(minimum: $0.minimum, weight: 1, maximum: $0.ideal) })
    return Extent.divide(
      room,
      among: zip(columns, ideals).map { column, ideal in
        Extent(minimum: ideal, weight: column.isFlexible ? 1 : 0)
      })
  }
}
