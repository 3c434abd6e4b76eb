extension TemplateEvaluator {
  func value(of expression: TemplateExpression) throws(TemplateError) -> TemplateValue {
    try step()
    switch expression {
    case .string(let text): return .string(text)
    case .interpolated(let nodes):
      return try nested { () throws(TemplateError) in try made(try captured(nodes)) }
    case .integer(let value): return .integer(value)
    case .double(let value): return .double(value)
    case .bool(let value): return .bool(value)
    case .list(let items):
      var values: [TemplateValue] = []
      for item in items { values.append(try value(of: item)) }
      return .list(TemplateList(values))
    case .map(let members):
      let map = TemplateMap()
      for (key, member) in members {
        map[try text(try value(of: key))] = try value(of: member)
      }
      return .map(map)
    case .range(let first, let last): return try range(first, last)
    case .reference(let reference):
      return try nested { () throws(TemplateError) in try value(of: reference) }
    case .not(let operand): return .bool(try !truth(of: operand))
    case .chain(let first, let rest):
      return try nested { () throws(TemplateError) in try value(of: first, rest) }
    }
  }

  /// Whether a condition holds.
  ///
  /// A text or a number as such is never true in Velocity 1.7; a reference is unless it is `false`.
  func truth(of expression: TemplateExpression) throws(TemplateError) -> Bool {
    switch expression {
    case .bool(let value): return value
    case .reference, .not, .chain:
      return Self.truth(of: try value(of: expression))
    case .string, .interpolated, .integer, .double, .list, .map, .range: return false
    }
  }

  private static func truth(of value: TemplateValue) -> Bool {
    switch value {
    case .null: false
    case .bool(let value): value
    default: true
    }
  }

  private func range(
    _ first: TemplateExpression, _ last: TemplateExpression
  ) throws(TemplateError) -> TemplateValue {
    guard case .integer(let from) = try value(of: first),
      case .integer(let to) = try value(of: last)
    else { return .null }
    let (distance, overflow) = to.subtractingReportingOverflow(from)
    guard !overflow, distance.magnitude < UInt64(TemplateLimits.rangeItems) else {
      throw .limitReached("a range has at most \(TemplateLimits.rangeItems) numbers")
    }
    let count = Int(distance.magnitude) + 1
    try step(count: count)
    let items = (0..<Int64(count)).map { TemplateValue.integer(from <= to ? from + $0 : from - $0) }
    return .list(TemplateList(items))
  }

  private func value(
    of first: TemplateExpression,
    _ rest: [(sign: TemplateExpression.Operator, operand: TemplateExpression)]
  ) throws(TemplateError) -> TemplateValue {
    switch rest[0].sign {
    case .or:
      if try truth(of: first) { return .bool(true) }
      for (_, operand) in rest where try truth(of: operand) { return .bool(true) }
      return .bool(false)
    case .and:
      guard try truth(of: first) else { return .bool(false) }
      for (_, operand) in rest where try !truth(of: operand) { return .bool(false) }
      return .bool(true)
    default:
      var left = try value(of: first)
      for (sign, operand) in rest {
        left = try apply(sign, left, try value(of: operand))
      }
      return left
    }
  }

  private func apply(
    _ sign: TemplateExpression.Operator, _ left: TemplateValue, _ right: TemplateValue
  ) throws(TemplateError) -> TemplateValue {
    switch sign {
    case .or, .and: return .bool(Self.truth(of: left) && Self.truth(of: right))
    case .equal: return .bool(try areEqual(left, right))
    case .notEqual: return .bool(try !areEqual(left, right))
    case .less: return .bool(Self.order(left, right).map { $0 < 0 } ?? false)
    case .lessOrEqual: return .bool(Self.order(left, right).map { $0 <= 0 } ?? false)
    case .greater: return .bool(Self.order(left, right).map { $0 > 0 } ?? false)
    case .greaterOrEqual: return .bool(Self.order(left, right).map { $0 >= 0 } ?? false)
    case .add, .subtract, .multiply, .divide, .remainder:
      return try computed(sign, left, right)
    }
  }

  /// Below, at or above 0; nil for what are not two numbers, which no comparison holds for.
  private static func order(_ left: TemplateValue, _ right: TemplateValue) -> Int? {
    if case .integer(let left) = left, case .integer(let right) = right {
      return left < right ? -1 : left == right ? 0 : 1
    }
    guard let left = number(left), let right = number(right) else { return nil }
    return left < right ? -1 : left == right ? 0 : 1
  }

  static func number(_ value: TemplateValue) -> Double? {
    switch value {
    case .integer(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  /// Nil, which sets nothing, for what cannot be computed and for a division by zero.
  private func computed(
    _ sign: TemplateExpression.Operator, _ left: TemplateValue, _ right: TemplateValue
  ) throws(TemplateError) -> TemplateValue {
    if sign == .add {
      switch (left, right) {
      case (.string, _), (_, .string):
        return try made(try text(left) + text(right))
      default: break
      }
    }
    if case .integer(let left) = left, case .integer(let right) = right {
      return try computed(sign, left, right)
    }
    guard let left = Self.number(left), let right = Self.number(right) else { return .null }
    switch sign {
    case .add: return .double(left + right)
    case .subtract: return .double(left - right)
    case .multiply: return .double(left * right)
    case .divide: return right == 0 ? .null : .double(left / right)
    default: return right == 0 ? .null : .double(left.truncatingRemainder(dividingBy: right))
    }
  }

  private func computed(
    _ sign: TemplateExpression.Operator, _ left: Int64, _ right: Int64
  ) throws(TemplateError) -> TemplateValue {
    let result: (partialValue: Int64, overflow: Bool)
    switch sign {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      guard right != 0 else { return .null }
      result = left.dividedReportingOverflow(by: right)
    default:
      guard right != 0 else { return .null }
      result = left.remainderReportingOverflow(dividingBy: right)
    }
    guard !result.overflow else { throw .failed("a whole number has more than 64 bits") }
    return .integer(result.partialValue)
  }

  /// Numbers by their value, lists and maps by their items, anything else by its text.
  func areEqual(_ left: TemplateValue, _ right: TemplateValue) throws(TemplateError) -> Bool {
    try step()
    switch (left, right) {
    case (.null, .null): return true
    case (.null, _), (_, .null): return false
    case (.integer, .integer), (.integer, .double), (.double, .integer), (.double, .double):
      return Self.order(left, right) == 0
    case (.bool(let left), .bool(let right)): return left == right
    case (.list(let left), .list(let right)):
      guard left !== right else { return true }
      guard left.items.count == right.items.count else { return false }
      return try nested { () throws(TemplateError) in
        for (left, right) in zip(left.items, right.items) where try !areEqual(left, right) {
          return false
        }
        return true
      }
    case (.map(let left), .map(let right)):
      guard left !== right else { return true }
      guard left.count == right.count else { return false }
      return try nested { () throws(TemplateError) in
        for key in left.keys {
          guard let mine = left[key], let other = right[key], try areEqual(mine, other) else {
            return false
          }
        }
        return true
      }
    default:
      let (left, right) = (try text(left), try text(right))
      try step(bytes: min(left.utf8.count, right.utf8.count))
      return left.utf8.elementsEqual(right.utf8)
    }
  }
}
