import Enforcement
import GatewayModel
public import Terminal

extension TraceScreen {
  /// A line of the screen, with the place of the cursor it stands for.
  private struct Line {
    var text: StyledText
    var place: Int?
  }

  /// Columns of the parts of a step.
  private static let columns = (title: 24, verdict: 10, rule: 24)

  /// Draws the decision, the steps and the fixes.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    guard let explanation else {
      frame.draw(
        lines: [
          "Nothing was refused yet.",
          "c composes a request to try; t on a key explains its newest.",
        ], in: area.inset(), over: .muted)
      return nil
    }
    let inner = frame.drawBox(
      area, Style(.accent), title: title(explanation),
      rightTitle: StyledText(DisplayText(position), .muted))
    let lines = lines(explanation, inner.width, frame.glyphs, view)
    let cursorRow = lines.firstIndex { $0.place == list.cursor } ?? 0
    let top = max(0, min(cursorRow - inner.height / 2, lines.count - inner.height))
    var point: Point?
    for (row, line) in lines.dropFirst(top).prefix(inner.height).enumerated() {
      let rect = inner.row(row)
      let isCursor = line.place == list.cursor
      if isCursor {
        frame.fill(rect, .selected)
        point = rect.origin
      }
      frame.draw(
        line: line.text, in: rect.inset(horizontal: 1, vertical: 0),
        over: isCursor ? .selected : .plain)
    }
    return point.map { Cursor($0, isVisible: false) }
  }

  private var position: String {
    guard let record, let index = refusals.firstIndex(where: { $0.id == record.id }) else {
      return ""
    }
    return "refusal \(index + 1)/\(refusals.count)"
  }

  private func title(_ explanation: Explanation) -> StyledText {
    guard let refusal = explanation.verdict.refusal else {
      return StyledText("Admitted", Style(.ok, .bold))
    }
    let wait = explanation.retryAfterNanoseconds
    let retry =
      wait > 0 && wait < .max ? ", free again in \(Words.rate(Double(wait) / 1e9)) s" : ""
    return StyledText(
      DisplayText(
        "\(refusal.statusCode) \(refusal.title): \(explanation.verdict.sentence)\(retry)"),
      Style(.error, .bold))
  }

  private func lines(
    _ explanation: Explanation, _ width: Int, _ glyphs: Glyphs, _ view: ConsoleView
  ) -> [Line] {
    var lines: [Line] = []
    if let record, record.verdict != explanation.verdict {
      let then = record.refusal.map { "refused (\($0))" } ?? "admitted"
      lines.append(
        Line(
          text: StyledText(
            DisplayText("It was \(then) then; this is how it would be decided now."),
            Style(.info))))
    }
    lines += explanation.steps.enumerated().map { index, step in
      Line(text: Self.text(of: step, index, width, glyphs, view), place: index)
    }
    guard !explanation.fixes.isEmpty else { return lines }
    lines.append(Line(text: .empty))
    lines.append(
      Line(text: StyledText("what would let it pass, each tried out", Style(.heading, .bold))))
    lines += explanation.fixes.enumerated().map { index, fix in
      Line(text: Self.text(of: fix, glyphs), place: explanation.steps.count + index)
    }
    return lines
  }

  private static func text(
    of step: TraceStep, _ index: Int, _ width: Int, _ glyphs: Glyphs, _ view: ConsoleView
  ) -> StyledText {
    let (mark, style): (String, Style) =
      switch step.outcome {
      case .passed: ("\(Character(glyphs.ok))", Style(.ok))
      case .skipped: ("\(Character(glyphs.none))", .muted)
      case .denied: ("\(Character(glyphs.failed)) refused", Style(.error, .bold))
      case .notReached: ("", .muted)
      }
    let isDim = step.outcome == .notReached || step.outcome == .skipped
    let number = "\(index + 1)".count < 2 ? " \(index + 1)" : "\(index + 1)"
    var line = StyledText(
      DisplayText("\(number) \(step.phase.title)").fitted(to: columns.title),
      isDim ? .muted : .plain)
    line.append(DisplayText(mark).fitted(to: columns.verdict), style)
    let ruleWidth = width >= 90 && step.rules.first != nil ? columns.rule : 0
    let room = max(0, width - 2 - columns.title - columns.verdict - ruleWidth)
    let words = step.evidence.map { EvidenceWords.text(of: $0, view) } ?? ""
    line.append(DisplayText(words).fitted(to: room), isDim ? .muted : .plain)
    if ruleWidth > 0, let rule = step.rules.first {
      line.append(
        DisplayText(" \(EvidenceWords.text(of: rule, view))").truncated(to: ruleWidth), Style(.key))
    }
    return line
  }

  private static func text(of fix: Fix, _ glyphs: Glyphs) -> StyledText {
    let mark = fix.command == nil ? Character(glyphs.none) : Character(glyphs.moreRight)
    var line = StyledText(
      DisplayText("\(mark) \(fix.sentence)"), fix.command == nil ? .muted : .bold)
    if fix.command == nil {
      line.append("  the caller's to do", .muted)
    } else if let verdict = fix.verdict {
      let isEnough = verdict == .admitted
      line.append(
        DisplayText("  then: \(verdict.sentence)"), isEnough ? Style(.ok) : Style(.warning))
    }
    return line
  }
}
