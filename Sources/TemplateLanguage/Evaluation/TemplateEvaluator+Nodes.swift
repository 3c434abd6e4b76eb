extension TemplateEvaluator {
  /// Renders the whole template.
  func renderTemplate(_ nodes: [TemplateNode]) throws(TemplateError) {
    _ = try render(nodes)
  }

  func render(_ nodes: [TemplateNode]) throws(TemplateError) -> Flow {
    for node in nodes {
      let flow = try render(node)
      if flow != .next { return flow }
    }
    return .next
  }

  private func render(_ node: TemplateNode) throws(TemplateError) -> Flow {
    try step()
    switch node {
    case .text(let text): try write(text)
    case .reference(let reference):
      try print(try value(of: reference))
    case .set(let target, let expression):
      let value = try value(of: expression)
      // Velocity leaves a variable as it is when there is nothing to set it to.
      if !value.isNull { try set(target, to: value) }
    case .branches(let branches): return try render(branches)
    case .loop(let variable, let source, let body):
      return try render(variable, try value(of: source), body)
    case .define(let name, let body):
      variables[name] = .block(TemplateBlock(name: name, nodes: body))
    case .leaveLoop: return .leaveLoop
    case .stop: return .stop
    }
    return .next
  }

  private func print(_ value: TemplateValue) throws(TemplateError) {
    if case .block(let block) = value {
      try render(block)
    } else {
      try write(try text(value))
    }
  }

  private func render(_ block: TemplateBlock) throws(TemplateError) {
    guard block.depth < TemplateBlock.depthLimit else { return try write("$\(block.name)") }
    block.depth += 1
    defer { block.depth -= 1 }
    _ = try nested { () throws(TemplateError) in try render(block.nodes) }
  }

  private func render(_ branches: [TemplateNode.Branch]) throws(TemplateError) -> Flow {
    for branch in branches {
      guard
        try branch.condition.map({ (condition) throws(TemplateError) in try truth(of: condition) })
          ?? true
      else { continue }
      return try nested { () throws(TemplateError) in try render(branch.body) }
    }
    return .next
  }

  /// Renders a loop; its variables have their old values afterwards.
  private func render(
    _ variable: String, _ source: TemplateValue, _ body: [TemplateNode]
  ) throws(TemplateError) -> Flow {
    let items: [TemplateValue]
    switch source {
    case .list(let list): items = list.items
    case .map(let map): items = map.keys.compactMap { map[$0] }
    default: return .next
    }
    let names = [variable, "foreach", "velocityCount", "velocityHasNext"]
    let before = names.map { variables[$0] }
    let state = LoopState(count: items.count, parent: loop)
    loop = state
    defer {
      loop = state.parent
      for (name, value) in zip(names, before) { variables[name] = value }
    }
    for (index, item) in items.prefix(TemplateLimits.loopTurns).enumerated() {
      try step()
      state.index = index
      variables[variable] = item
      variables["foreach"] = .loop(state)
      variables["velocityCount"] = .integer(Int64(index + 1))
      variables["velocityHasNext"] = .bool(index + 1 < items.count)
      let flow = try nested { () throws(TemplateError) in try render(body) }
      if flow == .stop { return .stop }
      if flow == .leaveLoop { break }
    }
    return .next
  }
}
