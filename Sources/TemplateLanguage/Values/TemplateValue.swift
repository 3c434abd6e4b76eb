import GatewayModel

/// A value while a template is rendered.
///
/// Lists and maps are shared by all variables that hold them, as Java's are: what one adds the
/// others see. Nothing of it outlives a rendering.
enum TemplateValue {
  case null
  case bool(Bool)
  case integer(Int64)
  case double(Double)
  case string(String)
  case list(TemplateList)
  case map(TemplateMap)
  /// A member of a map with its key, as `entrySet` gives it.
  case entry(key: String, value: TemplateList)
  /// `#define`d: rendered whenever it is printed.
  case block(TemplateBlock)
  /// `$foreach`
  case loop(LoopState)
  case input
  case util

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}

extension TemplateValue {
  /// What a JSON value is to a template.
  init(_ json: JSONValue) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .double(let value): self = .double(value)
    case .string(let value): self = .string(value)
    case .array(let values): self = .list(TemplateList(values.map(Self.init), isJSON: true))
    case .object(let object):
      let map = TemplateMap()
      for member in object.members { map[member.name] = TemplateValue(member.value) }
      self = .map(map)
    }
  }
}
