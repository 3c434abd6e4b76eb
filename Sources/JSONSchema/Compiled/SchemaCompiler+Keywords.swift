import GatewayModel

/// What each keyword may be, and what becomes of it.
///
/// Source: JSON Schema draft 4, validation; keywords that are not known are left out, as the draft has it.
extension SchemaCompiler {
  mutating func node(_ object: JSONObject, at place: Place) throws(SchemaError) -> SchemaNode {
    var node = SchemaNode()
    if case .string(let reference)? = object["$ref"] {
      node.reference = try referenced(reference, from: place)
      return node
    }
    for member in object.members {
      try set(member.name, member.value, in: &node, at: place.below(member.name))
    }
    node.minimum?.isExclusive = try isTrue(object, "exclusiveMinimum", place)
    node.maximum?.isExclusive = try isTrue(object, "exclusiveMaximum", place)
    return node
  }

  private func isTrue(
    _ object: JSONObject, _ name: String, _ place: Place
  ) throws(SchemaError) -> Bool {
    switch object[name] {
    case nil: return false
    case .bool(let value)?: return value
    default: throw SchemaError(place: place.below(name).text, reason: "must be true or false")
    }
  }

  private mutating func set(
    _ keyword: String, _ value: JSONValue, in node: inout SchemaNode, at place: Place
  ) throws(SchemaError) {
    switch keyword {
    case "type": node.types = try types(value, place)
    case "enum":
      let values = try list(value, place)
      node.permitted = Set(values.map(\.comparable))
      node.permittedText = value.text
    case "minimum": node.minimum = try bound(value, place)
    case "maximum": node.maximum = try bound(value, place)
    case "multipleOf": node.multipleOf = try bound(value, place)
    case "minLength": node.minLength = try count(value, place)
    case "maxLength": node.maxLength = try count(value, place)
    case "pattern": node.pattern = try pattern(try text(value, place), place)
    case "format": node.format = SchemaFormat(rawValue: try text(value, place))
    case "minItems": node.minItems = try count(value, place)
    case "maxItems": node.maxItems = try count(value, place)
    case "uniqueItems": node.hasUniqueItems = value == .bool(true)
    case "minProperties": node.minProperties = try count(value, place)
    case "maxProperties": node.maxProperties = try count(value, place)
    case "required": node.required = try names(value, place).sorted()
    default: try setSchemas(keyword, value, in: &node, at: place)
    }
  }

  /// The keywords that hold schemas.
  private mutating func setSchemas(
    _ keyword: String, _ value: JSONValue, in node: inout SchemaNode, at place: Place
  ) throws(SchemaError) {
    switch keyword {
    case "items":
      if case .array = value {
        node.items = .each(try schemas(value, place))
      } else {
        node.items = .every(try self.node(value, at: place))
      }
    case "additionalItems": node.additionalItems = try additional(value, place)
    case "properties":
      for member in try members(value, place) {
        node.properties[member.name] = try self.node(member.value, at: place.below(member.name))
      }
    case "patternProperties":
      for member in try members(value, place) {
        let below = place.below(member.name)
        node.patternProperties.append(
          (try pattern(member.name, below), try self.node(member.value, at: below)))
      }
    case "additionalProperties": node.additionalProperties = try additional(value, place)
    case "dependencies":
      for member in try members(value, place).sorted(by: { $0.name < $1.name }) {
        node.dependencies.append(
          (member.name, try dependency(member.value, place.below(member.name))))
      }
    case "allOf": node.allOf = try schemas(value, place)
    case "anyOf": node.anyOf = try schemas(value, place)
    case "oneOf": node.oneOf = try schemas(value, place)
    case "not": node.not = try self.node(value, at: place)
    default: return
    }
  }

  private mutating func schemas(
    _ value: JSONValue, _ place: Place
  ) throws(SchemaError) -> [Int] {
    var schemas: [Int] = []
    for (index, value) in try list(value, place).enumerated() {
      schemas.append(try node(value, at: place.below(String(index))))
    }
    return schemas
  }

  private mutating func additional(
    _ value: JSONValue, _ place: Place
  ) throws(SchemaError) -> SchemaNode.Additional {
    if case .bool(let isAllowed) = value { return isAllowed ? .allowed : .refused }
    return .schema(try node(value, at: place))
  }

  private mutating func dependency(
    _ value: JSONValue, _ place: Place
  ) throws(SchemaError) -> SchemaNode.Dependency {
    if case .array = value { return .names(try names(value, place).sorted()) }
    return .schema(try node(value, at: place))
  }

  private func types(_ value: JSONValue, _ place: Place) throws(SchemaError) -> Set<SchemaType> {
    var values = [value]
    if case .array(let list) = value { values = list }
    var types: Set<SchemaType> = []
    for value in values {
      guard let type = SchemaType(rawValue: try text(value, place)) else {
        throw SchemaError(place: place.text, reason: "\(value.text) is no type")
      }
      types.insert(type)
      if type == .number { types.insert(.integer) }
    }
    return types
  }

  private func bound(
    _ value: JSONValue, _ place: Place
  ) throws(SchemaError) -> SchemaNode.Bound {
    guard let number = SchemaNumber(value) else {
      throw SchemaError(place: place.text, reason: "must be a number")
    }
    return SchemaNode.Bound(value: value, number: number, isExclusive: false)
  }

  private func count(_ value: JSONValue, _ place: Place) throws(SchemaError) -> Int {
    switch value {
    case .integer(let count) where count >= 0: return Int(count)
    case .double(let value):
      if let count = Int(exactly: value), count >= 0 { return count }
    default: break
    }
    throw SchemaError(place: place.text, reason: "must be a whole number from 0")
  }

  private func text(_ value: JSONValue, _ place: Place) throws(SchemaError) -> String {
    guard case .string(let text) = value else {
      throw SchemaError(place: place.text, reason: "must be a text")
    }
    return text
  }

  private func list(_ value: JSONValue, _ place: Place) throws(SchemaError) -> [JSONValue] {
    guard case .array(let values) = value else {
      throw SchemaError(place: place.text, reason: "must be a list")
    }
    return values
  }

  private func names(_ value: JSONValue, _ place: Place) throws(SchemaError) -> [String] {
    var names: Set<String> = []
    for value in try list(value, place) { names.insert(try text(value, place)) }
    return Array(names)
  }

  private func members(
    _ value: JSONValue, _ place: Place
  ) throws(SchemaError) -> [JSONObject.Member] {
    guard case .object(let object) = value else {
      throw SchemaError(place: place.text, reason: "must be an object")
    }
    return object.members
  }

  private func pattern(_ text: String, _ place: Place) throws(SchemaError) -> Pattern {
    do throws(PatternError) {
      return try Pattern(text)
    } catch {
      let reason =
        switch error {
        case .malformed(let reason, let position): "\(reason), at character \(position)"
        case .unsupported(let what): "\(what) cannot be matched here"
        case .tooLong: "the regular expression is too long"
        }
      throw SchemaError(place: place.text, reason: reason)
    }
  }
}
