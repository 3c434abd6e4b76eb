/// Reads a template into nodes.
///
/// The language is Velocity 1.7's, which is what API Gateway's recorded answers show: what its
/// grammar refuses is refused here too, since API Gateway answers 500 for it.
/// Source: Apache Velocity 1.7, VTL reference and grammar.
struct TemplateParser {
  /// What ended a block.
  enum BlockEnd {
    case template
    case end
    case elseBranch
    case elseIf
  }

  let bytes: [UInt8]
  /// Whether a blank follows the last byte that is not part of the text, as Velocity adds one to a
  /// text in quotes: a `$` before it is then text.
  let isQuoted: Bool
  /// Where the bytes stand in the template; those of a text in quotes all stand at its start.
  private let origin: (offset: Int, template: [UInt8])?
  var position = 0
  /// How many blocks and expressions are open.
  var depth: Int
  /// What was read but will not do what its author means.
  var issues: [TemplateIssue] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isQuoted = false
    origin = nil
    depth = 0
  }

  /// A parser of the text in quotes that begins at `offset`.
  init(quoted: [UInt8], at offset: Int, of parent: TemplateParser) {
    bytes = quoted
    isQuoted = true
    origin = parent.origin ?? (offset, parent.bytes)
    depth = parent.depth
  }

  /// Reads the whole template.
  mutating func template() throws(TemplateIssue) -> [TemplateNode] {
    let (nodes, end) = try block()
    guard case .template = end else {
      throw issue("#end, #else or #elseif without an #if or #foreach", at: position - 1)
    }
    return nodes
  }

  /// Reads up to the directive that ends the block, and over it.
  mutating func block() throws(TemplateIssue) -> ([TemplateNode], BlockEnd) {
    try enter()
    defer { depth -= 1 }
    var nodes: [TemplateNode] = []
    while position < bytes.count {
      if let set = try setDirective() {
        nodes.append(set)
        continue
      }
      switch bytes[position] {
      case UInt8(ascii: "\\"): try escape(into: &nodes)
      case UInt8(ascii: "$"): try dollar(into: &nodes)
      case UInt8(ascii: "#"):
        if let end = try hash(into: &nodes) { return (nodes, end) }
      default: plainText(into: &nodes)
      }
    }
    return (nodes, .template)
  }

  // MARK: Bytes

  /// The byte `offset` after the next one, or 0 behind the end.
  func peek(_ offset: Int = 0) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
    position += count
    return true
  }

  mutating func skip(while isSkipped: (UInt8) -> Bool) {
    while position < bytes.count, isSkipped(bytes[position]) { position += 1 }
  }

  mutating func skipBlanksAndLineEnds() {
    skip { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  /// Skips the rest of the line if nothing but blanks stands in it.
  mutating func skipBlankRestOfLine() {
    let mark = position
    skip { $0 == 0x20 || $0 == 0x09 }
    if take("\r\n") || take(0x0A) || take(0x0D) { return }
    position = mark
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: Issues

  mutating func enter() throws(TemplateIssue) {
    guard depth < TemplateLimits.depth else {
      throw issue("blocks and expressions stand more than \(TemplateLimits.depth) deep")
    }
    depth += 1
  }

  func issue(
    _ text: String, at offset: Int? = nil, effect: TemplateIssue.Effect = .fails
  ) -> TemplateIssue {
    let template = origin?.template ?? bytes
    let place = min(origin?.offset ?? offset ?? position, template.count)
    let before = String(decoding: template[..<max(place, 0)], as: UTF8.self)
    let line = before.unicodeScalars.count { $0 == "\n" } + 1
    let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
    return TemplateIssue(line: line, column: column, text: text, effect: effect)
  }

  /// The next character in quotes, for messages.
  var found: String {
    guard position < bytes.count else { return "the end of the template" }
    let rest = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
    return rest.first.map { $0.isNewline ? "the end of the line" : "“\($0)”" } ?? "nothing"
  }
}
