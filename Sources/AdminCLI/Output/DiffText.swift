import GatewayModel

/// A difference between two forms of an API, in words.
struct DiffText {
  private let diff: SnapshotDiff
  private let output: AdminOutput

  init(_ diff: SnapshotDiff, output: AdminOutput) {
    self.diff = diff
    self.output = output
  }

  /// What changes, what is not behaviour, and what to beware of: lines made safe.
  var lines: [String] {
    var lines = diff.isEmpty ? ["  nothing changes"] : []
    lines += diff.changes.flatMap(lines(for:))
    if !diff.ignored.isEmpty {
      let labels = diff.ignored.map(\.subject.label).joined(separator: ", ")
      lines.append(output.styled("  not behaviour: \(AdminOutput.safe(labels))", .muted))
    }
    return lines
      + diff.risks.map { output.styled("  ▲ \(AdminOutput.safe($0.summary))", .caution) }
  }

  private func lines(for change: SnapshotChange) -> [String] {
    let label = AdminOutput.safe(change.subject.label)
    switch change.kind {
    case .added: return [output.styled("  + \(label)", .good)]
    case .removed: return [output.styled("  - \(label)", .bad)]
    case .changed:
      return ["  ~ \(label)"]
        + change.fields.map { field in
          let name = AdminOutput.safe(field.field)
          let before = AdminOutput.safe(field.before ?? "—")
          return "      \(name): \(before) → \(AdminOutput.safe(field.after ?? "—"))"
        }
    }
  }

  /// A change as JSON.
  static func json(_ change: SnapshotChange) -> JSONValue {
    let kind =
      switch change.kind {
      case .added: "added"
      case .removed: "removed"
      case .changed: "changed"
      }
    let fields = change.fields.map { field -> JSONValue in
      [
        "field": .string(field.field), "before": field.before.map { .string($0) } ?? .null,
        "after": field.after.map { .string($0) } ?? .null,
      ]
    }
    return [
      "subject": .string(change.subject.label), "kind": .string(kind), "fields": .array(fields),
    ]
  }
}
