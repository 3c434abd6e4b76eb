/// A row of a patch table: a path, the words it takes, and what they do to the draft of an entity.
struct PatchRule<Draft>: Sendable {
  /// Changes the draft, or refuses the value.
  typealias Action = @Sendable (inout Draft, PatchStep) throws(CommandError) -> Void

  /// The path.
  let pattern: PatchPattern
  /// The words the path takes.
  let ops: [PatchOp]
  /// The answer to another word, in tables whose errors name the path.
  let wrongOp: WrongOpText
  /// Whether the open places of the path hold what this row means.
  let holds: @Sendable ([String]) -> Bool
  /// What a step does.
  let action: Action

  /// The texts API Gateway has for a known path with a word it does not take.
  enum WrongOpText: Sendable, Hashable {
    /// `Invalid patch operation specified. Must be one of: [replace]`.
    case permittedOps
    /// As if the path were unknown.
    case unknownPath
    /// A text of its own.
    case own(String)
  }

  /// A row.
  ///
  /// - Parameters:
  ///   - path: As API Gateway's error texts list it, open places as `{name}` or `<name>`.
  ///   - ops: The words the path takes.
  ///   - wrongOp: The answer to another word, in tables whose errors name the path.
  ///   - holds: Whether the unescaped texts at the open places fit this row.
  ///   - action: Changes the draft; a thrown refusal leaves the entity as it was.
  init(
    _ path: String, _ ops: PatchOp..., wrongOp: WrongOpText = .permittedOps,
    where holds: @escaping @Sendable ([String]) -> Bool = { _ in true },
    action: @escaping Action
  ) {
    pattern = PatchPattern(path)
    self.ops = ops
    self.wrongOp = wrongOp
    self.holds = holds
    self.action = action
  }

  /// What stands at the open places of a path this row is about, else nil.
  func captures(of path: String?) -> [String]? {
    guard let path, let captures = pattern.captures(of: path), holds(captures) else { return nil }
    return captures
  }
}
