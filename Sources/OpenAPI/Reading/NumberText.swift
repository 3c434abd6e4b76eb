import GatewayModel

/// What a text is as a JSON number, in JSON and YAML alike.
enum NumberText {
  /// The number, or nil for a text that is none or is too large: `012`, `.5`, `NaN` and `1e999` are not.
  ///
  /// - Complexity: linear in the length of the text.
  static func value(of text: String) -> JSONValue? {
    var rest = Substring(text)
    if rest.first == "-" { rest = rest.dropFirst() }
    let whole = digits(&rest)
    guard !whole.isEmpty, whole == "0" || whole.first != "0" else { return nil }
    let isWhole = rest.isEmpty
    if rest.first == "." {
      rest = rest.dropFirst()
      guard !digits(&rest).isEmpty else { return nil }
    }
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
      guard !digits(&rest).isEmpty else { return nil }
    }
    guard rest.isEmpty else { return nil }
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let double = Double(text), double.isFinite else { return nil }
    return .double(double)
  }

  private static func digits(_ text: inout Substring) -> Substring {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    text = text[digits.endIndex...]
    return digits
  }
}
