/// How an entity refuses a patch path or word it does not know: API Gateway has two families of texts.
///
/// Source: recorded answers of UpdateApiKey, UpdateResource, UpdateRestApi and others.
enum PatchRefusal: Sendable {
  /// Quotes the path and lists those the word takes, be the list empty: keys, plans, usage.
  case listsPaths
  /// As `listsPaths`, but a word the entity never takes is refused as such: resources, models,
  /// validators.
  case choosesOperation
  /// Names the path alone; a known path with a wrong word has a text of its own: APIs, methods,
  /// method responses, gateway responses.
  case namesPath
  /// Texts of the entity's own.
  case own(@Sendable (PatchOperation) -> String)

  /// The family's text for a path the word does not take; both blanks are API Gateway's.
  static func listing(_ operation: PatchOperation, permitted: [String]) -> String {
    head(operation) + "Must be one of: [\(permitted.joined(separator: ", "))]"
  }

  /// The text for a word the entity never takes.
  static func choosingOperation(_ operation: PatchOperation) -> String {
    head(operation) + "Please choose supported operations"
  }

  /// The text that names the path; a missing path prints `null`.
  static func namingPath(_ operation: PatchOperation) -> String {
    "Invalid patch path \(operation.path ?? "null")"
  }

  /// The text for a known path with a word it does not take.
  static func permittedOps(_ ops: [String]) -> String {
    "Invalid patch operation specified. Must be one of: [\(ops.joined(separator: ", "))]"
  }

  private static func head(_ operation: PatchOperation) -> String {
    "Invalid patch path  '\(operation.path ?? "null")' specified for op '\(operation.op)'. "
  }
}
