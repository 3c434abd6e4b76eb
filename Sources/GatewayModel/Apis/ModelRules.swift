/// What a model may be.
///
/// Source: API Gateway REST API reference, CreateModel; recorded answers for the texts.
enum ModelRules {
  /// Refuses a name that is empty or not letters and digits.
  static func check(name: String) throws(CommandError) {
    guard !name.isEmpty else {
      throw CommandError(
        .badRequest, "Model name must be non-empty", field: "name",
        remedy: "Use letters and digits, for example Pet.")
    }
    guard name.utf8.allSatisfy(ASCII.isAlphanumeric) else {
      throw CommandError(
        .badRequest, "Model name must be alphanumeric: \(name)", field: "name",
        remedy: "Use letters and digits, for example Pet.")
    }
  }

  /// Refuses no schema, one that is too long and one that is no JSON object.
  static func check(schema: String?) throws(CommandError) {
    guard let schema, !schema.isEmpty else {
      throw CommandError(
        .badRequest, "Model schema must have at least 1 property or array items defined",
        field: "schema", remedy: "Give a JSON schema, at the least {\"type\":\"object\"}.")
    }
    guard schema.utf8.count <= ApiLimits.modelSchemaLimitBytes else {
      throw CommandError(
        .badRequest, "Model schema can be at most \(ApiLimits.modelSchemaLimitBytes) bytes",
        field: "schema", remedy: "Shorten the schema, or split it into several models.")
    }
    guard JSONText.isObject(schema) else {
      throw CommandError(
        .badRequest,
        "Invalid model specified: Validation Result: warnings : [], "
          + "errors : [Invalid model schema specified]",
        field: "schema", remedy: "Give one JSON object, for example {\"type\":\"object\"}.")
    }
  }

  /// The error for a model name that names nothing, be it the API or the model that is missing.
  static func unknown(_ name: String) -> CommandError {
    CommandError(
      .notFound, "Invalid model name specified: \(name)", field: "modelName",
      remedy: "Use the name of one of the API's models.")
  }
}
