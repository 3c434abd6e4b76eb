import GatewayModel
import Terminal

/// The pane that tells all about the entity under the cursor.
enum DetailPane {
  /// Lines of each of the lists in the pane.
  static let listLimitLines = 12

  static func draw(into frame: inout Frame, in rect: Rect, _ view: ConsoleView) -> Point? {
    let isFocused = view.console.isDetailFocused
    let ref = view.console.pane.cursorRef
    let title = ref.map { Words.name(of: $0, in: view.state) } ?? "Detail"
    let lines = lines(of: ref, view)
    let list = view.console.detailList
    let inner = frame.drawBox(
      rect, isFocused ? Style(.accent) : Style(.border),
      title: StyledText(
        DisplayText(title), isFocused ? Style(.accent, .bold) : Style(.heading)),
      rightTitle: isFocused
        ? StyledText(DisplayText("\(list.cursor + 1)/\(lines.count)"), .muted) : .empty)
    let visible = list.visibleRows(rowCount: lines.count, height: inner.height)
    var cursor: Point?
    for index in visible {
      let row = inner.row(index - visible.lowerBound)
      let isCursor = isFocused && index == min(list.cursor, lines.count - 1)
      if isCursor {
        frame.fill(row, .selected)
        cursor = row.origin
      }
      draw(
        lines[index], into: &frame, in: row.inset(horizontal: 1, vertical: 0),
        isCursor ? .selected : .plain)
    }
    return cursor
  }

  /// All there is to tell about an entity, after the steps that an empty workspace begins with.
  static func lines(of ref: EntityRef?, _ view: ConsoleView) -> [DetailLine] {
    let steps = Onboarding.lines(view)
    guard !steps.isEmpty else { return entityLines(of: ref, view) }
    return ref == nil ? steps : steps + [.text(.empty)] + entityLines(of: ref, view)
  }

  private static func entityLines(of ref: EntityRef?, _ view: ConsoleView) -> [DetailLine] {
    switch ref {
    case .apiKey(let id): KeyDetail.lines(id, view)
    case .usagePlan(let id): PlanDetail.lines(id, view)
    case .restApi(let id): ApiDetail.lines(id, view)
    case .resource(let api, let id): ApiDetail.lines(api, resource: id, view)
    case .method(let api, let resource, let verb):
      MethodDetail.lines(api, resource, verb, view)
    case .stage(let id): StageDetail.lines(id, view)
    default: [.text(StyledText("nothing is chosen", .muted))]
    }
  }

  private static func draw(
    _ line: DetailLine, into frame: inout Frame, in rect: Rect, _ base: Style
  ) {
    switch line.content {
    case .text(let text): frame.draw(line: text, in: rect, over: base)
    case .bar(let label, let fraction, let style, let note):
      let parts = columns(of: rect, label, note)
      frame.draw(line: label, in: parts[0], over: base)
      frame.drawBar(fraction, in: parts[1], style.over(base))
      frame.draw(line: note, in: parts[2], over: base, align: .trailing)
    case .spark(let label, let values, let maximum, let note):
      let parts = columns(of: rect, label, note)
      frame.draw(line: label, in: parts[0], over: base)
      frame.drawSparkline(values, in: parts[1], maximum: maximum, Style(.graph).over(base))
      frame.draw(line: note, in: parts[2], over: base, align: .trailing)
    }
  }

  private static func columns(of rect: Rect, _ label: StyledText, _ note: StyledText) -> [Rect] {
    rect.splitColumns([
      .fixed(max(label.width, DetailLine.nameColumns)), .share(),
      .fixed(note.width == 0 ? 0 : note.width + 1),
    ])
  }

  /// The newest journal lines about an entity, as far as they have been read: the heading stands there
  /// before them.
  static func history(of ref: EntityRef, _ view: ConsoleView) -> [DetailLine] {
    let lines = view.world.knownHistory(of: ref, limit: listLimitLines)
    return DetailLine.section("history")
      + lines.map { line in
        var text = StyledText(
          DisplayText("#\(Words.grouped(Int(line.sequence)))").fitted(to: 9), Style(.key))
        text.append(DisplayText(line.actor).fitted(to: 8), .muted)
        text.append(DisplayText(" \(line.summary)"))
        return .text(text, target: .history(line))
      }
  }

  /// Recorded requests, newest first, each with the reason of its refusal.
  static func requests(_ title: String, _ requests: [RequestRecord]) -> [DetailLine] {
    guard !requests.isEmpty else { return [] }
    return DetailLine.section(title)
      + requests.map { request in
        var text = StyledText(DisplayText("\(request.time.timeOfDay) "), .muted)
        let isRefused = request.refusal != nil || request.status >= 400
        text.append(
          DisplayText("\(request.status) "), isRefused ? Style(.error) : Style(.ok))
        text.append(DisplayText(request.refusal ?? "served").fitted(to: 12))
        text.append(DisplayText(" \(request.httpMethod) \(request.path)"))
        return .text(text, target: .request(request))
      }
  }
}
