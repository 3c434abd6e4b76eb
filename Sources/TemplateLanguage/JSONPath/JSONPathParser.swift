/// Reads a path's text.
struct JSONPathParser {
  private let text: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
  }

  mutating func path() throws(JSONPathError) -> [JSONPath.Step] {
    skipBlanks()
    // A path without `$` is one from the root.
    if !take("$") {
      guard next != nil else { throw failure("an empty path") }
      guard next != "@" else { throw failure("@ outside of a filter") }
      position = 0
      if next != "[", next != "." { return try steps(firstMember: true) }
    }
    let steps = try steps(firstMember: false)
    skipBlanks()
    guard next == nil else { throw failure("“\(rest)”") }
    return steps
  }

  // MARK: Characters

  private var next: Unicode.Scalar? { position < text.count ? text[position] : nil }

  private var rest: String {
    var rest = ""
    rest.unicodeScalars.append(contentsOf: text[min(position, text.count)...].prefix(20))
    return rest
  }

  private func failure(_ reason: String) -> JSONPathError { JSONPathError(reason: reason) }

  private mutating func take(_ wanted: String) -> Bool {
    let wanted = Array(wanted.unicodeScalars)
    guard text[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private mutating func skipBlanks() {
    while let scalar = next, scalar.properties.isWhitespace { position += 1 }
  }

  private mutating func expect(_ wanted: String) throws(JSONPathError) {
    skipBlanks()
    guard take(wanted) else { throw failure("“\(rest)” where \(wanted) should be") }
  }

  // MARK: Steps

  private mutating func steps(firstMember: Bool) throws(JSONPathError) -> [JSONPath.Step] {
    var steps: [JSONPath.Step] = []
    if firstMember { steps.append(try named()) }
    while true {
      if take("..") {
        steps.append(.descend)
        if next != "[" { steps.append(try named()) }
      } else if take(".") {
        if next == "[" { continue }
        steps.append(try named())
      } else if take("[") {
        steps.append(try bracketed())
      } else {
        return steps
      }
    }
  }

  private mutating func named() throws(JSONPathError) -> JSONPath.Step {
    if take("*") { return .all }
    let name = word()
    guard !name.isEmpty else { throw failure("“\(rest)” where a name should be") }
    guard take("(") else { return .member(name) }
    guard take(")"), let function = JSONPath.Function(rawValue: name) else {
      throw failure("the function \(name)")
    }
    return .function(function)
  }

  private mutating func word() -> String {
    var word = ""
    while let scalar = next,
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
        || scalar == "-" || scalar == "$" || scalar == "#" || scalar == "/" || scalar.value > 0x7F
    {
      word.unicodeScalars.append(scalar)
      position += 1
    }
    return word
  }

  private mutating func bracketed() throws(JSONPathError) -> JSONPath.Step {
    skipBlanks()
    let step: JSONPath.Step
    if take("*") {
      step = .all
    } else if take("?") {
      try expect("(")
      step = .filter(try disjunction())
      try expect(")")
    } else if next == "'" || next == "\"" {
      step = try quotedNames()
    } else {
      step = try places()
    }
    try expect("]")
    return step
  }

  private mutating func quotedNames() throws(JSONPathError) -> JSONPath.Step {
    var names = [try quoted()]
    skipBlanks()
    while take(",") {
      skipBlanks()
      names.append(try quoted())
      skipBlanks()
    }
    return names.count == 1 ? .member(names[0]) : .members(names)
  }

  private mutating func places() throws(JSONPathError) -> JSONPath.Step {
    let first = integer()
    skipBlanks()
    if take(":") {
      skipBlanks()
      let last = integer()
      skipBlanks()
      guard next != ":" else { throw failure("a slice with a step") }
      return .slice(from: first, to: last)
    }
    guard let first else { throw failure("“\(rest)” in brackets") }
    var places = [first]
    while take(",") {
      skipBlanks()
      guard let place = integer() else { throw failure("“\(rest)” in brackets") }
      places.append(place)
      skipBlanks()
    }
    return places.count == 1 ? .item(first) : .items(places)
  }

  private mutating func integer() -> Int? {
    let mark = position
    var digits = take("-") ? "-" : ""
    while let scalar = next, ("0"..."9").contains(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard let value = Int(digits) else {
      position = mark
      return nil
    }
    return value
  }

  private mutating func quoted() throws(JSONPathError) -> String {
    guard let quote = next, quote == "'" || quote == "\"" else {
      throw failure("“\(rest)” where a text in quotes should be")
    }
    position += 1
    var content = ""
    while let scalar = next, scalar != quote {
      position += 1
      if scalar == "\\", let escaped = next {
        content.unicodeScalars.append(escaped)
        position += 1
      } else {
        content.unicodeScalars.append(scalar)
      }
    }
    guard next == quote else { throw failure("a text that never ends") }
    position += 1
    return content
  }

  // MARK: Filters

  private mutating func disjunction() throws(JSONPathError) -> JSONPath.Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth < TemplateLimits.depth else { throw failure("filters that stand too deep") }
    var left = try conjunction()
    var operands = 1
    skipBlanks()
    while take("||") {
      left = .or(left, try conjunction())
      operands += 1
      guard operands < TemplateLimits.depth else { throw failure("a filter this long") }
      skipBlanks()
    }
    return left
  }

  private mutating func conjunction() throws(JSONPathError) -> JSONPath.Condition {
    var left = try condition()
    var operands = 1
    skipBlanks()
    while take("&&") {
      left = .and(left, try condition())
      operands += 1
      guard operands < TemplateLimits.depth else { throw failure("a filter this long") }
      skipBlanks()
    }
    return left
  }

  private mutating func condition() throws(JSONPathError) -> JSONPath.Condition {
    skipBlanks()
    if next == "!", position + 1 < text.count, text[position + 1] != "=" {
      position += 1
      depth += 1
      defer { depth -= 1 }
      guard depth < TemplateLimits.depth else { throw failure("filters that stand too deep") }
      return .not(try condition())
    }
    if take("(") {
      let inner = try disjunction()
      try expect(")")
      return inner
    }
    let left = try operand()
    skipBlanks()
    guard let comparison = try comparison() else {
      guard case .path(let steps, isFromRoot: false) = left else {
        throw failure("a filter that compares nothing")
      }
      return .exists(steps)
    }
    if comparison == .matches { return .compare(left, .matches, try pattern()) }
    return .compare(left, comparison, try operand())
  }

  private static let comparisons: [(String, JSONPath.Comparison)] = [
    ("==", .equal), ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual),
    ("=~", .matches), ("<", .less), (">", .greater), ("in ", .among), ("nin ", .notAmong),
    ("empty ", .isEmpty),
  ]

  private mutating func comparison() throws(JSONPathError) -> JSONPath.Comparison? {
    for (sign, comparison) in Self.comparisons where take(sign) { return comparison }
    guard next == ")" || next == "&" || next == "|" || next == nil else {
      throw failure("“\(rest)” in a filter")
    }
    return nil
  }

  private mutating func operand() throws(JSONPathError) -> JSONPath.Operand {
    depth += 1
    defer { depth -= 1 }
    guard depth < TemplateLimits.depth else { throw failure("filters that stand too deep") }
    skipBlanks()
    if take("@") { return .path(try steps(firstMember: false), isFromRoot: false) }
    if take("$") { return .path(try steps(firstMember: false), isFromRoot: true) }
    if next == "'" || next == "\"" { return .string(try quoted()) }
    if take("[") {
      var items: [JSONPath.Operand] = []
      skipBlanks()
      if take("]") { return .list([]) }
      repeat { items.append(try operand()); skipBlanks() } while take(",")
      try expect("]")
      return .list(items)
    }
    let start = position
    while let scalar = next,
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "+-.".unicodeScalars
          .contains(scalar)
    {
      position += 1
    }
    var word = ""
    word.unicodeScalars.append(contentsOf: text[start..<position])
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      guard let number = Double(word), number.isFinite else {
        position = start
        throw failure("“\(rest)” in a filter")
      }
      return .number(number)
    }
  }

  private mutating func pattern() throws(JSONPathError) -> JSONPath.Operand {
    skipBlanks()
    guard take("/") else { throw failure("=~ without a /pattern/") }
    var pattern = ""
    while let scalar = next, scalar != "/" {
      position += 1
      if scalar == "\\", take("/") {
        pattern += "/"
      } else {
        pattern.unicodeScalars.append(scalar)
        if scalar == "\\", let escaped = next {
          pattern.unicodeScalars.append(escaped)
          position += 1
        }
      }
    }
    guard take("/") else { throw failure("a pattern that never ends") }
    if take("i") { pattern = "(?i)" + pattern }
    do throws(JavaPatternError) {
      return .pattern(try JavaPattern(pattern))
    } catch {
      throw failure("the pattern's \(error.reason)")
    }
  }
}
