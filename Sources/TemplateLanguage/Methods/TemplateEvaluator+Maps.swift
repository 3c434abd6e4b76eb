extension TemplateEvaluator {
  /// A method of Java's Map; a key is compared by its text.
  func callMap(
    _ name: String, _ arguments: [TemplateValue], on map: TemplateMap
  ) throws(TemplateError) -> TemplateValue {
    switch (name, arguments.count) {
    case ("size", 0): return .integer(Int64(map.count))
    case ("isEmpty", 0): return .bool(map.count == 0)
    case ("get", 1): return map[try text(arguments[0])] ?? .null
    case ("getOrDefault", 2): return map[try text(arguments[0])] ?? arguments[1]
    case ("containsKey", 1): return .bool(map[try text(arguments[0])] != nil)
    case ("containsValue", 1):
      for key in map.keys {
        if let value = map[key], try areEqual(value, arguments[0]) { return .bool(true) }
      }
      return .bool(false)
    case ("keySet", 0):
      try step(count: map.count)
      return .list(TemplateList(map.keys.map { .string($0) }))
    case ("values", 0):
      try step(count: map.count)
      return .list(TemplateList(map.keys.compactMap { map[$0] }))
    case ("entrySet", 0):
      try step(count: map.count)
      return .list(
        TemplateList(
          map.keys.compactMap { key in
            map[key].map { .entry(key: key, value: TemplateList([$0])) }
          }))
    default: return try change(name, arguments, map)
    }
  }

  private func change(
    _ name: String, _ arguments: [TemplateValue], _ map: TemplateMap
  ) throws(TemplateError) -> TemplateValue {
    switch (name, arguments.count) {
    case ("put", 2), ("putIfAbsent", 2):
      let key = try text(arguments[0])
      let before = map[key]
      if before == nil || name == "put" { map[key] = arguments[1] }
      return before ?? .null
    case ("putAll", 1):
      guard case .map(let other) = arguments[0] else { return .null }
      try step(count: other.count)
      for key in other.keys { map[key] = other[key] }
      return .null
    case ("remove", 1):
      let key = try text(arguments[0])
      try step(count: map.count)
      defer { map.remove(key) }
      return map[key] ?? .null
    case ("clear", 0):
      map.removeAll()
      return .null
    default: return .null
    }
  }
}
