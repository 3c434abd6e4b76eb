extension TemplateEvaluator {
  /// A method of Java's List.
  func callList(
    _ name: String, _ arguments: [TemplateValue], on list: TemplateList
  ) throws(TemplateError) -> TemplateValue {
    switch (name, arguments.count) {
    case ("size", 0), ("length", 0): return .integer(Int64(list.items.count))
    case ("isEmpty", 0): return .bool(list.items.isEmpty)
    case ("get", 1): return list.items[try place(arguments, in: list)]
    case ("set", 2):
      let place = try place(arguments, in: list)
      defer { list.items[place] = arguments[1] }
      return list.items[place]
    case ("contains", 1): return .bool(try firstPlace(of: arguments[0], in: list) != nil)
    case ("indexOf", 1), ("lastIndexOf", 1):
      let items = name == "indexOf" ? Array(list.items.indices) : list.items.indices.reversed()
      for place in items where try areEqual(list.items[place], arguments[0]) {
        return .integer(Int64(place))
      }
      return .integer(-1)
    case ("containsAll", 1):
      guard case .list(let wanted) = arguments[0] else { return .null }
      for item in wanted.items where try firstPlace(of: item, in: list) == nil {
        return .bool(false)
      }
      return .bool(true)
    case ("subList", 2): return try part(arguments, of: list)
    case ("toArray", 0):
      try step(count: list.items.count)
      return .list(TemplateList(list.items))
    default: return try change(name, arguments, list)
    }
  }

  private func change(
    _ name: String, _ arguments: [TemplateValue], _ list: TemplateList
  ) throws(TemplateError) -> TemplateValue {
    switch (name, arguments.count) {
    case ("add", 1):
      list.items.append(arguments[0])
      return .bool(true)
    case ("add", 2):
      guard let place = Self.index(arguments, 0), (0...list.items.count).contains(place) else {
        throw .failed("there is no place \(try text(arguments[0])) in the list")
      }
      try step(count: list.items.count - place)
      list.items.insert(arguments[1], at: place)
      return .null
    case ("addAll", 1):
      guard case .list(let other) = arguments[0] else { return .null }
      try step(count: other.items.count)
      list.items += other.items
      return .bool(!other.items.isEmpty)
    case ("remove", 1):
      try step(count: list.items.count)
      if Self.index(arguments, 0) != nil {
        return list.items.remove(at: try place(arguments, in: list))
      }
      guard let place = try firstPlace(of: arguments[0], in: list) else { return .bool(false) }
      list.items.remove(at: place)
      return .bool(true)
    case ("removeAll", 1):
      guard case .list(let other) = arguments[0] else { return .null }
      var kept: [TemplateValue] = []
      for item in list.items where try firstPlace(of: item, in: other) == nil { kept.append(item) }
      defer { list.items = kept }
      return .bool(kept.count < list.items.count)
    case ("clear", 0):
      list.items = []
      return .null
    default: return .null
    }
  }

  private func place(
    _ arguments: [TemplateValue], in list: TemplateList
  ) throws(TemplateError) -> Int {
    guard let place = Self.index(arguments, 0), list.items.indices.contains(place) else {
      throw .failed(
        "there is no item \(try text(arguments[0])) in a list of \(list.items.count)")
    }
    return place
  }

  private func firstPlace(
    of value: TemplateValue, in list: TemplateList
  ) throws(TemplateError) -> Int? {
    for (place, item) in list.items.enumerated() where try areEqual(item, value) { return place }
    return nil
  }

  private func part(
    _ arguments: [TemplateValue], of list: TemplateList
  ) throws(TemplateError) -> TemplateValue {
    guard let from = Self.index(arguments, 0), let to = Self.index(arguments, 1), from >= 0,
      from <= to, to <= list.items.count
    else { throw .failed("subList reaches outside of a list of \(list.items.count)") }
    try step(count: to - from)
    return .list(TemplateList(Array(list.items[from..<to]), isJSON: list.isJSON))
  }
}
