extension TemplateEvaluator {
  /// Whether a pattern fits a text.
  func matches(
    _ pattern: JavaPattern, _ string: String, isWhole: Bool = true
  ) throws(TemplateError) -> Bool {
    let scalars = string.unicodeScalars.map(\.value)
    let found = pattern.match(scalars, from: 0, isWhole: isWhole, steps: &remainingSteps)
    try step()
    return found != nil
  }

  private func firstMatch(
    of pattern: JavaPattern, in text: [UInt32], from start: Int
  ) throws(TemplateError) -> [Int]? {
    let found = pattern.firstMatch(text, from: start, steps: &remainingSteps)
    try step()
    return found
  }

  private static func string(_ scalars: ArraySlice<UInt32>) -> String {
    var string = ""
    string.unicodeScalars.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    return string
  }

  func replace(
    _ pattern: JavaPattern, by new: String, in string: String, all: Bool
  ) throws(TemplateError) -> TemplateValue {
    let text = string.unicodeScalars.map(\.value)
    var result = ""
    var position = 0
    var start = 0
    while start <= text.count, let slots = try firstMatch(of: pattern, in: text, from: start) {
      result += Self.string(text[position..<slots[0]])
      let addition = try replacement(new, slots, text, groupCount: pattern.groupCount)
      try step(bytes: addition.utf8.count)
      result += addition
      position = slots[1]
      start = slots[1] == slots[0] ? slots[1] + 1 : slots[1]
      if !all { break }
    }
    return try made(result + Self.string(text[min(position, text.count)...]))
  }

  /// The new text, with `$1` standing for a group and a backslash for the character behind it.
  private func replacement(
    _ new: String, _ slots: [Int], _ text: [UInt32], groupCount: Int
  ) throws(TemplateError) -> String {
    guard new.contains("$") || new.contains("\\") else { return new }
    var result = ""
    var rest = Substring(new).unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "\\", let escaped = rest.popFirst() {
        result.unicodeScalars.append(escaped)
      } else if scalar == "$" {
        guard let digit = rest.popFirst(), ("0"..."9").contains(digit),
          case let group = Int(digit.value - 0x30), group <= groupCount
        else { throw .failed("“\(new)” names a group that the pattern does not have") }
        let (start, end) = (slots[2 * group], slots[2 * group + 1])
        if start >= 0, end >= start { result += Self.string(text[start..<end]) }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Java's `split`: empty texts at the end are left out unless `limit` is given.
  func split(
    _ string: String, by patternText: String, limit: Int
  ) throws(TemplateError) -> TemplateValue {
    let pattern = try pattern(patternText)
    let text = string.unicodeScalars.map(\.value)
    var parts: [String] = []
    var position = 0
    var start = 0
    while limit <= 0 || parts.count < limit - 1, start <= text.count,
      let slots = try firstMatch(of: pattern, in: text, from: start)
    {
      // An empty match at the beginning splits nothing off.
      if slots[1] > 0, slots[1] > slots[0] || slots[0] < text.count {
        parts.append(Self.string(text[position..<slots[0]]))
        position = slots[1]
      }
      start = slots[1] == slots[0] ? slots[1] + 1 : slots[1]
    }
    if parts.isEmpty { return .list(TemplateList([.string(string)])) }
    parts.append(Self.string(text[position...]))
    while limit == 0, parts.count > 0, parts.last?.isEmpty == true { parts.removeLast() }
    try step(bytes: string.utf8.count, count: parts.count)
    return .list(TemplateList(parts.map { .string($0) }))
  }
}
