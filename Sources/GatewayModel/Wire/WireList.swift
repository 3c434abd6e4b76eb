/// Answers that hold several entities.
public enum WireList {
  /// A page of a list, as the wire has it: the member is `item`, which SDKs call `items`.
  ///
  /// - Parameters:
  ///   - items: The entities, in order.
  ///   - position: Where the next page starts, or nil on the last; never empty.
  ///   - name: `item` on the wire, `items` in the command line's output.
  /// Source: the service model's `locationName`.
  public static func page(
    _ items: [JSONValue], position: String? = nil, name: String = "item"
  ) -> JSONValue {
    var object = JSONObject()
    object.add(name, .array(items))
    object.add("position", text: position)
    return .object(object)
  }

  /// The answer of an import of keys or of documentation.
  ///
  /// - Parameters:
  ///   - ids: What was made or overwritten, in the order of the file.
  ///   - warnings: What was left out or doubtful; the member is left out when there is nothing.
  /// Source: recorded answer of ImportDocumentationParts.
  public static func imported(ids: [String], warnings: [String]) -> JSONValue {
    var object = JSONObject()
    object.add("ids", .array(ids.map(JSONValue.string)))
    object.add("warnings", warnings.isEmpty ? nil : .array(warnings.map(JSONValue.string)))
    return .object(object)
  }

  /// The answer of `GetTags`.
  public static func tags(_ tags: [String: String]) -> JSONValue {
    ["tags": .map(tags)]
  }

  /// The body of a refusal; the exception's name goes in the header `x-amzn-ErrorType`.
  public static func error(_ error: CommandError) -> JSONValue {
    ["message": .string(error.message)]
  }
}
