/// The methods that templates can call: those of Java's texts, numbers, lists and maps that
/// templates use, and those of API Gateway's objects.
///
/// A method that a value does not have gives nothing, as on AWS; a method that nothing here has
/// makes a template unsupported, since on AWS it might do something.
enum TemplateMethods {
  static let names = Set(strings + numbers + lists + maps + loops + objects)

  private static let strings = [
    "length", "isEmpty", "substring", "indexOf", "lastIndexOf", "charAt", "contains", "startsWith",
    "endsWith", "equals", "equalsIgnoreCase", "compareTo", "compareToIgnoreCase", "toUpperCase",
    "toLowerCase", "trim", "concat", "replace", "replaceAll", "replaceFirst", "matches", "split",
    "toString", "join", "valueOf", "hashCode",
  ]
  private static let numbers = [
    "intValue", "longValue", "doubleValue", "floatValue", "parseInt", "parseLong", "parseDouble",
    "parseFloat", "parseBoolean", "booleanValue", "max", "min",
  ]
  private static let lists = [
    "size", "get", "set", "add", "addAll", "containsAll", "remove", "removeAll", "clear",
    "subList", "toArray",
  ]
  private static let maps = [
    "getOrDefault", "put", "putAll", "putIfAbsent", "containsKey", "containsValue", "keySet",
    "values", "entrySet", "getKey", "getValue",
  ]
  private static let loops = ["getIndex", "getCount", "hasNext", "isFirst", "isLast"]
  private static let objects = [
    "json", "path", "params", "escapeJavaScript", "parseJson", "urlEncode", "urlDecode",
    "base64Encode", "base64Decode",
  ]
}

extension TemplateEvaluator {
  /// Calls a method; null for one that the value does not have.
  func call(
    _ name: String, _ arguments: [TemplateValue], on value: TemplateValue
  ) throws(TemplateError) -> TemplateValue {
    switch (name, arguments.count) {
    case ("toString", 0): return try made(try text(value))
    case ("equals", 1): return .bool(try equals(value, arguments[0]))
    default: break
    }
    switch value {
    case .string(let string): return try callString(name, arguments, on: string)
    case .integer, .double: return try callNumber(name, arguments, on: value)
    case .bool(let bool):
      switch name {
      case "booleanValue": return .bool(bool)
      case "parseBoolean", "valueOf":
        return .bool(try arguments.first.map(text)?.lowercased() == "true")
      default: return .null
      }
    case .list(let list): return try callList(name, arguments, on: list)
    case .map(let map): return try callMap(name, arguments, on: map)
    case .entry(let key, let holder):
      return name == "getKey" ? .string(key) : name == "getValue" ? holder.items[0] : .null
    case .loop(let state): return Self.callLoop(name, on: state)
    case .input: return try callInput(name, arguments)
    case .util: return try callUtil(name, arguments)
    case .null, .block: return .null
    }
  }

  /// Java's `equals`: nothing of another kind is equal.
  private func equals(
    _ left: TemplateValue, _ right: TemplateValue
  ) throws(TemplateError) -> Bool {
    switch (left, right) {
    case (.string, .string), (.bool, .bool), (.integer, .integer), (.double, .double),
      (.list, .list), (.map, .map):
      return try areEqual(left, right)
    default: return false
    }
  }

  private static func callLoop(_ name: String, on state: LoopState) -> TemplateValue {
    switch name {
    case "getIndex": state.property("index")
    case "getCount": state.property("count")
    case "hasNext": state.property("hasNext")
    case "isFirst": state.property("first")
    case "isLast": state.property("last")
    default: .null
    }
  }

  /// A whole number as an index, or nil.
  static func index(_ arguments: [TemplateValue], _ place: Int) -> Int? {
    guard place < arguments.count, case .integer(let value) = arguments[place] else { return nil }
    return Int(exactly: value)
  }
}
