extension Frame {
  /// Unchanged cells between two changes that are cheaper to send again than to jump over.
  private static let joinedGapColumns = 4

  /// The runs in which this frame differs from `previous`, from the top left on.
  ///
  /// A run never begins or ends within a wide character. Without a previous frame, or with one of
  /// another size, every row is one run.
  /// - Complexity: O(cells).
  public func changes(from previous: Frame?) -> [FrameRun] {
    guard size.width > 0 else { return [] }
    guard let previous, previous.size == size else {
      return (0..<size.height).map { FrameRun(row: $0, columns: 0..<size.width) }
    }
    var runs: [FrameRun] = []
    for row in 0..<size.height { appendChanges(of: row, from: previous, to: &runs) }
    return runs
  }

  private func appendChanges(of row: Int, from previous: Frame, to runs: inout [FrameRun]) {
    let start = row * size.width
    var column = 0
    while column < size.width {
      guard differs(at: start + column, from: previous) else {
        column += 1
        continue
      }
      var end = column + 1
      var last = end
      while end < size.width, end - last <= Self.joinedGapColumns {
        if differs(at: end + start, from: previous) { last = end + 1 }
        end += 1
      }
      let columns = wholeCharacters(column..<last, row: row, previous)
      runs.append(FrameRun(row: row, columns: columns))
      column = max(end, columns.upperBound)
    }
  }

  private func differs(at index: Int, from previous: Frame) -> Bool {
    let new = cells[index]
    let old = previous.cells[index]
    if new.clusterNumber == nil, old.clusterNumber == nil { return new != old }
    return new.style != old.style || content(of: new) != previous.content(of: old)
  }

  /// Widens a run so that it holds both halves of wide characters, in this frame and the previous.
  private func wholeCharacters(_ columns: Range<Int>, row: Int, _ previous: Frame) -> Range<Int> {
    let start = row * size.width
    var first = columns.lowerBound
    var end = columns.upperBound
    while first > 0, isHalf(start + first, previous) { first -= 1 }
    while end < size.width, isHalf(start + end, previous) { end += 1 }
    return first..<end
  }

  private func isHalf(_ index: Int, _ previous: Frame) -> Bool {
    cells[index].isContinuation || previous.cells[index].isContinuation
  }
}
