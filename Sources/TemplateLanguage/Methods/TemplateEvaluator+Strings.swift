extension TemplateEvaluator {
  /// A method of Java's String; places count in UTF-16 units, as there.
  func callString(
    _ name: String, _ arguments: [TemplateValue], on string: String
  ) throws(TemplateError) -> TemplateValue {
    try step(bytes: string.utf8.count)
    switch (name, arguments.count) {
    case ("length", 0): return .integer(Int64(string.utf16.count))
    case ("isEmpty", 0): return .bool(string.isEmpty)
    case ("toUpperCase", 0): return try made(string.uppercased())
    case ("toLowerCase", 0): return try made(string.lowercased())
    case ("trim", 0): return .string(Self.trimmed(string))
    case ("hashCode", 0):
      return .integer(Int64(string.utf16.reduce(into: Int32(0)) { $0 = $0 &* 31 &+ Int32($1) }))
    case ("substring", 1...2), ("charAt", 1): return try part(name, arguments, of: string)
    case ("valueOf", 1): return try made(try text(arguments[0]))
    case ("indexOf", 1...2), ("lastIndexOf", 1): return try place(name, arguments, in: string)
    case ("join", 2...): return try join(arguments)
    case (_, 1): return try call(name, try text(arguments[0]), on: string, arguments[0])
    case (_, 2): return try call(name, try text(arguments[0]), arguments[1], on: string)
    default: return .null
    }
  }

  private func call(
    _ name: String, _ other: String, on string: String, _ argument: TemplateValue
  ) throws(TemplateError) -> TemplateValue {
    try step(bytes: other.utf8.count)
    switch name {
    case "contains": return .bool(try find(other, in: string) != nil)
    case "startsWith": return .bool(string.utf8.starts(with: other.utf8))
    case "endsWith": return .bool(string.utf8.reversed().starts(with: other.utf8.reversed()))
    case "equalsIgnoreCase": return .bool(string.lowercased() == other.lowercased())
    case "compareTo": return .integer(Self.order(string, other))
    case "compareToIgnoreCase":
      return .integer(Self.order(string.lowercased(), other.lowercased()))
    case "concat": return try made(string + other)
    case "matches": return .bool(try matches(try pattern(other), string, isWhole: true))
    case "split": return try split(string, by: other, limit: 0)
    default: return .null
    }
  }

  private func call(
    _ name: String, _ first: String, _ second: TemplateValue, on string: String
  ) throws(TemplateError) -> TemplateValue {
    switch name {
    case "replace": return try replace(first, by: try text(second), in: string)
    case "replaceAll", "replaceFirst":
      return try replace(
        try pattern(first), by: try text(second), in: string, all: name == "replaceAll")
    case "startsWith":
      guard case .integer(let start) = second, start >= 0 else { return .bool(false) }
      return .bool(string.utf16.dropFirst(Int(clamping: start)).starts(with: first.utf16))
    case "split":
      guard case .integer(let limit) = second else { return .null }
      return try split(string, by: first, limit: Int(clamping: limit))
    default: return .null
    }
  }

  /// Without the characters up to the blank at both ends.
  private static func trimmed(_ string: String) -> String {
    let scalars = string.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0.value > 0x20 }),
      let last = scalars.lastIndex(where: { $0.value > 0x20 })
    else { return "" }
    return String(scalars[first...last])
  }

  private func part(
    _ name: String, _ arguments: [TemplateValue], of string: String
  ) throws(TemplateError) -> TemplateValue {
    guard let start = Self.index(arguments, 0) else { return .null }
    let units = string.utf16
    let count = units.count
    let end: Int
    if name == "charAt" {
      end = start &+ 1
    } else if arguments.count == 1 {
      end = count
    } else if let given = Self.index(arguments, 1) {
      end = given
    } else {
      return .null
    }
    guard start >= 0, start <= end, end <= count else {
      throw .failed("\(name) from \(start) to \(end) of a text of \(count) characters")
    }
    let from = units.index(units.startIndex, offsetBy: start)
    let to = units.index(from, offsetBy: end - start)
    return .string(String(decoding: units[from..<to], as: UTF16.self))
  }

  private func place(
    _ name: String, _ arguments: [TemplateValue], in string: String
  ) throws(TemplateError) -> TemplateValue {
    let wanted = Array(try text(arguments[0]).utf16)
    let units = Array(string.utf16)
    guard wanted.count <= units.count else { return .integer(-1) }
    let last = units.count - wanted.count
    let places: [Int]
    if name == "indexOf" {
      let start = max(Self.index(arguments, 1) ?? 0, 0)
      places = start > last ? [] : Array(start...last)
    } else {
      places = (0...last).reversed()
    }
    try step(count: places.count)
    let found = places.first { units[$0..<$0 + wanted.count].elementsEqual(wanted) }
    return .integer(Int64(found ?? -1))
  }

  private static func order(_ left: String, _ right: String) -> Int64 {
    for (left, right) in zip(left.utf16, right.utf16) where left != right {
      return Int64(left) - Int64(right)
    }
    return Int64(left.utf16.count - right.utf16.count)
  }

  private func find(
    _ wanted: String, in string: String, from start: Int = 0
  ) throws(TemplateError) -> Int? {
    let bytes = Array(string.utf8)
    let wanted = Array(wanted.utf8)
    guard start + wanted.count <= bytes.count else { return nil }
    try step(count: 1 + (bytes.count - start) / TemplateLimits.bytesPerStep)
    return (start...bytes.count - wanted.count).first {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  private func replace(
    _ wanted: String, by new: String, in string: String
  ) throws(TemplateError) -> TemplateValue {
    let bytes = Array(string.utf8)
    let wanted = Array(wanted.utf8)
    let new = Array(new.utf8)
    guard !wanted.isEmpty else { return .string(string) }
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position...].starts(with: wanted) {
        try step(bytes: new.count)
        result += new
        position += wanted.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return try made(String(decoding: result, as: UTF8.self))
  }

  private func join(_ arguments: [TemplateValue]) throws(TemplateError) -> TemplateValue {
    var parts: [String] = []
    if arguments.count == 2, case .list(let list) = arguments[1] {
      for item in list.items { parts.append(try text(item)) }
    } else {
      for argument in arguments.dropFirst() { parts.append(try text(argument)) }
    }
    return try made(parts.joined(separator: try text(arguments[0])))
  }
}
