import GatewayModel
import Terminal

/// The difference of two forms of an API as lines to read.
enum DiffLines {
  /// What a change of what a stage serves means to callers, in a sentence.
  static func consequence(of diff: SnapshotDiff?) -> String {
    guard let diff, !diff.isEmpty else { return "Callers see no difference." }
    return "\(diff.summary) at once, for all callers."
  }

  /// Risks first, then what acts on requests, then what does not.
  ///
  /// - Parameter note: What there is to say about a part, such as who changed it.
  static func lines(
    _ diff: SnapshotDiff, glyphs: Glyphs, note: (ChangeSubject) -> String? = { _ in nil }
  ) -> [StyledText] {
    var lines: [StyledText] = []
    for risk in diff.risks {
      let style: Style =
        switch risk.kind.severity {
        case .danger: Style(.error, .bold)
        case .warning: Style(.warning)
        case .note: Style(.info)
        }
      lines.append(
        StyledText(DisplayText("\(Character(glyphs.warning)) \(risk.summary)"), style))
    }
    if !lines.isEmpty { lines.append(.empty) }
    for change in diff.changes { lines += Self.lines(change, note: note(change.subject)) }
    guard !diff.ignored.isEmpty else { return lines }
    lines += [.empty, StyledText("ignored, no request notices:", .muted)]
    return lines
      + diff.ignored.flatMap { change in
        change.fields.map { field in
          let values = "\(field.before ?? "—") → \(field.after ?? "—")"
          return StyledText(
            DisplayText("  \(change.subject.label)  \(field.field)  \(values)"), .muted)
        }
      }
  }

  private static func lines(_ change: SnapshotChange, note: String?) -> [StyledText] {
    let (mark, style): (String, Style) =
      switch change.kind {
      case .added: ("+", Style(.added, .bold))
      case .removed: ("-", Style(.removed, .bold))
      case .changed: ("±", .bold)
      }
    var head = StyledText(DisplayText("\(mark) \(change.subject.label)"), style)
    if let note { head.append(DisplayText("  \(note)"), .muted) }
    guard change.kind == .changed else { return [head] }
    return [head]
      + change.fields.flatMap { field -> [StyledText] in
        let sides = [("-", field.before, Style(.removed)), ("+", field.after, Style(.added))]
        return sides.compactMap { sign, value, style in
          value.map { StyledText(DisplayText("  \(sign) \(field.field)  \($0)"), style) }
        }
      }
  }
}
