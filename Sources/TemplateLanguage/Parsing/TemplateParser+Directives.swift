extension TemplateParser {
  /// Reads `#set( … )` with the blanks before it, or nothing.
  mutating func setDirective() throws(TemplateIssue) -> TemplateNode? {
    let mark = position
    skip { $0 == 0x20 || $0 == 0x09 }
    guard take("#set") || take("#{set}") else {
      position = mark
      return nil
    }
    skip { $0 == 0x20 }
    guard take(UInt8(ascii: "(")) else {
      position = mark
      return nil
    }
    skipBlanksAndLineEnds()
    guard let target = try reference() else { throw issue("#set needs a $variable before =") }
    skipBlanksAndLineEnds()
    guard peek(1) != UInt8(ascii: "="), take(UInt8(ascii: "=")) else {
      throw issue("#set needs = here, not \(found)")
    }
    let value = try expression()
    try closeParenthesis(of: "#set")
    return .set(target, value)
  }

  /// Reads what begins with `#`; gives what ends the block around it, if that is what it is.
  mutating func hash(into nodes: inout [TemplateNode]) throws(TemplateIssue) -> BlockEnd? {
    if take("##") {
      skip { $0 != 0x0A && $0 != 0x0D }
      _ = take("\r\n") || take(0x0A) || take(0x0D)
      return nil
    }
    if take("#*") {
      while position < bytes.count, !take("*#") { position += 1 }
      return nil
    }
    if take("#[[") {
      try literalBlock(into: &nodes)
      return nil
    }
    let start = position
    guard let name = directiveName() else {
      guard position + 1 < bytes.count || isQuoted else {
        throw issue("a template cannot end in #")
      }
      append("#", to: &nodes)
      position += 1
      return nil
    }
    switch name {
    case "end":
      skipBlankRestOfLine()
      return .end
    case "else":
      skipBlankRestOfLine()
      return .elseBranch
    case "elseif": return .elseIf
    default:
      try directive(name, at: start, into: &nodes)
      return nil
    }
  }

  private mutating func directive(
    _ name: String, at start: Int, into nodes: inout [TemplateNode]
  ) throws(TemplateIssue) {
    switch name {
    case "if": nodes.append(try branches(at: start))
    case "foreach": nodes.append(try loop(at: start))
    case "define": nodes.append(try define(at: start))
    case "break":
      skipArguments()
      nodes.append(.leaveLoop)
    case "stop": nodes.append(.stop)
    case "macro": try macro(at: start)
    case "include", "parse":
      throw issue("#\(name) has no files to read from", at: start)
    default: unknownDirective(name, at: start, into: &nodes)
    }
  }

  /// The name behind `#`, which is taken with it; nothing is taken if there is none.
  mutating func directiveName() -> String? {
    let mark = position
    position += 1
    let isBraced = take(UInt8(ascii: "{"))
    let start = position
    guard Self.isLetter(peek()) || peek() == UInt8(ascii: "_") else {
      position = mark
      return nil
    }
    skip { Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "_") }
    let name = text(start..<position)
    guard !isBraced || take(UInt8(ascii: "}")) else {
      position = mark
      return nil
    }
    return name
  }

  private mutating func literalBlock(into nodes: inout [TemplateNode]) throws(TemplateIssue) {
    let start = position
    while position < bytes.count {
      let end = position
      if take("]]#") { return append(text(start..<end), to: &nodes) }
      position += 1
    }
    throw issue("#[[ is never closed by ]]#", at: start - 3)
  }

  private mutating func branches(at start: Int) throws(TemplateIssue) -> TemplateNode {
    var branches: [TemplateNode.Branch] = []
    var condition: TemplateExpression? = try condition(of: "#if")
    while true {
      let (body, end) = try block()
      branches.append(TemplateNode.Branch(condition: condition, body: body))
      switch end {
      case .end: return .branches(branches)
      case .template: throw issue("#if without an #end", at: start)
      case .elseIf, .elseBranch:
        guard condition != nil else { throw issue("#else must be the last branch of #if") }
        condition = end == .elseIf ? try self.condition(of: "#elseif") : nil
      }
    }
  }

  private mutating func condition(of name: String) throws(TemplateIssue) -> TemplateExpression {
    try openParenthesis(of: name)
    let condition = try expression()
    try closeParenthesis(of: name)
    return condition
  }

  private mutating func loop(at start: Int) throws(TemplateIssue) -> TemplateNode {
    try openParenthesis(of: "#foreach")
    skipBlanksAndLineEnds()
    guard let variable = try reference(), variable.steps.isEmpty else {
      throw issue("#foreach needs a $variable before in")
    }
    skipBlanksAndLineEnds()
    guard take("in"), !Self.isLetter(peek()) else {
      throw issue("#foreach needs in here, not \(found)")
    }
    let source = try parameter()
    try closeParenthesis(of: "#foreach")
    let (body, end) = try block()
    guard case .end = end else { throw issue("#foreach without an #end", at: start) }
    return .loop(variable: variable.name, source: source, body: body)
  }

  private mutating func define(at start: Int) throws(TemplateIssue) -> TemplateNode {
    try openParenthesis(of: "#define")
    skipBlanksAndLineEnds()
    guard let variable = try reference(), variable.steps.isEmpty else {
      throw issue("#define needs a $variable")
    }
    try closeParenthesis(of: "#define")
    let (body, end) = try block()
    guard case .end = end else { throw issue("#define without an #end", at: start) }
    return .define(variable.name, body)
  }

  /// Reads a macro's definition, of which nothing comes: calls are sent as text.
  private mutating func macro(at start: Int) throws(TemplateIssue) {
    skipArguments()
    let (_, end) = try block()
    guard case .end = end else { throw issue("#macro without an #end", at: start) }
    issues.append(
      issue(
        "API Gateway has no macros: calls of this one are sent as text", at: start,
        effect: .printsAsText))
  }

  private mutating func unknownDirective(
    _ name: String, at start: Int, into nodes: inout [TemplateNode]
  ) {
    let nameEnd = position
    skipArguments()
    append(text(start..<position), to: &nodes)
    if position > nameEnd {
      issues.append(
        issue(
          "there is no directive #\(name): it is sent as text", at: start,
          effect: .printsAsText))
    }
  }

  /// Skips `( … )` if that is what follows, texts in quotes and inner parentheses included.
  private mutating func skipArguments() {
    let mark = position
    skip { $0 == 0x20 || $0 == 0x09 }
    var open = 0
    var quote: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if open == 0, byte != UInt8(ascii: "(") { break }
      position += 1
      switch byte {
      case quote: quote = 0
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if quote == 0 { quote = byte }
      case UInt8(ascii: "(") where quote == 0: open += 1
      case UInt8(ascii: ")") where quote == 0:
        open -= 1
        if open == 0 { return }
      default: break
      }
    }
    position = mark
  }

  private mutating func openParenthesis(of name: String) throws(TemplateIssue) {
    skipBlanksAndLineEnds()
    guard take(UInt8(ascii: "(")) else { throw issue("\(name) needs ( here, not \(found)") }
  }

  private mutating func closeParenthesis(of name: String) throws(TemplateIssue) {
    skipBlanksAndLineEnds()
    guard take(UInt8(ascii: ")")) else { throw issue("\(name) needs ) here, not \(found)") }
    skipBlankRestOfLine()
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
