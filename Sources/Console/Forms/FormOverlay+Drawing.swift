import GatewayModel
public import Terminal

extension FormOverlay {
  /// Columns from which on the changes stand beside the fields.
  private static let wideColumns = 100
  /// The most columns of a form alone, and of one with its changes.
  private static let columns = (narrow: 76, wide: 116)
  /// Rows at the bottom for what is said about the whole.
  static let wordRows = 2

  /// Draws the fields, what they change, and what is said about the whole.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let layout = layout(in: area, view)
    OverlayBox.draw(
      layout.size, title: definition.title, note: state, into: &frame, in: area)
    frame.draw(lines: layout.notes.map { StyledText($0, .muted) }, in: layout.noteRows)
    let point = form.draw(into: &frame, in: layout.fields)
    if definition.review != nil {
      drawReview(layout, into: &frame)
    } else if layout.isWide {
      draw(layout.side, into: &frame, in: layout.beside)
    }
    draw(words(frame.glyphs), into: &frame, in: layout.words)
    return point.map { Cursor($0, isVisible: true) }
  }

  /// A click goes to a field, or chooses.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, view: ConsoleView
  ) -> OverlayReply {
    click(event, in: layout(in: area, view).fields, view.world)
    return .stay
  }

  /// Where everything lies.
  struct Layout {
    let isWide: Bool
    let size: Size
    let notes: [DisplayText]
    /// What stands beside the fields, or below them.
    let side: [StyledText]
    var noteRows = Rect.empty
    var fields = Rect.empty
    var beside = Rect.empty
    var words = Rect.empty
  }

  func layout(in area: Rect, _ view: ConsoleView) -> Layout {
    let isWide = area.width >= Self.wideColumns
    let width = min(area.width - 4, isWide ? Self.columns.wide : Self.columns.narrow)
    if let review = definition.review {
      return reviewing(
        review(values, view) + rehearsal, width: width, isWide: isWide, in: area)
    }
    let formWidth = isWide ? width * 3 / 5 : width
    let changes = changes(view)
    let rows = max(
      form.height(inWidth: formWidth - 2), form.fields.count + 2, isWide ? changes.count + 1 : 0)
    let notes = definition.notes.flatMap { DisplayText($0).wrapped(to: max(1, width - 2)) }
    var layout = Layout(
      isWide: isWide,
      size: Size(width: width, height: min(area.height - 2, rows + notes.count + Self.wordRows)),
      notes: notes, side: changes)
    let inner = Self.inner(layout.size, in: area)
    let parts = inner.splitRows([
      .fixed(min(notes.count, inner.height / 4)), .share(), .fixed(Self.wordRows),
    ])
    let columns = parts[1].splitColumns([.fixed(formWidth - 2), .share()])
    layout.noteRows = parts[0]
    layout.fields = columns[0]
    layout.beside = columns[1]
    layout.words = parts[2]
    return layout
  }

  static func inner(_ size: Size, in area: Rect) -> Rect {
    OverlayBox.rect(size, in: area).inset().inset(horizontal: 1, vertical: 0)
  }

  private func draw(_ changes: [StyledText], into frame: inout Frame, in rect: Rect) {
    frame.drawDivider(in: rect.firstColumns(1))
    let inner = rect.droppingColumns(2)
    frame.draw("what changes", in: inner, Style(.heading, .bold))
    frame.draw(lines: changes, in: inner.droppingRows(1))
  }

  private func draw(_ words: StyledText, into frame: inout Frame, in rect: Rect) {
    frame.draw(lines: Array(words.wrapped(to: max(1, rect.width)).prefix(rect.height)), in: rect)
  }

  /// A word for the box's corner.
  private var state: String {
    let count = changedEntries.count
    if form.errorCount > 0 { return Words.count(form.errorCount, "error") }
    return count == 0 ? "" : "\(Words.count(count, "change")), not saved"
  }

  /// What is said about the whole: what stands in the way, else what to look out for.
  func words(_ glyphs: Glyphs) -> StyledText {
    let warning = "\(Character(glyphs.warning)) "
    if let refusal {
      let mark = "\(Character(glyphs.failed)) "
      return StyledText(DisplayText(mark + ConsoleState.text(of: refusal)), Style(.error))
    }
    if let focused = form.focusedField, focused.hasError, let remedy = remedy(of: focused.id) {
      return StyledText(DisplayText(remedy), Style(.warning))
    }
    if isStale {
      return StyledText(
        DisplayText(
          "\(warning)changed by somebody else since this was opened; saving shows both sides"),
        Style(.warning))
    }
    if case .ready(_, let decision) = check, let first = decision.warnings.first {
      return StyledText(DisplayText(warning + first), Style(.warning))
    }
    return .empty
  }

  private func remedy(of id: FormEntry.ID) -> String? {
    if case .refused(_, let error) = check { return error.remedy }
    let entry = definition.entries.first { $0.id == id }
    return entry.flatMap { $0.check(values.text(id))?.remedy }
  }

  /// Old and new values of what was changed, and what comes of it.
  private func changes(_ view: ConsoleView) -> [StyledText] {
    let values = values
    var lines: [StyledText] = []
    for entry in changedEntries {
      let pairs = [
        ("- ", values.initial[entry.id], Style(.removed)),
        ("+ ", values.current[entry.id], Style(.added)),
      ]
      for (sign, value, style) in pairs {
        let text = value.map { entry.words($0) } ?? ""
        guard !text.isEmpty else { continue }
        lines.append(StyledText(DisplayText("\(sign)\(entry.label)  \(text)"), style))
      }
    }
    switch check {
    case .ready(_, let decision):
      lines.append(.empty)
      lines += EventWords.lines(decision.events, in: view.state).map {
        StyledText(DisplayText($0), .muted)
      }
    case .unchanged: lines.append(StyledText("nothing yet", .muted))
    case .incomplete, .refused: lines.append(StyledText("it cannot be saved yet", .muted))
    }
    return lines
  }
}
