import GatewayModel

/// What a document would change, in words.
struct ImportReview {
  private let before: ApiState?
  private let after: ApiState?
  private let definition: ApiDefinition
  private let output: AdminOutput

  /// A review.
  ///
  /// - Parameters:
  ///   - decision: What the command would come to.
  ///   - state: The configuration now.
  init(
    of decision: Decision, from definition: ApiDefinition, on state: GatewayState,
    output: AdminOutput
  ) {
    var changed = state
    changed.apply(decision.events, sequence: state.sequence + 1)
    let id = decision.subjects.first?.apiId ?? ""
    before = state.apis[id]
    after = changed.apis[id]
    self.definition = definition
    self.output = output
  }

  private var diff: SnapshotDiff {
    guard let after else { return .none }
    return SnapshotDiff(from: before?.snapshot ?? ApiSnapshot(), to: after.snapshot)
  }

  /// The members of the API that no deployment freezes, those that change.
  private var ownChanges: [(name: String, before: String?, after: String?)] {
    let members: [(String, (RestApi) -> String?)] = [
      ("name", { $0.name }), ("description", { $0.description }), ("version", { $0.version }),
    ]
    return members.compactMap { name, text in
      let (old, new) = (before.flatMap { text($0.api) }, after.flatMap { text($0.api) })
      return old == new ? nil : (name, old, new)
    }
  }

  /// Paths that come or go and have no methods.
  private var bareResources: [(sign: String, path: String)] {
    let (old, new) = (before.map(Self.barePaths) ?? [], after.map(Self.barePaths) ?? [])
    let oldPaths = Set(before?.resources.values.map(\.path) ?? [])
    let newPaths = Set(after?.resources.values.map(\.path) ?? [])
    return
      (new.subtracting(oldPaths).map { ("+", $0) } + old.subtracting(newPaths).map { ("-", $0) })
      .sorted { $0.1 < $1.1 }
  }

  private static func barePaths(_ api: ApiState) -> Set<String> {
    Set(api.resources.values.filter { api.methods[$0.id] == nil && $0.path != "/" }.map(\.path))
  }

  /// The review as lines, made safe.
  var lines: [String] {
    let name = AdminOutput.safe(after?.api.name ?? "")
    var lines = [before == nil ? "A new API \(name):" : "API \(name):"]
    lines += ownChanges.map { change in
      let values = [change.before, change.after].map { AdminOutput.safe($0 ?? "—") }
      return "  ~ \(change.name): \(values[0]) → \(values[1])"
    }
    lines += bareResources.map {
      output.styled(
        "  \($0.sign) \(AdminOutput.safe($0.path))", $0.sign == "+" ? .good : .bad)
    }
    if !diff.isEmpty || lines.count == 1 { lines += DiffText(diff, output: output).lines }
    return lines + remarks
  }

  /// Warnings and advice.
  var remarks: [String] {
    definition.warnings.map { "warning: \(AdminOutput.safe($0))" }
      + definition.advice.map { output.styled("▲ \(AdminOutput.safe($0))", .caution) }
  }

  /// The review as JSON.
  var json: JSONValue {
    let own = ownChanges.map { change -> JSONValue in
      [
        "field": .string(change.name), "before": change.before.map { .string($0) } ?? .null,
        "after": change.after.map { .string($0) } ?? .null,
      ]
    }
    return [
      "restApiId": before.map { .string($0.api.id) } ?? .null,
      "isNewApi": .bool(before == nil), "fields": .array(own),
      "changes": .array(diff.changes.map(DiffText.json)),
      "ignored": .array(diff.ignored.map(DiffText.json)),
      "risks": .array(diff.risks.map { .string($0.summary) }),
      "warnings": .array(definition.warnings.map(JSONValue.string)),
      "advice": .array(definition.advice.map(JSONValue.string)),
    ]
  }
}
