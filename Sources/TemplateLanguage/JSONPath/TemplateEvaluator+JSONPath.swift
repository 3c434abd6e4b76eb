extension TemplateEvaluator {
  /// What a path leads to; nil if it leads nowhere.
  func value(at path: JSONPath, in root: TemplateValue) throws(TemplateError) -> TemplateValue? {
    let found = try values(at: path.steps[...], from: root, root: root)
    if path.isDefinite { return found.first }
    return .list(TemplateList(found, isJSON: true))
  }

  private func values(
    at steps: ArraySlice<JSONPath.Step>, from start: TemplateValue, root: TemplateValue
  ) throws(TemplateError) -> [TemplateValue] {
    var values = [start]
    for step in steps {
      var next: [TemplateValue] = []
      for value in values {
        try self.step()
        try follow(step, from: value, root: root, into: &next)
      }
      values = next
    }
    return values
  }

  private func follow(
    _ step: JSONPath.Step, from value: TemplateValue, root: TemplateValue,
    into found: inout [TemplateValue]
  ) throws(TemplateError) {
    switch (step, value) {
    case (.member(let name), .map(let map)):
      if let member = map[name] { found.append(member) }
    case (.members(let names), .map(let map)):
      let part = TemplateMap()
      for name in names { part[name] = map[name] }
      found.append(.map(part))
    case (.item(let place), .list(let list)):
      if let item = Self.item(place, of: list) { found.append(item) }
    case (.items(let places), .list(let list)):
      found += places.compactMap { Self.item($0, of: list) }
    case (.slice(let from, let to), .list(let list)):
      try self.step(count: list.items.count)
      found += Self.slice(list.items, from, to)
    case (.all, _):
      found += try children(of: value)
    case (.descend, _): try descend(value, into: &found)
    case (.filter(let condition), .list), (.filter(let condition), .map):
      // A map is one item, as the library has it.
      let items: [TemplateValue]
      if case .list(let list) = value { items = list.items } else { items = [value] }
      for item in items where try holds(condition, for: item, root: root) { found.append(item) }
    case (.function(let function), _):
      if let result = try result(of: function, on: value) { found.append(result) }
    default: break
    }
  }

  private static func item(_ place: Int, of list: TemplateList) -> TemplateValue? {
    let index = place < 0 ? list.items.count + place : place
    return list.items.indices.contains(index) ? list.items[index] : nil
  }

  private static func slice(
    _ items: [TemplateValue], _ from: Int?, _ to: Int?
  ) -> ArraySlice<TemplateValue> {
    func bound(_ value: Int) -> Int {
      min(max(value < 0 ? items.count + value : value, 0), items.count)
    }
    let start = bound(from ?? 0)
    let end = bound(to ?? items.count)
    return start < end ? items[start..<end] : []
  }

  private func children(of value: TemplateValue) throws(TemplateError) -> [TemplateValue] {
    let children: [TemplateValue] =
      switch value {
      case .list(let list): list.items
      case .map(let map): map.keys.compactMap { map[$0] }
      default: []
      }
    try step(count: children.count)
    return children
  }

  private func descend(
    _ value: TemplateValue, into found: inout [TemplateValue]
  ) throws(TemplateError) {
    switch value {
    case .list, .map: found.append(value)
    default: return
    }
    for child in try children(of: value) {
      try nested { () throws(TemplateError) in try descend(child, into: &found) }
    }
  }

  private func result(
    of function: JSONPath.Function, on value: TemplateValue
  ) throws(TemplateError) -> TemplateValue? {
    let children = try children(of: value)
    switch function {
    case .length, .size:
      if case .string(let text) = value { return .integer(Int64(text.utf16.count)) }
      return .integer(Int64(children.count))
    case .keys:
      guard case .map(let map) = value else { return nil }
      return .list(TemplateList(map.keys.map { .string($0) }, isJSON: true))
    case .first: return children.first
    case .last: return children.last
    case .min, .max, .sum, .avg:
      let numbers = children.compactMap(Self.number)
      guard !numbers.isEmpty else { throw .failed("\(function.rawValue)() of no numbers") }
      let sum = numbers.reduce(0, +)
      return switch function {
      case .min: numbers.min().map { .double($0) }
      case .max: numbers.max().map { .double($0) }
      case .sum: .double(sum)
      default: .double(sum / Double(numbers.count))
      }
    }
  }

  // MARK: Filters

  private func holds(
    _ condition: JSONPath.Condition, for item: TemplateValue, root: TemplateValue
  ) throws(TemplateError) -> Bool {
    try step()
    switch condition {
    case .exists(let steps): return try !values(at: steps[...], from: item, root: root).isEmpty
    case .not(let inner): return try !holds(inner, for: item, root: root)
    case .and(let left, let right):
      guard try holds(left, for: item, root: root) else { return false }
      return try holds(right, for: item, root: root)
    case .or(let left, let right):
      if try holds(left, for: item, root: root) { return true }
      return try holds(right, for: item, root: root)
    case .compare(let left, let comparison, let right):
      guard let left = try value(of: left, for: item, root: root) else { return false }
      return try compare(left, comparison, right, item, root)
    }
  }

  private func compare(
    _ left: TemplateValue, _ comparison: JSONPath.Comparison, _ operand: JSONPath.Operand,
    _ item: TemplateValue, _ root: TemplateValue
  ) throws(TemplateError) -> Bool {
    if case .pattern(let pattern) = operand {
      guard case .string(let text) = left else { return false }
      return try matches(pattern, text)
    }
    guard let right = try value(of: operand, for: item, root: root) else {
      return comparison == .notEqual || comparison == .notAmong
    }
    switch comparison {
    case .equal: return try isSame(left, right)
    case .notEqual: return try !isSame(left, right)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return ordered(left, comparison, right)
    case .among, .notAmong:
      guard case .list(let list) = right else { return false }
      for candidate in list.items where try isSame(left, candidate) { return comparison == .among }
      return comparison == .notAmong
    case .isEmpty:
      guard case .bool(let wanted) = right else { return false }
      if case .string(let text) = left { return text.isEmpty == wanted }
      return try children(of: left).isEmpty == wanted
    case .matches: return false
    }
  }

  /// Of one kind and equal, unlike the language's own `==`.
  private func isSame(
    _ left: TemplateValue, _ right: TemplateValue
  ) throws(TemplateError) -> Bool {
    switch (left, right) {
    case (.string, .string), (.bool, .bool), (.list, .list), (.map, .map), (.null, .null):
      return try areEqual(left, right)
    default:
      guard let left = Self.number(left), let right = Self.number(right) else { return false }
      return left == right
    }
  }

  private func ordered(
    _ left: TemplateValue, _ comparison: JSONPath.Comparison, _ right: TemplateValue
  ) -> Bool {
    let difference: Int
    if let left = Self.number(left), let right = Self.number(right) {
      difference = left < right ? -1 : left == right ? 0 : 1
    } else if case .string(let left) = left, case .string(let right) = right {
      difference = left < right ? -1 : left == right ? 0 : 1
    } else {
      return false
    }
    return switch comparison {
    case .less: difference < 0
    case .lessOrEqual: difference <= 0
    case .greater: difference > 0
    default: difference >= 0
    }
  }

  private func value(
    of operand: JSONPath.Operand, for item: TemplateValue, root: TemplateValue
  ) throws(TemplateError) -> TemplateValue? {
    switch operand {
    case .path(let steps, let isFromRoot):
      return try values(at: steps[...], from: isFromRoot ? root : item, root: root).first
    case .string(let text): return .string(text)
    case .number(let number): return .double(number)
    case .bool(let value): return .bool(value)
    case .null: return .null
    case .list(let operands):
      var items: [TemplateValue] = []
      for operand in operands {
        if let value = try value(of: operand, for: item, root: root) { items.append(value) }
      }
      return .list(TemplateList(items))
    case .pattern: return nil
    }
  }
}
