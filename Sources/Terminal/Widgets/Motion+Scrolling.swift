extension Motion {
  /// The first line seen of a text that has been scrolled, never so far that rows stay empty.
  ///
  /// - Parameters:
  ///   - top: The first line seen before.
  ///   - lineCount: The lines of the text.
  ///   - height: The rows of the window.
  func scrolled(_ top: Int, lineCount: Int, height: Int) -> Int {
    let page = max(1, height)
    let last = max(0, lineCount - page)
    let top = min(top, last)
    let wanted =
      switch self {
      case .up: top - 1
      case .down: top + 1
      case .pageUp: top - page
      case .pageDown: top + page
      case .halfPageUp: top - max(1, page / 2)
      case .halfPageDown: top + max(1, page / 2)
      case .first: 0
      case .last: last
      case .by(let rows): top + rows
      case .to(let row): row
      }
    return max(0, min(wanted, last))
  }
}
