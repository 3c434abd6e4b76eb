public import GatewayModel

/// Reads a part of a JSON body by its path, as parameter mappings name it.
public enum BodyPath {
  /// The part of a body.
  ///
  /// - Parameters:
  ///   - path: A JSONPath, with or without `$.` before it.
  ///   - body: JSON text.
  /// - Returns: Nil if the body is no JSON, the path is not supported or leads nowhere.
  /// - Complexity: bounded by the steps of one rendering.
  public static func value(at path: String, in body: String) -> JSONValue? {
    guard let path = try? JSONPath(path) else { return nil }
    let evaluator = TemplateEvaluator(TemplateInput(body: body), limits: TemplateLimits())
    guard let root = try? evaluator.bodyValue(),
      let value = try? evaluator.value(at: path, in: root)
    else { return nil }
    return try? evaluator.json(value)
  }
}
