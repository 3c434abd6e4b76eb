/// What of a definition the rules refuse, gathered so that one answer tells all of it.
///
/// Source: API Gateway's answer, "Errors found during import: Unable to put integration on 'POST' for
/// resource at path '/x': …".
struct DefinitionErrors {
  /// How many refusals an answer lists; a definition with more is given up.
  static let maximumCount = 50

  private var texts: [String] = []

  /// Whether there is no use in looking further.
  var isFull: Bool { texts.count >= Self.maximumCount }

  /// Does a step and notes its refusal; does nothing once there is no use in looking further.
  ///
  /// - Parameter what: What could not be done, for example `Unable to create resource at path '/x'`.
  /// - Returns: Whether it was done.
  @discardableResult
  mutating func attempt(_ what: String, _ step: () throws(CommandError) -> Void) -> Bool {
    guard !isFull else { return false }
    do throws(CommandError) {
      try step()
      return true
    } catch {
      texts.append("\(what): \(error.message)")
      return false
    }
  }

  /// Throws what was noted, if anything was.
  func throwIfAny() throws(CommandError) {
    guard !texts.isEmpty else { return }
    throw CommandError(
      .badRequest, "Errors found during import:\n\t" + texts.joined(separator: "\n\t"),
      field: "body",
      remedy: isFull
        ? "Mend these and try again; there may be more." : "Mend the document; nothing was changed."
    )
  }

  /// Refuses a definition of more parts than an API is made of in one change.
  static func checkSize(of definition: ApiDefinition) throws(CommandError) {
    let counts = [
      ("models", definition.models.count),
      ("request validators", definition.requestValidators.count),
      ("gateway responses", definition.gatewayResponses.count),
      ("authorizers", definition.authorizers.count),
    ]
    for (name, count) in counts where count > ApiDefinition.maximumPartCount {
      throw CommandError(
        .badRequest,
        "The document has \(count) \(name), at most \(ApiDefinition.maximumPartCount) can be imported",
        field: "body", remedy: "Leave out what no method needs.")
    }
  }

  /// Refuses a definition with warnings where one is enough.
  static func check(
    _ warnings: [String], failOnWarnings: Bool
  ) throws(CommandError) {
    guard failOnWarnings, !warnings.isEmpty else { return }
    var listed = Array(warnings.prefix(maximumCount))
    if warnings.count > listed.count { listed.append("and \(warnings.count - listed.count) more") }
    throw CommandError(
      .badRequest, "Warnings found during import:\n\t" + listed.joined(separator: "\n\t"),
      field: "body", remedy: "Mend the document, or import it without failing on warnings.")
  }
}
