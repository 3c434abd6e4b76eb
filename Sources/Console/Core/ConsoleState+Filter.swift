import Terminal

extension ConsoleState {
  /// The most characters of a filter.
  static let filterLimitCharacters = 200

  /// Begins to type a filter, with the present one to go on from.
  mutating func beginFilter() {
    let text = screen.map { screenFilters[$0] ?? "" } ?? pane.filterText
    filterField = TextField(text, limitCharacters: Self.filterLimitCharacters)
    if screen == nil { isDetailFocused = false }
  }

  /// Narrows the list to what the filter's line says now.
  mutating func applyFilter(_ world: any ConsoleWorld) {
    setFilter(filterField?.text ?? "", world)
  }

  /// Narrows the list to some text, all of it when it is empty.
  mutating func setFilter(_ text: String, _ world: any ConsoleWorld) {
    if let screen {
      screenFilters[screen] = text
      screens[screen]?.filter(text, world: world)
    } else {
      pane.filterText = text
      pane.markAnchor = nil
      refilterPane(focus, world)
      detailList = ListState()
    }
  }

  /// Steps the order of the rows to another column.
  mutating func stepSort(by step: Int, _ world: any ConsoleWorld) {
    let ids = pane.definition.columns.map(\.column.id)
    let index = ids.firstIndex(of: pane.sort.column) ?? 0
    sort(by: ids[(index + step + ids.count) % ids.count], world)
  }

  /// Orders the rows by a column; by the same one again means the other way round.
  mutating func sort(by id: TableColumn.ID, _ world: any ConsoleWorld) {
    guard let column = pane.definition.column(id) else { return }
    if column.source == .counters, pane.index.rows.count > RowIndex.counterSortLimitRows {
      tell(
        .info,
        "sorting by counters is for at most \(Words.grouped(RowIndex.counterSortLimitRows)) rows",
        world)
      return
    }
    if pane.sort.column == id {
      pane.sort.isDescending.toggle()
    } else {
      pane.sort = TableSort(column: id, isDescending: column.source == .counters)
    }
    rebuildPane(focus, world)
  }

  /// Marks the cursor's row or takes its mark, and moves down.
  mutating func toggleMark(_ world: any ConsoleWorld) {
    guard let ref = pane.cursorRef else { return }
    if pane.marks.remove(ref) == nil { pane.marks.insert(ref) }
    moveCursor(.down, world)
  }

  /// Rows that can be marked at once; a bulk change is one journal line.
  static let markLimitRows = 10_000

  /// Marks all rows that the filter lets through.
  mutating func markAll(_ world: any ConsoleWorld) {
    guard pane.index.count <= Self.markLimitRows else {
      tell(.info, "at most \(Words.grouped(Self.markLimitRows)) rows can be marked", world)
      return
    }
    pane.marks = Set((0..<pane.index.count).compactMap { pane.index[$0] })
  }
}
