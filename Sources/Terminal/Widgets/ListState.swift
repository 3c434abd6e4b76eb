/// Where the cursor of a list stands and which row is at the top of its window.
///
/// Every change is told how many rows there are and how many are seen, so the cursor is always on a
/// row and always seen, however the list or the terminal has changed meanwhile.
public struct ListState: Hashable, Sendable {
  /// The row of the cursor, 0 when there are no rows.
  public private(set) var cursor: Int
  /// The first row seen.
  public private(set) var top: Int

  /// Makes a state; it is brought into range when it is used.
  public init(cursor: Int = 0, top: Int = 0) {
    self.cursor = max(0, cursor)
    self.top = max(0, top)
  }

  /// Moves the cursor.
  /// - Parameters:
  ///   - motion: where to.
  ///   - rowCount: the rows of the list.
  ///   - height: the rows seen at once.
  public mutating func move(_ motion: Motion, rowCount: Int, height: Int) {
    let page = max(1, height)
    switch motion {
    case .up: cursor -= 1
    case .down: cursor += 1
    case .pageUp: step(by: -page)
    case .pageDown: step(by: page)
    case .halfPageUp: step(by: -max(1, page / 2))
    case .halfPageDown: step(by: max(1, page / 2))
    case .first: cursor = 0
    case .last: cursor = rowCount - 1
    case .by(let rows): cursor += rows
    case .to(let row): cursor = row
    }
    fit(rowCount: rowCount, height: height)
  }

  /// Brings cursor and window into range after the list or the window changed.
  public mutating func fit(rowCount: Int, height: Int) {
    cursor = max(0, min(cursor, rowCount - 1))
    top = firstRow(rowCount: rowCount, height: height)
  }

  /// The rows seen, which always hold the cursor.
  public func visibleRows(rowCount: Int, height: Int) -> Range<Int> {
    var fitted = self
    fitted.fit(rowCount: rowCount, height: height)
    return fitted.top..<max(fitted.top, min(rowCount, fitted.top + max(0, height)))
  }

  /// Moves cursor and window together, so the cursor keeps its place on the screen.
  private mutating func step(by rows: Int) {
    cursor += rows
    top = max(0, top + rows)
  }

  private func firstRow(rowCount: Int, height: Int) -> Int {
    let rows = max(1, height)
    let last = max(0, rowCount - rows)
    return max(0, min(max(min(top, cursor), cursor - rows + 1), last))
  }
}
