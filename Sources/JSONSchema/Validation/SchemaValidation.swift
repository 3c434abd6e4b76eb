import GatewayModel

/// The judging of one value.
///
/// A schema's own questions come first, in the order of the keywords' names; only a value that passes them
/// all has its parts looked at.
struct SchemaValidation {
  private let nodes: [SharedSchemaNode]
  private var steps = JSONSchema.stepLimit
  private var depth = 0
  /// The schemas that the value at hand is being judged by.
  private var trail: [Int] = []

  init(_ nodes: [SharedSchemaNode]) {
    self.nodes = nodes
  }

  /// What a value does wrong by the schema of a number.
  mutating func violations(of value: JSONValue, by number: Int) -> [String] {
    steps -= 1
    guard steps > 0 else { return ["the body takes too many steps to validate"] }
    guard depth < JSONSchema.depthLimit else { return ["the body is too deep to validate"] }
    guard !trail.contains(number) else { return ["the schema refers to itself without end"] }
    depth += 1
    trail.append(number)
    defer {
      depth -= 1
      trail.removeLast()
    }
    return violations(of: value, nodes[number].node)
  }

  private mutating func violations(of value: JSONValue, _ node: SchemaNode) -> [String] {
    if let reference = node.reference { return violations(of: value, by: reference) }
    var found = combined(value, node)
    found += generally(value, node)
    switch value {
    case .integer, .double: found += SchemaKeywords.ofNumber(value, node)
    case .string(let text): found += SchemaKeywords.ofText(text, node, steps: &steps)
    case .array(let values):
      steps -= node.hasUniqueItems ? values.count : 0
      found += SchemaKeywords.ofList(values, node)
      if found.isEmpty { found = withoutTrail { $0.parts(values, node) } }
    case .object(let object):
      steps -= object.members.count
      found += ofObject(object, node)
      if found.isEmpty { found = withoutTrail { $0.parts(object, node) } }
    case .null, .bool: break
    }
    return Array(found.prefix(JSONSchema.violationLimit))
  }

  /// Judges parts of the value at hand: by them, a schema may well come back to itself.
  private mutating func withoutTrail(_ judge: (inout Self) -> [String]) -> [String] {
    let kept = trail
    trail = []
    defer { trail = kept }
    return judge(&self)
  }

  private mutating func fits(_ value: JSONValue, _ schema: Int) -> Bool {
    violations(of: value, by: schema).isEmpty
  }

  private mutating func count(_ schemas: [Int], thatFit value: JSONValue) -> Int {
    var count = 0
    for schema in schemas where fits(value, schema) { count += 1 }
    return count
  }

  private mutating func combined(_ value: JSONValue, _ node: SchemaNode) -> [String] {
    var found: [String] = []
    if !node.allOf.isEmpty {
      let count = count(node.allOf, thatFit: value)
      if count < node.allOf.count {
        found.append(
          "instance failed to match all required schemas "
            + "(matched only \(count) out of \(node.allOf.count))")
      }
    }
    if !node.anyOf.isEmpty, count(node.anyOf, thatFit: value) == 0 {
      found.append(
        "instance failed to match at least one required schema among \(node.anyOf.count)")
    }
    if let not = node.not, fits(value, not) {
      found.append("instance matched a schema which it should not have")
    }
    if !node.oneOf.isEmpty {
      let count = count(node.oneOf, thatFit: value)
      if count != 1 {
        found.append(
          "instance failed to match exactly one schema "
            + "(matched \(count) out of \(node.oneOf.count))")
      }
    }
    return found
  }

  private func generally(_ value: JSONValue, _ node: SchemaNode) -> [String] {
    var found: [String] = []
    if let permitted = node.permitted, !permitted.contains(value.comparable) {
      found.append(
        "instance value (\(value.text)) not found in enum "
          + "(possible values: \(node.permittedText))")
    }
    let type = SchemaType(of: value)
    if !node.types.isEmpty, !node.types.contains(type) {
      let allowed = node.types.map(\.rawValue).sorted().map { "\"\($0)\"" }.joined(separator: ",")
      found.append(
        "instance type (\(type.rawValue)) does not match any allowed primitive type "
          + "(allowed: [\(allowed)])")
    }
    return found
  }

  private mutating func ofObject(_ object: JSONObject, _ node: SchemaNode) -> [String] {
    var found = SchemaKeywords.ofObject(object, node)
    if case .refused = node.additionalProperties {
      var refused: [String] = []
      for member in object.members where isAdditional(member.name, node) {
        refused.append(member.name)
      }
      if !refused.isEmpty {
        found.insert(
          "object instance has properties which are not allowed by the schema: "
            + SchemaKeywords.list(refused.sorted()), at: 0)
      }
    }
    for (name, dependency) in node.dependencies {
      guard case .schema(let schema) = dependency, object[name] != nil else { continue }
      found += violations(of: .object(object), by: schema)
    }
    return found
  }

  private mutating func isAdditional(_ name: String, _ node: SchemaNode) -> Bool {
    if node.properties[name] != nil { return false }
    for (pattern, _) in node.patternProperties where pattern.occurs(in: name, steps: &steps) {
      return false
    }
    return true
  }

  private mutating func parts(_ object: JSONObject, _ node: SchemaNode) -> [String] {
    var found: [String] = []
    for member in object.members where found.count < JSONSchema.violationLimit {
      var isKnown = false
      if let schema = node.properties[member.name] {
        isKnown = true
        found += violations(of: member.value, by: schema)
      }
      for (pattern, schema) in node.patternProperties
      where pattern.occurs(in: member.name, steps: &steps) {
        isKnown = true
        found += violations(of: member.value, by: schema)
      }
      if !isKnown, case .schema(let schema) = node.additionalProperties {
        found += violations(of: member.value, by: schema)
      }
    }
    return found
  }

  private mutating func parts(_ values: [JSONValue], _ node: SchemaNode) -> [String] {
    guard let items = node.items else { return [] }
    var found: [String] = []
    for (index, value) in values.enumerated() where found.count < JSONSchema.violationLimit {
      switch items {
      case .every(let schema): found += violations(of: value, by: schema)
      case .each(let schemas):
        if index < schemas.count {
          found += violations(of: value, by: schemas[index])
        } else if case .schema(let schema) = node.additionalItems {
          found += violations(of: value, by: schema)
        }
      }
    }
    return found
  }
}
