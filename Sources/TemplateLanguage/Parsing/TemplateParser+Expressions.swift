extension TemplateParser {
  mutating func expression() throws(TemplateIssue) -> TemplateExpression {
    try binary(level: 0)
  }

  private typealias Operator = TemplateExpression.Operator

  /// The operators of each level, the loosest first; a longer sign stands before a shorter one.
  private static let levels: [[(sign: StaticString, meaning: Operator)]] = [
    [("||", .or), ("or", .or)],
    [("&&", .and), ("and", .and)],
    [("==", .equal), ("eq", .equal), ("!=", .notEqual), ("ne", .notEqual)],
    [
      ("<=", .lessOrEqual), ("le", .lessOrEqual), ("<", .less), ("lt", .less),
      (">=", .greaterOrEqual), ("ge", .greaterOrEqual), (">", .greater), ("gt", .greater),
    ],
    [("+", .add), ("-", .subtract)],
    [("*", .multiply), ("/", .divide), ("%", .remainder)],
  ]

  private mutating func binary(level: Int) throws(TemplateIssue) -> TemplateExpression {
    guard level < Self.levels.count else { return try unary() }
    let first = try binary(level: level + 1)
    var rest: [(sign: Operator, operand: TemplateExpression)] = []
    while let sign = takeOperator(of: level) {
      rest.append((sign, try binary(level: level + 1)))
    }
    return rest.isEmpty ? first : .chain(first, rest)
  }

  private mutating func takeOperator(of level: Int) -> Operator? {
    skipBlanksAndLineEnds()
    // A minus right before a digit is the number's own, as in Velocity.
    if peek() == UInt8(ascii: "-"), Self.isDigit(peek(1)) { return nil }
    for (sign, meaning) in Self.levels[level] {
      let mark = position
      guard take(sign) else { continue }
      guard Self.isLetter(sign.utf8Start[0]), Self.isLetter(peek()) else { return meaning }
      position = mark
    }
    return nil
  }

  private mutating func unary() throws(TemplateIssue) -> TemplateExpression {
    try enter()
    defer { depth -= 1 }
    skipBlanksAndLineEnds()
    if peek() == UInt8(ascii: "!"), peek(1) != UInt8(ascii: "=") {
      position += 1
      return .not(try unary())
    }
    let mark = position
    if take("not"), !Self.isLetter(peek()), !Self.isDigit(peek()) { return .not(try unary()) }
    position = mark
    if take(UInt8(ascii: "(")) {
      let inner = try expression()
      skipBlanksAndLineEnds()
      guard take(UInt8(ascii: ")")) else { throw issue("( needs ) here, not \(found)") }
      return inner
    }
    return try parameter()
  }

  /// Reads a value that is not computed, with the blanks around it.
  ///
  /// - Parameter bareNamesAllowed: Whether a name without `$` is a reference, as it is in
  /// arguments.
  mutating func parameter(
    bareNamesAllowed: Bool = false
  ) throws(TemplateIssue) -> TemplateExpression {
    try enter()
    defer { depth -= 1 }
    skipBlanksAndLineEnds()
    defer { skipBlanksAndLineEnds() }
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try string()
    case UInt8(ascii: "["): return try listOrRange()
    case UInt8(ascii: "{"): return try map()
    case UInt8(ascii: "$"):
      guard let reference = try reference() else { throw issue("a name must follow $") }
      return .reference(reference)
    case UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39: return try number()
    default: return try word(bareNamesAllowed: bareNamesAllowed)
    }
  }

  private mutating func word(bareNamesAllowed: Bool) throws(TemplateIssue) -> TemplateExpression {
    let start = position
    skip { Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "_") }
    let word = text(start..<position)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "":
      throw issue("a value must stand here, not \(found)")
    default:
      position = start
      guard bareNamesAllowed, Self.isLetter(peek()) else {
        throw issue("\(word) is neither a text in quotes nor a $reference", at: start)
      }
      return .reference(try bareReference())
    }
  }

  private mutating func number() throws(TemplateIssue) -> TemplateExpression {
    let start = position
    _ = take(UInt8(ascii: "-"))
    skip(while: Self.isDigit)
    var isWhole = true
    // Two points are a range's.
    if peek() == UInt8(ascii: "."), peek(1) != UInt8(ascii: ".") {
      isWhole = false
      position += 1
      skip(while: Self.isDigit)
    }
    let mark = position
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if Self.isDigit(peek()) {
        isWhole = false
        skip(while: Self.isDigit)
      } else {
        position = mark
      }
    }
    let text = text(start..<position)
    if isWhole, let value = Int64(text) { return .integer(value) }
    guard text.utf8.contains(where: Self.isDigit), let value = Double(Self.padded(text)),
      value.isFinite
    else { throw issue("a value must stand here, not “\(text)”", at: start) }
    return .double(value)
  }

  /// A number with a digit before and behind its point.
  private static func padded(_ text: String) -> String {
    var text = text
    if text.hasPrefix(".") { text = "0" + text }
    if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
    return text.hasSuffix(".") ? text + "0" : text
  }

  private mutating func listOrRange() throws(TemplateIssue) -> TemplateExpression {
    let start = position
    position += 1
    skipBlanksAndLineEnds()
    if take(UInt8(ascii: "]")) { return .list([]) }
    let first = try parameter()
    if take("..") {
      let last = try parameter()
      guard take(UInt8(ascii: "]")) else { throw issue("a range needs ] here, not \(found)") }
      for bound in [first, last] {
        switch bound {
        case .integer, .reference: continue
        default: throw issue("a range goes from one whole number to another", at: start)
        }
      }
      return .range(first, last)
    }
    var items = [first]
    while take(UInt8(ascii: ",")) { items.append(try parameter()) }
    guard take(UInt8(ascii: "]")) else {
      throw issue("a list needs , or ] here, not \(found); items cannot be computed")
    }
    return .list(items)
  }

  private mutating func map() throws(TemplateIssue) -> TemplateExpression {
    position += 1
    skipBlanksAndLineEnds()
    if take(UInt8(ascii: "}")) { return .map([]) }
    var members: [(key: TemplateExpression, value: TemplateExpression)] = []
    repeat {
      let key = try parameter()
      guard take(UInt8(ascii: ":")) else { throw issue("a map needs : here, not \(found)") }
      members.append((key, try parameter()))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else {
      throw issue("a map needs , or } here, not \(found); values cannot be computed")
    }
    return .map(members)
  }

  /// Reads a text in quotes; the quote itself is written twice in it.
  private mutating func string() throws(TemplateIssue) -> TemplateExpression {
    let start = position
    let quote = bytes[position]
    position += 1
    var content: [UInt8] = []
    while true {
      guard position < bytes.count else { throw issue("the text never ends", at: start) }
      let byte = bytes[position]
      position += 1
      if byte == quote, !take(quote) { break }
      content.append(byte)
    }
    guard quote == UInt8(ascii: "\"") else {
      return .string(String(decoding: content, as: UTF8.self))
    }
    content = Self.withoutUnicodeEscapes(content)
    guard content.contains(UInt8(ascii: "$")) || content.contains(UInt8(ascii: "#")) else {
      return .string(String(decoding: content, as: UTF8.self))
    }
    var inner = TemplateParser(quoted: content, at: start, of: self)
    let nodes = try inner.template()
    issues += inner.issues
    return .interpolated(nodes)
  }

  /// Replaces `\uXXXX`, the only escape there is.
  private static func withoutUnicodeEscapes(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("\\u") else { return bytes }
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    while let unit = rest.popFirst() {
      if unit == 0x5C, rest.first == 0x75, rest.count >= 5,
        let value = UInt16(String(decoding: rest.dropFirst().prefix(4), as: UTF16.self), radix: 16)
      {
        units.append(value)
        rest = rest.dropFirst(5)
      } else {
        units.append(unit)
      }
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
