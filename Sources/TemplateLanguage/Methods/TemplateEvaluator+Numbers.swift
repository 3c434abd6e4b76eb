extension TemplateEvaluator {
  /// A method of Java's Integer, Long and Double, the static ones included: templates call those on
  /// any number they have.
  func callNumber(
    _ name: String, _ arguments: [TemplateValue], on value: TemplateValue
  ) throws(TemplateError) -> TemplateValue {
    switch (name, arguments.count) {
    case ("intValue", 0), ("longValue", 0): return Self.whole(value)
    case ("doubleValue", 0), ("floatValue", 0):
      return Self.number(value).map { .double($0) } ?? .null
    case ("compareTo", 1), ("max", 2), ("min", 2): return Self.compared(name, arguments, value)
    case ("parseInt", 1), ("parseLong", 1): return try parsedInteger(arguments[0])
    case ("parseDouble", 1), ("parseFloat", 1): return try parsedDouble(arguments[0])
    case ("valueOf", 1):
      if case .double = value { return try parsedDouble(arguments[0]) }
      return try parsedInteger(arguments[0])
    case ("toString", 1): return try made(try text(arguments[0]))
    case ("hashCode", 0): return Self.whole(value)
    default: return .null
    }
  }

  private static func whole(_ value: TemplateValue) -> TemplateValue {
    guard case .double(let double) = value else { return value }
    return .integer(Int64(exactly: double.rounded(.towardZero)) ?? (double < 0 ? .min : .max))
  }

  private static func compared(
    _ name: String, _ arguments: [TemplateValue], _ value: TemplateValue
  ) -> TemplateValue {
    let pair = name == "compareTo" ? [value, arguments[0]] : arguments
    guard let left = number(pair[0]), let right = number(pair[1]) else { return .null }
    return switch name {
    case "max": left >= right ? pair[0] : pair[1]
    case "min": left <= right ? pair[0] : pair[1]
    default: .integer(left < right ? -1 : left == right ? 0 : 1)
    }
  }

  private func parsedInteger(_ value: TemplateValue) throws(TemplateError) -> TemplateValue {
    let text = try text(value)
    guard let number = Int64(text) else { throw .failed("“\(text.prefix(40))” is no whole number") }
    return .integer(number)
  }

  private func parsedDouble(_ value: TemplateValue) throws(TemplateError) -> TemplateValue {
    let text = try text(value)
    guard let number = Double(text.filter { !$0.isWhitespace }) else {
      throw .failed("“\(text.prefix(40))” is no number")
    }
    return .double(number)
  }
}
