import GatewayModel

extension TemplateEvaluator {
  /// A value as it prints.
  ///
  /// Source: recorded answers, formatting of `$input.path`: maps print as Java's, lists of a body
  /// as JSON.
  func text(_ value: TemplateValue) throws(TemplateError) -> String {
    switch value {
    case .string(let text): return text
    default:
      var text = ""
      try write(value, to: &text)
      return text
    }
  }

  private func write(_ value: TemplateValue, to text: inout String) throws(TemplateError) {
    try step()
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .double(let value): text += JavaText.text(value)
    case .string(let value):
      try step(bytes: value.utf8.count)
      text += value
    case .list(let list):
      if list.isJSON {
        text += try json(value).text
      } else {
        try write(list, to: &text)
      }
    case .map(let map): try write(map, to: &text)
    case .entry(let key, let holder):
      try step(bytes: key.utf8.count)
      text += key + "="
      try nested { () throws(TemplateError) in try write(holder.items[0], to: &text) }
    case .block(let block):
      guard block.depth < TemplateBlock.depthLimit else {
        text += "$\(block.name)"
        break
      }
      block.depth += 1
      defer { block.depth -= 1 }
      text += try nested { () throws(TemplateError) in try captured(block.nodes) }
    case .loop, .input, .util: break
    }
  }

  private func write(_ list: TemplateList, to text: inout String) throws(TemplateError) {
    text += "["
    for (index, item) in list.items.enumerated() {
      if index > 0 { text += ", " }
      try nested { () throws(TemplateError) in try write(item, to: &text) }
    }
    text += "]"
  }

  private func write(_ map: TemplateMap, to text: inout String) throws(TemplateError) {
    text += "{"
    for (index, key) in map.keys.enumerated() {
      if index > 0 { text += ", " }
      try step(bytes: key.utf8.count)
      text += key + "="
      try nested { () throws(TemplateError) in try write(map[key] ?? .null, to: &text) }
    }
    text += "}"
  }

  /// A value as JSON.
  func json(_ value: TemplateValue) throws(TemplateError) -> JSONValue {
    try step()
    switch value {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .integer(let value): return .integer(value)
    case .double(let value): return .double(value)
    case .string(let text):
      try step(bytes: text.utf8.count)
      return .string(text)
    case .list(let list):
      return try nested { () throws(TemplateError) in
        var items: [JSONValue] = []
        for item in list.items { items.append(try json(item)) }
        return .array(items)
      }
    case .map(let map):
      return try nested { () throws(TemplateError) in
        var object = JSONObject()
        for key in map.keys { object.add(key, try json(map[key] ?? .null)) }
        return .object(object)
      }
    case .entry, .block, .loop, .input, .util: return .string(try text(value))
    }
  }
}
