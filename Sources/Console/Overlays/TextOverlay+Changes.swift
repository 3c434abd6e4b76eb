import GatewayModel
import Terminal

extension TextOverlay {
  /// Lines of the AWS CLI, to read and to copy.
  static func commandLine(_ script: AWSScript) -> TextOverlay {
    TextOverlay(
      "AWS CLI",
      script.lines.flatMap { line in
        DisplayText.lines(of: line).map {
          StyledText($0, line.hasPrefix("#") ? .muted : Style(.info))
        }
      }, copying: script.text,
      as: Words.count(script.lines.count, "AWS CLI line"))
  }

  /// What a line of the journal changed, member by member; secrets are masked.
  static func difference(_ recalled: RecalledLine, in state: GatewayState) -> TextOverlay {
    let line = recalled.line
    var head = StyledText(DisplayText("\(line.actor) (\(line.surface)) "), .bold)
    head.append(DisplayText(line.summary))
    return TextOverlay(
      "Changed by #\(Words.grouped(Int(line.sequence))), \(Words.moment(line.time)) UTC",
      [head]
        + recalled.steps.flatMap { step -> [StyledText] in
          let name = Words.title(of: step.ref, in: state)
          return [.empty, StyledText(DisplayText(name), Style(.heading, .bold))]
            + difference(step.before, step.after)
        })
  }

  private static func difference(_ before: Entity?, _ after: Entity?) -> [StyledText] {
    let (old, new) = (
      before.map(EntityMember.all(of:)) ?? [], after.map(EntityMember.all(of:)) ?? []
    )
    let names = max(12, (old + new).map(\.path.count).max() ?? 0)
    func line(_ mark: String, _ member: EntityMember, _ style: Style) -> StyledText {
      StyledText(
        DisplayText("\(mark) \(member.path)").fitted(to: min(names, limitNameColumns) + 4)
          + DisplayText(member.words), style)
    }
    let changes = new.difference(from: old)
    var gone = Set(changes.removals.map(\.offset))
    let come = Set(changes.insertions.map(\.offset))
    var lines: [StyledText] = []
    var index = 0
    for (position, member) in new.enumerated() {
      while gone.remove(index) != nil {
        lines.append(line("-", old[index], Style(.removed)))
        index += 1
      }
      if come.contains(position) {
        lines.append(line("+", member, Style(.added)))
      } else {
        index += 1
      }
    }
    lines += gone.sorted().map { line("-", old[$0], Style(.removed)) }
    return lines.isEmpty ? [StyledText("  nothing but the time of the change", .muted)] : lines
  }

  /// Columns a member's name takes at most; longer ones push their value to the right.
  private static let limitNameColumns = 32
}

extension CollectionDifference.Change {
  /// Where in its collection.
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
