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
          let name = "\(step.ref.kind.rawValue) \(Words.name(of: step.ref, in: state))"
          return [.empty, StyledText(DisplayText(name), Style(.heading, .bold))]
            + difference(step.before, step.after)
        })
  }

  private static func difference(_ before: Entity?, _ after: Entity?) -> [StyledText] {
    let sides = [before, after].map { entity in
      entity.flatMap { EntityJSON.text(of: $0) }?.split(separator: "\n").map(String.init) ?? []
    }
    var lines: [StyledText] = []
    let changes = sides[1].difference(from: sides[0])
    var gone = Set(changes.removals.map(\.offset))
    let come = Set(changes.insertions.map(\.offset))
    var old = 0
    for (index, text) in sides[1].enumerated() {
      while gone.remove(old) != nil {
        lines.append(StyledText(DisplayText("- \(sides[0][old])"), Style(.removed)))
        old += 1
      }
      if come.contains(index) {
        lines.append(StyledText(DisplayText("+ \(text)"), Style(.added)))
      } else {
        old += 1
      }
    }
    for index in gone.sorted() {
      lines.append(StyledText(DisplayText("- \(sides[0][index])"), Style(.removed)))
    }
    return lines
  }
}

extension CollectionDifference.Change {
  /// Where in its collection.
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
