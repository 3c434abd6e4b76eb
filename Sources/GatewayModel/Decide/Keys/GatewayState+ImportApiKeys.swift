extension GatewayState {
  /// Makes or overwrites the keys of a file.
  ///
  /// A row whose value a key has overwrites that key in what the file's columns say; a later row does
  /// so to an earlier one. Rows and plans that cannot be used become warnings, or with `failOnWarnings`
  /// one refusal.
  func decide(
    _ input: Command.ImportApiKeys, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    violations.check(input.format, at: "format", among: ["csv"], field: "format")
    try violations.throwIfAny()
    let file = try ApiKeyFile(input.body)
    var batch = ApiKeyImport(state: self, context: context, warnings: file.warnings)
    for row in file.rows { batch.add(row) }
    try requireRoomForKeys(batch.createdCount, in: context)
    if input.failOnWarnings, let first = batch.warnings.first {
      let others = batch.warnings.count - 1
      throw CommandError(
        .badRequest, others == 0 ? first : "\(first) (and \(others) more warnings)", field: "body",
        remedy: "Mend the file, or import it without failing on warnings.")
    }
    return batch.decision
  }
}
