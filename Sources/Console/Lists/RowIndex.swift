import GatewayModel
import Terminal

/// The rows of a pane in order, and those of them that the filter lets through.
///
/// Made when configuration, order or filter change, never for a frame: a frame asks for the rows it
/// shows and nothing else.
struct RowIndex: Sendable {
  /// Changes of the journal up to which single rows are put in place; beyond, all is sorted anew.
  static let patchLimitRows = 64
  /// Rows up to which an order by counters is offered, since each order reads the counters of all.
  static let counterSortLimitRows = 20_000

  private(set) var rows: [Row] = []
  /// Numbers of the rows shown; nil for all of them.
  private var shown: [Int32]?
  private var sort: TableSort?
  private var filter = RowFilter("", columns: [])
  private var narrowing: RowNarrowing?

  /// How many rows are shown.
  var count: Int { shown?.count ?? rows.count }

  /// A shown row by its place.
  subscript(place: Int) -> EntityRef? {
    guard place >= 0, place < count else { return nil }
    return rows[shown.map { Int($0[place]) } ?? place].ref
  }

  /// The place of a row among those shown.
  ///
  /// - Complexity: linear in the number of rows.
  func place(of ref: EntityRef) -> Int? {
    if let shown { return shown.firstIndex { rows[Int($0)].ref == ref } }
    return rows.firstIndex { $0.ref == ref }
  }

  /// Makes all anew.
  mutating func rebuild(
    _ pane: PaneDefinition, sort: TableSort, filter: RowFilter, narrowing: RowNarrowing?,
    _ context: RowContext
  ) {
    let column = pane.column(sort.column) ?? pane.columns[0]
    rows = pane.rows(context.state).map { Self.row($0, pane, column, context) }
    rows.sort { Self.precedes($0, $1, isDescending: sort.isDescending) }
    self.sort = sort
    refilter(pane, filter: filter, narrowing: narrowing, context)
  }

  /// Filters anew; only among the rows shown if the filter has become narrower.
  mutating func refilter(
    _ pane: PaneDefinition, filter: RowFilter, narrowing: RowNarrowing?, _ context: RowContext
  ) {
    let candidates: [Int32]? =
      narrowing == self.narrowing && filter.narrows(self.filter) ? shown : nil
    self.filter = filter
    self.narrowing = narrowing
    guard !filter.isEmpty || narrowing != nil else {
      shown = nil
      return
    }
    let rows = rows
    let admits = { (index: Int32) in
      let ref = rows[Int(index)].ref
      return narrowing?.admits(ref, context.state) ?? true && filter.admits(ref, pane, context)
    }
    shown = candidates?.filter(admits) ?? (0..<Int32(rows.count)).filter(admits)
  }

  /// Takes in changes of entities.
  ///
  /// - Returns: false when it cannot be done row by row and `rebuild` is needed.
  mutating func patch(
    _ pane: PaneDefinition, changed: Set<EntityRef>, _ context: RowContext
  ) -> Bool {
    guard let sort, changed.count <= Self.patchLimitRows else { return false }
    var touched: Set<EntityRef> = []
    for ref in changed {
      switch pane.affected(ref) {
      case .nothing: continue
      case .row(let row): touched.insert(row)
      case .all: return false
      }
    }
    guard !touched.isEmpty else { return true }
    let column = pane.column(sort.column) ?? pane.columns[0]
    rows.removeAll { touched.contains($0.ref) }
    for ref in touched where pane.exists(ref, context.state) {
      let row = Self.row(ref, pane, column, context)
      rows.insert(row, at: insertionPlace(of: row, isDescending: sort.isDescending))
    }
    let (filter, narrowing) = (filter, narrowing)
    shown = nil
    self.filter = RowFilter("", columns: [])
    refilter(pane, filter: filter, narrowing: narrowing, context)
    return true
  }

  private func insertionPlace(of row: Row, isDescending: Bool) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(rows[middle], row, isDescending: isDescending) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private static func row(
    _ ref: EntityRef, _ pane: PaneDefinition, _ column: PaneColumn, _ context: RowContext
  ) -> Row {
    Row(
      ref: ref, key: column.sortKey(ref, context),
      tieBreak: SortKey(pane.tieBreak(ref, context.state)))
  }

  private static func precedes(_ left: Row, _ right: Row, isDescending: Bool) -> Bool {
    if left.key == right.key { return left.tieBreak < right.tieBreak }
    return isDescending ? right.key < left.key : left.key < right.key
  }
}
