/// The six words a patch operation can start with, in the order API Gateway's error text lists them.
///
/// `move` and `test` are words of the protocol that no entity supports.
/// Source: API Gateway REST API reference, "Patch operations".
enum PatchOp: String, Sendable, Hashable, CaseIterable {
  case add, remove, move, test, replace, copy

  /// Notes every operation whose word is none of the six.
  ///
  /// API Gateway judges the words of a whole request before it looks any entity up, so a rule calls
  /// this first; an update with other constrained members collects all violations before it throws.
  /// - Parameters:
  ///   - operations: The request's list.
  ///   - input: The name of the operation's input in error texts, for example `updateApiKeyInput`.
  ///   - violations: What was found so far.
  static func check(
    _ operations: [PatchOperation], of input: String, into violations: inout ConstraintViolations
  ) {
    for (index, operation) in operations.enumerated() {
      violations.check(
        operation.op, at: "\(input).patchOperations.\(index + 1).member.op",
        among: allCases.map(\.rawValue), field: "patchOperations")
    }
  }

  /// Refuses a list in which a word is none of the six.
  static func check(_ operations: [PatchOperation], of input: String) throws(CommandError) {
    var violations = ConstraintViolations()
    check(operations, of: input, into: &violations)
    try violations.throwIfAny()
  }
}
