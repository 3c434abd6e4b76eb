/// A path of a patch table, written as API Gateway's error texts list it.
///
/// A token in `<…>` or `{…}` stands for any text. The one named `resourcePath` may span several tokens,
/// because clients send resource paths both escaped (`~1pets`) and as they are (`//pets`): the tokens
/// right of it are fixed in number, so it is read from the right.
/// Source: Terraform AWS provider, usage plan updates, for the unescaped form.
struct PatchPattern: Sendable, Hashable {
  /// The pattern as written, for example `/requestModels/{contentType}`.
  let text: String
  private let tokens: [Token]

  private enum Token: Hashable {
    case literal(String)
    case one
    case several
  }

  /// A pattern; `text` starts with `/`.
  init(_ text: String) {
    self.text = text
    tokens = Self.split(text).map { token in
      switch (token.first, token.last) {
      case ("<", ">"), ("{", "}"):
        token.dropFirst().dropLast() == "resourcePath" ? .several : .one
      default: .literal(String(token))
      }
    }
  }

  /// The texts at the places that stand for any text, unescaped, or nil if the path is another.
  ///
  /// - Parameter path: A path as it arrived, for example `/requestModels/application~1json`.
  func captures(of path: String) -> [String]? {
    guard path.first == "/" else { return nil }
    let parts = Self.split(path)
    guard let wide = tokens.firstIndex(of: .several) else {
      return parts.count == tokens.count ? captures(of: parts[...], by: tokens[...]) : nil
    }
    let after = tokens.count - wide - 1
    let end = parts.count - after
    guard end > wide, let before = captures(of: parts[..<wide], by: tokens[..<wide]),
      let rest = captures(of: parts[end...], by: tokens[(wide + 1)...])
    else { return nil }
    return before + [PatchOperation.unescaped(parts[wide..<end].joined(separator: "/"))] + rest
  }

  private func captures(
    of parts: ArraySlice<Substring>, by tokens: ArraySlice<Token>
  ) -> [String]? {
    var found: [String] = []
    for (part, token) in zip(parts, tokens) {
      switch token {
      case .literal(let text): if part != text { return nil }
      case .one, .several: found.append(PatchOperation.unescaped(part))
      }
    }
    return found
  }

  private static func split(_ path: String) -> [Substring] {
    path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
  }
}
