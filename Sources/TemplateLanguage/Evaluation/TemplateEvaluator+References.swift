extension TemplateEvaluator {
  /// What a reference stands for; an empty text for what is not there.
  func value(of reference: TemplateReference) throws(TemplateError) -> TemplateValue {
    let value = try found(reference.name, reference.steps[...])
    return value.isNull ? .string("") : value
  }

  private func found(
    _ name: String, _ steps: ArraySlice<TemplateReference.Step>
  ) throws(TemplateError) -> TemplateValue {
    var value = variables[name] ?? .null
    for next in steps {
      if value.isNull { return .null }
      try step()
      value = try member(next, of: value)
    }
    return value
  }

  private func member(
    _ step: TemplateReference.Step, of value: TemplateValue
  ) throws(TemplateError) -> TemplateValue {
    switch step {
    case .property(let name): return property(name, of: value)
    case .index(let expression):
      return try item(try self.value(of: expression), of: value)
    case .call(let name, let arguments):
      var values: [TemplateValue] = []
      for argument in arguments { values.append(try self.value(of: argument)) }
      return try call(name, values, on: value)
    }
  }

  private func property(_ name: String, of value: TemplateValue) -> TemplateValue {
    switch value {
    case .map(let map): map[name] ?? .null
    case .list(let list): name == "empty" ? .bool(list.items.isEmpty) : .null
    case .string(let text): name == "empty" ? .bool(text.isEmpty) : .null
    case .loop(let state): state.property(name)
    case .entry(let key, let holder):
      switch name {
      case "key": .string(key)
      case "value": holder.items[0]
      default: .null
      }
    case .input: name == "body" ? .string(bodyText) : .null
    case .null, .bool, .integer, .double, .block, .util: .null
    }
  }

  /// The body as it was sent; `{}` if there is none.
  ///
  /// Source: recorded answers, formatting of `$input.body`.
  private var bodyText: String {
    guard let body = input.body, !body.isEmpty else { return "{}" }
    return body
  }

  private func item(
    _ index: TemplateValue, of value: TemplateValue
  ) throws(TemplateError) -> TemplateValue {
    switch value {
    case .map(let map): return map[try text(index)] ?? .null
    case .list(let list):
      guard case .integer(let number) = index else { return .null }
      let place = number < 0 ? Int64(list.items.count) + number : number
      guard place >= 0, place < list.items.count else {
        throw .failed("there is no item \(number) in a list of \(list.items.count)")
      }
      return list.items[Int(place)]
    default: return .null
    }
  }

  /// Gives a variable or a member of one a value; nothing happens if there is nothing to hold it.
  func set(_ target: TemplateReference, to value: TemplateValue) throws(TemplateError) {
    guard let last = target.steps.last else {
      variables[target.name] = value
      return
    }
    let holder = try found(target.name, target.steps.dropLast())
    switch (last, holder) {
    case (.property(let name), .map(let map)): map[name] = value
    case (.index(let expression), .map(let map)):
      map[try text(try self.value(of: expression))] = value
    case (.index(let expression), .list(let list)):
      guard case .integer(let number) = try self.value(of: expression) else { return }
      let place = number < 0 ? Int64(list.items.count) + number : number
      guard place >= 0, place < list.items.count else {
        throw .failed("there is no item \(number) in a list of \(list.items.count)")
      }
      list.items[Int(place)] = value
    default: return
    }
  }
}
