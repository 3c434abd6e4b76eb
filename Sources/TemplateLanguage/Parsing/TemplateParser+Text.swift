extension TemplateParser {
  mutating func plainText(into nodes: inout [TemplateNode]) {
    let start = position
    skip { $0 != UInt8(ascii: "$") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\\") }
    append(text(start..<position), to: &nodes)
  }

  /// Adds text, to the text before it if that is what stands there.
  func append(_ text: String, to nodes: inout [TemplateNode]) {
    if case .text(let before)? = nodes.last {
      nodes[nodes.count - 1] = .text(before + text)
    } else if !text.isEmpty {
      nodes.append(.text(text))
    }
  }

  /// Reads a reference, or a `$` that begins none.
  mutating func dollar(into nodes: inout [TemplateNode]) throws(TemplateIssue) {
    if let reference = try reference() {
      nodes.append(.reference(reference))
    } else {
      guard position + 1 < bytes.count || isQuoted else {
        throw issue("a template cannot end in $")
      }
      append("$", to: &nodes)
      position += 1
    }
  }

  /// Reads backslashes, which hide a reference or a directive behind them if there is an odd
  /// number.
  mutating func escape(into nodes: inout [TemplateNode]) throws(TemplateIssue) {
    let start = position
    skip { $0 == UInt8(ascii: "\\") }
    let count = position - start
    let isOdd = !count.isMultiple(of: 2)
    let half = String(repeating: "\\", count: count / 2)
    let all = String(repeating: "\\", count: count)
    switch peek() {
    case UInt8(ascii: "$"):
      let dollar = position
      guard let reference = try reference() else { return append(all, to: &nodes) }
      append(isOdd ? half + text(dollar..<position) : half, to: &nodes)
      if !isOdd { nodes.append(.reference(reference)) }
    case UInt8(ascii: "#"):
      let hash = position
      let name = directiveName()
      let isDirective = name.map(Self.escapable.contains) ?? false
      let isSet = name == "set"
      if isOdd, name != nil {
        append((isDirective ? half : all) + text(hash..<position), to: &nodes)
      } else {
        position = hash
        append(isDirective && !isSet ? half : all, to: &nodes)
      }
    default: append(all, to: &nodes)
    }
  }

  /// What a backslash hides.
  private static let escapable: Set<String> = [
    "if", "elseif", "else", "end", "set", "stop", "foreach", "define", "break", "macro", "include",
    "parse",
  ]
}
