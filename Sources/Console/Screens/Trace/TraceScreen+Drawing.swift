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
  /// Columns of the box from which on a step's verdict has a word and what it rests on has room
  /// beside it.
  private static let roomyColumns = 64

  /// The longest sentence, in lines of the box.
  private static let sentenceLimitLines = 6

  /// Columns of the corners and blanks around the titles of a box.
  private static let titleMargins = 9

  /// Draws the decision, the steps and the fixes.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    guard let explanation else {
      frame.draw(
        lines: [
          "Nothing was refused yet.",
          "c composes a request to try; t on a key explains its newest.",
        ].flatMap { StyledText($0).wrapped(to: max(1, area.width - 2)) },
        in: area.inset(), over: .muted)
      return nil
    }
    let verdict = verdict(explanation)
    let room = area.width - position.utf8.count - Self.titleMargins
    // As many parts as fit; the first always stands.
    var count = verdict.count
    while count > 1, Self.joined(verdict.prefix(count)).width > room { count -= 1 }
    let inner = frame.drawBox(
      area, Style(.accent), title: Self.joined(verdict.prefix(count)),
      rightTitle: StyledText(DisplayText(position), .muted))
    let rest = Self.joined(verdict.dropFirst(count)).dropping(2)
    var lines = rest.width == 0 ? [] : Self.lines(rest, inner.width, indent: 0)
    lines += self.lines(explanation, inner.width, frame.glyphs, view)
    return draw(shown(of: lines, explanation, in: inner.height), into: &frame, in: inner)
  }

  private func draw(_ lines: [Line], into frame: inout Frame, in rect: Rect) -> Cursor? {
    var point: Point?
    for (index, line) in lines.enumerated() {
      let row = rect.row(index)
      let isCursor = line.place == list.cursor
      if isCursor {
        frame.fill(row, .selected)
        point = point ?? row.origin
      }
      frame.draw(
        line: line.text, in: row.inset(horizontal: 1, vertical: 0),
        over: isCursor ? .selected : .plain)
    }
    return point.map { Cursor($0, isVisible: false) }
  }

  /// The lines around the cursor, below the step that refused when that would be out of sight.
  private func shown(
    of lines: [Line], _ explanation: Explanation, in height: Int
  ) -> [Line] {
    let denied = explanation.steps.firstIndex { $0.outcome == .denied }
    let refusal = lines.indices.filter { denied != nil && lines[$0].place == denied }
    let top = top(of: lines, in: height)
    guard let last = refusal.last, refusal[0] < top else {
      return Array(lines.dropFirst(top).prefix(height))
    }
    let pinned = refusal.prefix(height / 2)
    let rest = height - pinned.count
    let below = max(last + 1, self.top(of: lines, in: rest))
    return pinned.map { lines[$0] } + lines.dropFirst(below).prefix(rest)
  }

  /// The first line shown, with the cursor in the middle as far as there are lines around it.
  private func top(of lines: [Line], in height: Int) -> Int {
    let cursor = lines.indices.filter { lines[$0].place == list.cursor }
    // The first step brings what stands above it into sight.
    if list.cursor == 0, (cursor.last ?? 0) < height { return 0 }
    let room = max(0, height - cursor.count)
    return max(0, min((cursor.first ?? 0) - room / 2, lines.count - height))
  }

  private var position: String {
    guard let record, let index = refusals.firstIndex(where: { $0.id == record.id }) else {
      return ""
    }
    return "refusal \(index + 1)/\(refusals.count)"
  }

  /// The verdict in few words, then the parts of the rest of the sentence.
  private func verdict(_ explanation: Explanation) -> [StyledText] {
    guard let refusal = explanation.verdict.refusal else {
      let fails = explanation.templateFaults.contains(where: \.fails)
      return [
        fails
          ? StyledText("Admitted, then answered 500", Style(.error, .bold))
          : StyledText("Admitted", Style(.ok, .bold))
      ]
    }
    var parts = ["\(refusal.statusCode) \(refusal.title)", ": \(explanation.verdict.sentence)"]
    let wait = explanation.retryAfterNanoseconds
    if wait > 0, wait < .max { parts.append(", free again in \(Words.rate(Double(wait) / 1e9)) s") }
    return parts.map { StyledText(DisplayText($0), Style(.error, .bold)) }
  }

  private static func joined(_ parts: some Sequence<StyledText>) -> StyledText {
    parts.reduce(.empty, +)
  }

  private func lines(
    _ explanation: Explanation, _ width: Int, _ glyphs: Glyphs, _ view: ConsoleView
  ) -> [Line] {
    var lines: [Line] = []
    if let record, record.verdict != explanation.verdict {
      let then = record.refusal.map { "refused (\($0))" } ?? "admitted"
      lines += Self.lines(
        StyledText(
          DisplayText("It was \(then) then; this is how it would be decided now."),
          Style(.info)), width, indent: 0)
    }
    for (index, step) in explanation.steps.enumerated() {
      lines.append(Line(text: Self.text(of: step, index, width, glyphs, view), place: index))
      if step.outcome == .denied, width < Self.roomyColumns, let evidence = step.evidence {
        let words = StyledText(DisplayText("   " + EvidenceWords.text(of: evidence, view)))
        lines += Self.lines(words, width, indent: 3, place: index)
      }
    }
    for fault in explanation.templateFaults {
      let text = DisplayText(" \(Character(glyphs.failed)) \(fault.sentence)")
      lines += Self.lines(
        StyledText(text, Style(fault.fails ? .error : .warning)), width, indent: 3)
    }
    for remark in explanation.remarks {
      lines += Self.lines(
        StyledText(DisplayText(" \(Character(glyphs.failed)) \(remark)"), Style(.warning)), width,
        indent: 3)
    }
    guard !explanation.fixes.isEmpty else { return lines }
    lines.append(Line(text: .empty))
    lines += Self.lines(
      StyledText(
        DisplayText("\(explanation.fixesTitle), each tried out"),
        Style(.heading, .bold)), width, indent: 0)
    for (index, fix) in explanation.fixes.enumerated() {
      let place = explanation.steps.count + index
      let words = Self.words(of: fix, glyphs)
      lines += Self.lines(words.fix, width, indent: 2, place: place)
      if let last = lines.last, last.text.width + words.outcome.width + 2 <= width {
        lines[lines.count - 1].text = last.text + words.outcome
      } else {
        lines += Self.lines(words.outcome, width, indent: 2, place: place)
      }
    }
    return lines
  }

  /// A text as the lines of a box `width` columns wide, all but the first moved in; a very long one, as a
  /// name can be, is cut, so that what stands below it is seen.
  private static func lines(
    _ text: StyledText, _ width: Int, indent: Int, place: Int? = nil
  ) -> [Line] {
    let room = max(1, width - 2 - indent)
    let text = text.truncated(to: room * sentenceLimitLines)
    return text.wrapped(to: room).enumerated().map { index, text in
      let margin = StyledText(String(repeating: " ", count: index == 0 ? 0 : indent))
      return Line(text: margin + text, place: place)
    }
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
    let isRoomy = width >= roomyColumns
    if !isRoomy, step.outcome == .denied {
      line.append(DisplayText(mark), style)
      return line
    }
    let verdictWidth = isRoomy ? columns.verdict : 2
    line.append(DisplayText(mark).fitted(to: verdictWidth), style)
    let ruleWidth = width >= 90 && step.rules.first != nil ? columns.rule : 0
    let room = max(0, width - 2 - columns.title - verdictWidth - ruleWidth)
    let words = step.evidence.map { EvidenceWords.text(of: $0, view) } ?? ""
    line.append(DisplayText(words).fitted(to: room), isDim ? .muted : .plain)
    if ruleWidth > 0, let rule = step.rules.first {
      line.append(
        DisplayText(" \(EvidenceWords.text(of: rule, view))").truncated(to: ruleWidth), Style(.key))
    }
    return line
  }

  /// A proposal, and what the request would meet then.
  private static func words(
    of fix: Fix, _ glyphs: Glyphs
  ) -> (fix: StyledText, outcome: StyledText) {
    guard fix.command != nil else {
      return (
        StyledText("\(Character(glyphs.none)) \(fix.sentence)", .muted),
        StyledText("  the caller's to do", .muted)
      )
    }
    let sentence = StyledText("\(Character(glyphs.moreRight)) \(fix.sentence)", .bold)
    guard let verdict = fix.verdict else { return (sentence, .empty) }
    return (
      sentence,
      StyledText("  then: \(verdict.sentence)", Style(verdict == .admitted ? .ok : .warning))
    )
  }
}
