import GatewayModel
import Terminal

/// The strip of the newest journal lines and the toast.
enum NewsLines {
  static func draw(into frame: inout Frame, _ layout: ScreenLayout, _ view: ConsoleView) {
    let line = layout.toast.inset(horizontal: 1, vertical: 0)
    if let toast = view.console.news.toast {
      toast.draw(into: &frame, in: line)
      if layout.sharesNewsLine { return }
    } else if !view.console.pendingKeys.isEmpty {
      let typed = view.console.pendingKeys.map(\.description).joined(separator: " ")
      frame.draw(DisplayText("\(typed) …"), in: line, Style(.key))
      if layout.sharesNewsLine { return }
    }
    drawJournal(into: &frame, in: layout.journal.inset(horizontal: 1, vertical: 0), view)
  }

  /// The newest line at the right, as many before it as fit.
  private static func drawJournal(into frame: inout Frame, in rect: Rect, _ view: ConsoleView) {
    var rest = rect
    for line in view.console.news.lines.reversed() {
      var text = StyledText(DisplayText("#\(Words.grouped(Int(line.sequence)))"), Style(.key))
      text.append(DisplayText(" \(line.time.timeOfDay) "), .muted)
      if line.actor != HistoryLine.ownActor || line.surface != HistoryLine.ownSurface {
        text.append(DisplayText("\(line.surface) "), Style(.info))
      }
      text.append(DisplayText("\(line.actor) "), .bold)
      text.append(
        DisplayText(line.summary), view.console.news.isNew(line) ? Style(.info, .bold) : .plain)
      guard text.width <= rest.width || rest.width == rect.width else { return }
      let width = min(text.width, rest.width)
      frame.draw(line: text, in: rest.droppingColumns(rest.width - width))
      rest = rest.firstColumns(max(0, rest.width - width - 3))
    }
  }
}
