/// The paths an entity's PATCH takes, and how it refuses others.
///
/// One table is the whole rule of an update: what is permitted, what it does, and the text for what is
/// not. Steps act in order on a draft, so the caller keeps the entity as it was when one is refused.
/// Source: API Gateway REST API reference, "Patch operations"; recorded answers for the texts.
struct PatchTable<Draft>: Sendable {
  /// The operation's input in error texts, for example `updateApiKeyInput`.
  let input: String
  /// How a path or word that is not in the table is refused.
  let refusal: PatchRefusal
  /// The paths; error texts list them in this order.
  let rules: [PatchRule<Draft>]

  /// Refuses a list with a word that is none of the protocol's, before any entity is looked up.
  func check(_ operations: [PatchOperation]) throws(CommandError) {
    try PatchOp.check(operations, of: input)
  }

  /// Does the steps in order.
  ///
  /// - Parameters:
  ///   - operations: The request's list; an empty one changes nothing.
  ///   - draft: The entity as it becomes; worthless once a step is refused.
  /// - Complexity: linear in steps times paths of the table.
  func apply(_ operations: [PatchOperation], to draft: inout Draft) throws(CommandError) {
    try check(operations)
    for operation in operations {
      guard let op = PatchOp(rawValue: operation.op) else { continue }
      try apply(operation, op: op, to: &draft)
    }
  }

  /// The paths a word may have, as error texts and help list them.
  func paths(for op: PatchOp) -> [String] {
    rules.filter { $0.ops.contains(op) }.map(\.pattern.text)
  }

  private func apply(
    _ operation: PatchOperation, op: PatchOp, to draft: inout Draft
  ) throws(CommandError) {
    var known: PatchRule<Draft>?
    for rule in rules {
      guard let path = operation.path, let captures = rule.captures(of: path) else { continue }
      known = known ?? rule
      guard rule.ops.contains(op) else { continue }
      let step = PatchStep(
        op: op, path: path, value: operation.value, from: operation.from, captures: captures)
      return try rule.action(&draft, step)
    }
    throw refused(operation, op: op, known: known)
  }

  private func refused(
    _ operation: PatchOperation, op: PatchOp, known: PatchRule<Draft>?
  ) -> CommandError {
    let message: String
    switch refusal {
    case .listsPaths:
      message = PatchRefusal.listing(operation, permitted: paths(for: op))
    case .choosesOperation:
      message =
        rules.contains { $0.ops.contains(op) }
        ? PatchRefusal.listing(operation, permitted: paths(for: op))
        : PatchRefusal.choosingOperation(operation)
    case .namesPath:
      message = namingPath(operation, known: known)
    case .own(let text):
      message = text(operation)
    }
    return CommandError(.badRequest, message, field: "patchOperations", remedy: remedy(for: op))
  }

  private func namingPath(_ operation: PatchOperation, known: PatchRule<Draft>?) -> String {
    switch known?.wrongOp {
    case nil, .unknownPath: PatchRefusal.namingPath(operation)
    case .own(let text): text
    case .permittedOps:
      PatchRefusal.permittedOps(known.map { $0.ops.map(\.rawValue) } ?? [])
    }
  }

  private func remedy(for op: PatchOp) -> String {
    let permitted = paths(for: op)
    return permitted.isEmpty
      ? "Use an operation this entity supports: \(supportedOps.joined(separator: ", "))."
      : "Use a path that takes '\(op.rawValue)': \(permitted.joined(separator: ", "))."
  }

  private var supportedOps: [String] {
    PatchOp.allCases.filter { op in rules.contains { $0.ops.contains(op) } }.map(\.rawValue)
  }
}
