extension AWSScriptWriter {
  /// Adds the lines of a command.
  mutating func write(_ command: Command) {
    switch command {
    case .batch(let batch): for part in batch.commands { write(part) }
    case .ensureResourcePath(let input): makePath(input.path, of: input.restApiId)
    case .rotateApiKey(let input): rotate(input)
    case .restore(let input): write(restoring(input.events))
    default: line(command)
    }
  }

  /// Each part of a path that is not there yet.
  private mutating func makePath(_ path: String, of api: RestApiID) {
    var here = "/"
    var parent = resourceId(at: here, of: api) ?? "/"
    for part in path.split(separator: "/") {
      here += here == "/" ? String(part) : "/\(part)"
      if let id = resourceId(at: here, of: api) {
        parent = id
        continue
      }
      let command = Command.CreateResource(
        restApiId: api, parentId: parent, pathPart: String(part))
      // Until the line has run the path stands for the id.
      let id = "\(api)\(here)"
      line(.createResource(command), making: (id, "resource"))
      note(path: here, of: api, as: id)
      parent = id
    }
  }

  /// A successor in the same plans and with the name; the old key renamed, and maybe switched off.
  private mutating func rotate(_ input: Command.RotateApiKey) {
    guard let old = state.keys[input.apiKey] else {
      return remark("The key \(input.apiKey) does not exist.")
    }
    let successor = "\(old.id)/successor"
    let creation = Command.CreateApiKey(
      name: old.name, description: old.description, enabled: old.enabled, value: input.value,
      customerId: old.customerId, tags: old.tags.nonEmpty)
    line(.createApiKey(creation), making: (successor, "key"))
    let plans = state.planIdsByKey[old.id] ?? []
    for plan in plans {
      line(
        .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan, keyId: successor)))
    }
    if plans.contains(where: { state.plans[$0]?.quota != nil }) {
      remark(
        "What the old key has used of its quotas is not taken off the new one's by these lines.")
    }
    var operations: [PatchOperation] = []
    if let name = state.nameAfterRotation(of: old), name != old.name {
      operations.append(.replace("/name", name))
    }
    if !input.keepOld, old.enabled { operations.append(.replace("/enabled", "false")) }
    guard !operations.isEmpty else { return }
    line(.updateApiKey(Command.UpdateApiKey(apiKey: old.id, patchOperations: operations)))
  }

  private func restoring(_ events: [Event]) -> [AWSScript.Step] {
    var seen: Set<EntityRef> = []
    // The last event of an entity tells what becomes of it.
    return events.reversed().filter { seen.insert($0.ref).inserted }.reversed().map { event in
      let after: Entity? = if case .put(let entity) = event { entity } else { nil }
      return AWSScript.Step(ref: event.ref, before: state.entity(event.ref), after: after)
    }
  }
}
