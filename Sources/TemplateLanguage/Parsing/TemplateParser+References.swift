extension TemplateParser {
  /// Reads a reference that begins with `$`; takes nothing and gives nil if none begins here.
  mutating func reference() throws(TemplateIssue) -> TemplateReference? {
    let mark = position
    guard take(UInt8(ascii: "$")) else { return nil }
    _ = take(UInt8(ascii: "!"))
    let isBraced = take(UInt8(ascii: "{"))
    guard Self.isLetter(peek()) || peek() == UInt8(ascii: "_") else {
      position = mark
      return nil
    }
    let reference = try bareReference()
    guard !isBraced || take(UInt8(ascii: "}")) else {
      throw issue("${ needs } here, not \(found)")
    }
    return reference
  }

  /// Reads a reference from its name on.
  mutating func bareReference() throws(TemplateIssue) -> TemplateReference {
    try enter()
    defer { depth -= 1 }
    let name = identifier()
    var steps: [TemplateReference.Step] = []
    while true {
      if take(UInt8(ascii: "[")) {
        steps.append(.index(try index()))
      } else if peek() == UInt8(ascii: "."), Self.isLetter(peek(1)) {
        position += 1
        let start = position
        let member = identifier()
        if peek() == UInt8(ascii: "("), position + 1 < bytes.count {
          position += 1
          let call = TemplateReference.Step.call(member, try arguments())
          check(call, of: name, isFirst: steps.isEmpty, at: start)
          steps.append(call)
        } else {
          steps.append(.property(member))
        }
      } else {
        return TemplateReference(name: name, steps: steps)
      }
    }
  }

  private mutating func identifier() -> String {
    let start = position
    skip {
      Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    return text(start..<position)
  }

  private mutating func index() throws(TemplateIssue) -> TemplateExpression {
    skipBlanksAndLineEnds()
    let value: TemplateExpression
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "$"), UInt8(ascii: "-"),
      0x30...0x39:
      value = try parameter()
    default: throw issue("an index is a text in quotes, a whole number or a $reference")
    }
    if case .double = value { throw issue("an index is a whole number") }
    skipBlanksAndLineEnds()
    guard take(UInt8(ascii: "]")) else { throw issue("an index needs ] here, not \(found)") }
    return value
  }

  private mutating func arguments() throws(TemplateIssue) -> [TemplateExpression] {
    skipBlanksAndLineEnds()
    if take(UInt8(ascii: ")")) { return [] }
    var arguments: [TemplateExpression] = []
    repeat {
      arguments.append(try parameter(bareNamesAllowed: true))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: ")")) else {
      throw issue("an argument list needs , or ) here, not \(found); arguments cannot be computed")
    }
    return arguments
  }

  /// Notes a call that nothing here can answer.
  private mutating func check(
    _ call: TemplateReference.Step, of name: String, isFirst: Bool, at start: Int
  ) {
    guard case .call(let method, let arguments) = call else { return }
    guard TemplateMethods.names.contains(method) else {
      issues.append(issue("the method \(method) is not supported", at: start))
      return
    }
    guard name == "input", isFirst, method == "json" || method == "path",
      case .string(let path)? = arguments.first
    else { return }
    do throws(JSONPathError) {
      _ = try JSONPath(path)
    } catch {
      issues.append(issue("the JSONPath “\(path)” is not supported: \(error.reason)", at: start))
    }
  }
}
