import Terminal

extension FormOverlay {
  /// Rows inside the box below which a form with a review shows one field at a time, so that what is
  /// reviewed has room at every size.
  private static let roomyRows = 12

  /// The fields beside what is to be looked at, or above it where there is less room.
  func reviewing(
    _ review: [StyledText], width: Int, isWide: Bool, in area: Rect
  ) -> Layout {
    let isTight = !isWide && area.height - 2 < Self.roomyRows
    let reviewColumns = (isWide ? width - width / 2 : width) - 2
    let lines = review.flatMap { $0.wrapped(to: max(1, reviewColumns)) }
    let fieldRows = isTight ? 2 : form.fields.count + 2
    let noteRows = isTight ? 0 : 1
    let wordRows = isTight && words(.ascii).width == 0 ? 0 : Self.wordRows
    let rows = isWide ? max(fieldRows, lines.count) : fieldRows + 1 + lines.count
    var layout = Layout(
      isWide: isWide,
      size: Size(width: width, height: min(area.height - 2, rows + noteRows + wordRows)),
      notes: definition.notes.prefix(noteRows).map { DisplayText($0) }, side: lines)
    let inner = Self.inner(layout.size, in: area)
    let parts = inner.splitRows([.fixed(noteRows), .share(), .fixed(wordRows)])
    let halves =
      isWide
      ? parts[1].splitColumns([.share(), .fixed(reviewColumns + 2)])
      : parts[1].splitRows([.fixed(min(fieldRows, inner.height / 2)), .share()])
    layout.noteRows = parts[0]
    layout.fields = halves[0]
    layout.beside = halves[1]
    layout.words = parts[2]
    return layout
  }

  /// Where the review's lines stand, and where it is said that there are more.
  private static func places(of layout: Layout) -> (lines: Rect, mark: Rect) {
    guard layout.isWide else {
      return (layout.beside.droppingRows(1), layout.beside.row(0))
    }
    let place = layout.beside.droppingColumns(2)
    guard layout.side.count > place.height else { return (place, .empty) }
    return (place.firstRows(max(0, place.height - 1)), place.row(max(0, place.height - 1)))
  }

  /// True when the review has more lines than are seen at once.
  func isReviewCut(in area: Rect, _ view: ConsoleView) -> Bool {
    guard definition.review != nil else { return false }
    let layout = layout(in: area, view)
    return layout.side.count > Self.places(of: layout).lines.height
  }

  /// Scrolls the review by windows, so that no line is passed over.
  mutating func scrollReview(by windows: Int, in area: Rect, _ view: ConsoleView) {
    let layout = layout(in: area, view)
    let height = max(1, Self.places(of: layout).lines.height)
    let last = max(0, layout.side.count - height)
    reviewTop = max(0, min(last, min(reviewTop, last) + windows * height))
  }

  /// Draws the lines of the review that are seen, and says how many more there are.
  func drawReview(_ layout: Layout, into frame: inout Frame) {
    let (lines, mark) = Self.places(of: layout)
    if layout.isWide {
      frame.drawDivider(in: layout.beside.firstColumns(1))
    } else {
      frame.drawRule(in: layout.beside.row(0))
    }
    let first = min(reviewTop, max(0, layout.side.count - lines.height))
    frame.draw(lines: Array(layout.side.dropFirst(first)), in: lines)
    frame.draw(
      line: .moreMark(
        above: first, below: max(0, layout.side.count - first - lines.height),
        keys: ("PgUp", "PgDn")),
      in: mark, align: layout.isWide ? .leading : .trailing)
  }
}
