import GatewayModel

extension AdminSession {
  /// Prints what a deployment to a stage would change.
  func printReview(of api: ApiState, stage: StageName) {
    guard !output.isQuiet, !output.isJSON else { return }
    guard let current = api.stages[stage] else {
      output.line(AdminOutput.safe("\(stage) will be a new stage of \(api.api.name), serving:"))
      return methodTable(of: api).print(to: output, whenEmpty: "no methods: cannot be deployed")
    }
    output.line(
      AdminOutput.safe("\(api.api.name):\(stage), instead of deployment \(current.deploymentId):"))
    printDiff(api.undeployedChanges(in: stage))
  }

  /// Prints a difference: what changes, what is not behaviour, and what to beware of.
  func printDiff(_ diff: SnapshotDiff) {
    guard !output.isQuiet, !output.isJSON else { return }
    if diff.isEmpty { output.line("  nothing changes") }
    for change in diff.changes { printChange(change) }
    if !diff.ignored.isEmpty {
      let labels = diff.ignored.map(\.subject.label).joined(separator: ", ")
      output.line(output.styled("  not behaviour: \(AdminOutput.safe(labels))", .muted))
    }
    for risk in diff.risks {
      output.line(output.styled("  ▲ \(AdminOutput.safe(risk.summary))", .caution))
    }
  }

  private func printChange(_ change: SnapshotChange) {
    let label = AdminOutput.safe(change.subject.label)
    switch change.kind {
    case .added: output.line(output.styled("  + \(label)", .good))
    case .removed: output.line(output.styled("  - \(label)", .bad))
    case .changed:
      output.line("  ~ \(label)")
      for field in change.fields {
        let name = AdminOutput.safe(field.field)
        let before = AdminOutput.safe(field.before ?? "—")
        let after = AdminOutput.safe(field.after ?? "—")
        output.line("      \(name): \(before) → \(after)")
      }
    }
  }
}
