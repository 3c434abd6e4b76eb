/// Reads a regular expression in the syntax that ECMA-262 and Java share.
///
/// Captures are not kept, so groups of every kind only group; lazy repetitions match the same texts as
/// greedy ones. Back references, look-behind and possessive repetitions are refused.
/// Source: ECMA-262, "Patterns".
struct PatternParser {
  private let characters: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  /// How deep groups may stand in each other.
  static let depthLimit = 64
  /// The most a repetition may be written out.
  static let repetitionLimit = 1_000

  init(_ text: String) {
    characters = Array(text.unicodeScalars)
  }

  /// The whole expression.
  mutating func node() throws(PatternError) -> PatternNode {
    let node = try choice()
    guard position == characters.count else { throw malformed("a ) without its (") }
    return node
  }

  private mutating func choice() throws(PatternError) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw .unsupported("more than 64 groups in each other") }
    var options = [try sequence()]
    while take("|") { options.append(try sequence()) }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = peek, next != "|", next != ")" {
      nodes.append(try repetition(of: try atom()))
    }
    return nodes.isEmpty ? .empty : nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func atom() throws(PatternError) -> PatternNode {
    guard let character = peek else { throw malformed("the expression ends early") }
    position += 1
    switch character {
    case "^": return .start
    case "$": return .end
    case ".": return .set(PatternSet.lineEnds.negated)
    case "(": return try group()
    case "[": return .set(try bracket())
    case "\\": return try escape()
    case "*", "+", "?":
      position -= 1
      throw malformed("nothing to repeat")
    default: return .set(PatternSet([character.value...character.value]))
    }
  }

  private mutating func group() throws(PatternError) -> PatternNode {
    guard take("?") else { return try closing(try choice()) }
    if take(":") { return try closing(try choice()) }
    if take("=") { return .lookahead(try closing(try choice()), isNegated: false) }
    if take("!") { return .lookahead(try closing(try choice()), isNegated: true) }
    guard take("<"), peek != "=", peek != "!" else {
      throw .unsupported("look-behind and inline flags")
    }
    while let letter = peek, letter != ">" { position += 1 }
    guard take(">") else { throw malformed("the name of a group does not end") }
    return try closing(try choice())
  }

  private mutating func closing(_ node: PatternNode) throws(PatternError) -> PatternNode {
    guard take(")") else { throw malformed("a ( without its )") }
    return node
  }

  private mutating func repetition(of node: PatternNode) throws(PatternError) -> PatternNode {
    var node = node
    while let bounds = try bounds() {
      if take("+") { throw .unsupported("possessive repetitions") }
      _ = take("?")
      switch node {
      case .start, .end, .wordBoundary, .lookahead:
        // An assertion holds once or as often as one likes: only "not at all" makes a difference.
        if bounds.least == 0 { node = .empty }
      default: node = .repeated(node, least: bounds.least, most: bounds.most)
      }
    }
    return node
  }

  private mutating func bounds() throws(PatternError) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let mark = position
    guard take("{"), let least = number() else {
      // A brace that is no repetition is a brace, as in `{a}`.
      position = mark
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      position = mark
      return nil
    }
    guard (most ?? least) >= least else { throw malformed("the bounds are the wrong way round") }
    guard max(least, most ?? 0) <= Self.repetitionLimit else { throw .tooLong }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let next = peek, ("0"..."9").contains(next), digits.count < 9 {
      digits.unicodeScalars.append(next)
      position += 1
    }
    return Int(digits)
  }

  var peek: Unicode.Scalar? { position < characters.count ? characters[position] : nil }

  mutating func next() -> Unicode.Scalar? {
    guard let character = peek else { return nil }
    position += 1
    return character
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == character else { return false }
    position += 1
    return true
  }

  mutating func skip(_ count: Int) {
    position += count
  }

  func looksLike(_ text: String) -> Bool {
    characters[position...].starts(with: text.unicodeScalars)
  }

  func malformed(_ reason: String) -> PatternError {
    .malformed(reason, at: position)
  }
}
