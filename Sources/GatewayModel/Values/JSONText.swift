import FoundationEssentials

/// Texts that must be JSON.
enum JSONText {
  /// Whether the text is one JSON object.
  ///
  /// - Complexity: linear in the length of the text, which callers limit.
  static func isObject(_ text: String) -> Bool {
    decoded([String: Anything].self, from: text) != nil
  }

  /// The map a text such as `{"host":"a"}` holds, or nil if it is anything else.
  static func map(_ text: String) -> [String: String]? {
    decoded([String: String].self, from: text)
  }

  private static func decoded<Value: Decodable>(_ type: Value.Type, from text: String) -> Value? {
    try? JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// A value of any kind, read and forgotten.
  private struct Anything: Decodable {
    init(from decoder: any Decoder) {}
  }
}
