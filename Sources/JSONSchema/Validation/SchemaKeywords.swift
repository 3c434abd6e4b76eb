import GatewayModel

/// The keywords that need no other schema, in the words of API Gateway.
///
/// Source: answers of API Gateway with `$context.error.validationErrorString`; JSON Schema draft 4,
/// validation.
enum SchemaKeywords {
  static func ofNumber(_ value: JSONValue, _ node: SchemaNode) -> [String] {
    guard let number = SchemaNumber(value) else { return [] }
    var found: [String] = []
    if let maximum = node.maximum {
      if SchemaNumber.isLess(maximum.number, number) {
        found.append(
          "numeric instance is greater than the required maximum "
            + "(maximum: \(maximum.value.text), found: \(value.text))")
      } else if maximum.isExclusive, SchemaNumber.isEqual(maximum.number, number) {
        found.append(
          "numeric instance is not strictly lower than the required maximum "
            + maximum.value.text)
      }
    }
    if let minimum = node.minimum {
      if SchemaNumber.isLess(number, minimum.number) {
        found.append(
          "numeric instance is lower than the required minimum "
            + "(minimum: \(minimum.value.text), found: \(value.text))")
      } else if minimum.isExclusive, SchemaNumber.isEqual(minimum.number, number) {
        found.append(
          "numeric instance is not strictly greater than the required minimum "
            + minimum.value.text)
      }
    }
    if let divisor = node.multipleOf, !number.isMultiple(of: divisor.number) {
      found.append(
        "remainder of division is not zero (\(value.text) / \(divisor.value.text))")
    }
    return found
  }

  static func ofText(_ text: String, _ node: SchemaNode, steps: inout Int) -> [String] {
    var found: [String] = []
    if let format = node.format, !format.accepts(text) { found.append(format.violation(text)) }
    if node.minLength > 0 || node.maxLength != nil {
      let length = text.unicodeScalars.count
      if let maximum = node.maxLength, length > maximum {
        found.append(
          "string \"\(text)\" is too long (length: \(length), maximum allowed: \(maximum))")
      }
      if length < node.minLength {
        found.append(
          "string \"\(text)\" is too short "
            + "(length: \(length), required minimum: \(node.minLength))")
      }
    }
    if let pattern = node.pattern, !pattern.occurs(in: text, steps: &steps) {
      found.append("ECMA 262 regex \"\(pattern.text)\" does not match input string \"\(text)\"")
    }
    return found
  }

  static func ofList(_ values: [JSONValue], _ node: SchemaNode) -> [String] {
    var found: [String] = []
    if case .refused = node.additionalItems, case .each(let schemas)? = node.items,
      values.count > schemas.count
    {
      found.append(
        "array instance has too many elements: at most \(schemas.count) are allowed by the schema, "
          + "found \(values.count)")
    }
    if let maximum = node.maxItems, values.count > maximum {
      found.append(
        "array is too long: must have at most \(maximum) elements "
          + "but instance has \(values.count) elements")
    }
    if values.count < node.minItems {
      found.append(
        "array is too short: must have at least \(node.minItems) elements "
          + "but instance has \(values.count) elements")
    }
    if node.hasUniqueItems, Set(values.map(\.comparable)).count < values.count {
      found.append("array must not contain duplicate elements")
    }
    return found
  }

  static func ofObject(_ object: JSONObject, _ node: SchemaNode) -> [String] {
    var found: [String] = []
    let count = object.members.count
    let names =
      node.required.isEmpty && node.dependencies.isEmpty ? [] : Set(object.members.map(\.name))
    for (name, dependency) in node.dependencies {
      guard case .names(let wanted) = dependency, names.contains(name) else { continue }
      let missing = wanted.filter { !names.contains($0) }
      guard !missing.isEmpty else { continue }
      found.append(
        "property \"\(name)\" of object has missing property dependencies "
          + "(schema requires \(list(wanted)); missing: \(list(missing)))")
    }
    if let maximum = node.maxProperties, count > maximum {
      found.append(
        "object has too many properties (found \(count) but schema requires at most \(maximum))")
    }
    if count < node.minProperties {
      found.append(
        "object has too few properties "
          + "(found \(count) but schema requires at least \(node.minProperties))")
    }
    let missing = node.required.filter { !names.contains($0) }
    if !missing.isEmpty {
      found.append("object has missing required properties (\(list(missing)))")
    }
    return found
  }

  /// Names as a JSON list.
  static func list(_ names: [String]) -> String {
    JSONValue.array(names.map(JSONValue.string)).text
  }
}
