import GatewayModel

/// What a YAML scalar stands for.
enum YAMLScalar {
  private static let tagPrefix = "tag:yaml.org,2002:"

  /// The value of a scalar.
  ///
  /// - Parameters:
  ///   - text: As it stands, quotes and escapes undone.
  ///   - isPlain: Whether it stood without quotes.
  ///   - tag: A tag written before it.
  /// - Throws: `DocumentError` for a foreign tag, and for a text its tag does not fit.
  static func value(
    of text: String, isPlain: Bool, tag: String?, at place: DocumentError.Place
  ) throws(DocumentError) -> JSONValue {
    guard let tag else { return isPlain ? plain(text) : .string(text) }
    guard tag != "!" else { return .string(text) }
    guard tag.hasPrefix(tagPrefix) else { throw foreign(tag, at: place) }
    let kind = tag.dropFirst(tagPrefix.count)
    switch (kind, plain(text)) {
    case ("str", _): return .string(text)
    case ("int", .integer(let value)): return .integer(value)
    case ("float", .integer(let value)): return .double(Double(value))
    case ("float", .double(let value)): return .double(value)
    case ("bool", .bool(let value)): return .bool(value)
    case ("null", .null): return .null
    case ("int", _), ("float", _), ("bool", _), ("null", _):
      throw DocumentError("this is no \(kind)", at: place)
    default: throw foreign(tag, at: place)
    }
  }

  /// Refuses a tag of a list or an object that is not YAML's own.
  static func check(
    _ tag: String?, is kind: String, at place: DocumentError.Place
  ) throws(DocumentError) {
    guard let tag, tag != "!", tag != tagPrefix + kind else { return }
    throw foreign(tag, at: place)
  }

  /// What a text without quotes is: the rules by which the writer decides whether one needs quotes.
  static func plain(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: number(text) ?? .string(text)
    }
  }

  /// A number is one where JSON has it: `012`, `.5`, `NaN` and `1e999` are texts.
  private static func number(_ text: String) -> JSONValue? {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
    else { return nil }
    return try? JSONValue(reading: text)
  }

  private static func foreign(_ tag: String, at place: DocumentError.Place) -> DocumentError {
    DocumentError(
      "the tag \(tag) is not allowed; give the value itself, as plain YAML", at: place)
  }
}
