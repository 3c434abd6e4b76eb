import GatewayModel

extension FormDefinition {
  /// Makes a key.
  static func keyCreation() -> FormDefinition {
    FormDefinition(
      title: "New API key", verb: "create",
      entries: FormEntry.entries(FieldCatalog.apiKey, ["enabled": "true"]), expecting: [:],
      command: { values in
        .createApiKey(
          Command.CreateApiKey(
            name: values.optional("name"), description: values.optional("description"),
            enabled: values.isOn("enabled"), value: values.optional("value"),
            customerId: values.optional("customerId"), tags: values.pairs("tags")))
      },
      label: { "created key \($0.text("name"))" },
      then: { subjects, _ in { console, world in console.showNewKey(subjects, world) } })
  }

  /// Changes a key; its value never changes.
  static func keyEdit(_ id: ApiKeyID, in state: GatewayState) -> FormDefinition? {
    guard let key = state.keys[id] else { return nil }
    let texts = [
      "name": key.name ?? "", "description": key.description ?? "",
      "enabled": String(key.enabled), "customerId": key.customerId ?? "",
      "tags": text(ofTags: key.tags),
    ]
    let ref = EntityRef.apiKey(id)
    return FormDefinition(
      title: "Key \(key.displayName)",
      entries: FormEntry.entries(FieldCatalog.apiKey.filter { $0.name != "value" }, texts)
        + [.fact("Value", "\(key.maskedValue)  never changes; r in the list makes a successor")],
      expecting: revisions([ref], in: state),
      command: { values in
        let patch =
          values.replacement(of: "name", at: "/name")
          + values.replacement(of: "description", at: "/description")
          + values.replacement(of: "enabled", at: "/enabled")
          + values.replacement(of: "customerId", at: "/customerId")
        let update = Command.updateApiKey(
          Command.UpdateApiKey(apiKey: id, patchOperations: patch))
        return joined(
          (patch.isEmpty ? [] : [update])
            + tagging(ref, from: key.tags, to: values.pairs("tags") ?? [:]))
      },
      label: { _ in "changed key \(key.displayName)" },
      remake: { keyEdit(id, in: $0) })
  }

  /// Makes a successor of a key, with its plans.
  static func keyRotation(_ id: ApiKeyID, in state: GatewayState) -> FormDefinition? {
    guard let key = state.keys[id] else { return nil }
    let plans = (state.planIdsByKey[id] ?? []).map { state.plans[$0]?.name ?? $0 }
    let value = FieldCatalog.field("value", of: FieldCatalog.apiKey)
    return FormDefinition(
      title: "Rotate key \(key.displayName)", verb: "rotate",
      notes: [
        "A new key takes the name, the plans and the rest of the quotas. "
          + "Disable the old one once no client sends it."
      ],
      entries: [
        .fact("Plans", plans.isEmpty ? "none" : plans.joined(separator: ", ")),
        FormEntry(
          "keepOld", "Old key stays on", .toggle, .toggle(true),
          help: "yes: both keys work until you disable the old one; no: it is refused at once"),
      ] + (value.map { [FormEntry($0, "")] } ?? []),
      expecting: revisions([.apiKey(id)], in: state),
      command: { values in
        .rotateApiKey(
          Command.RotateApiKey(
            apiKey: id, value: values.optional("value"), keepOld: values.isOn("keepOld")))
      },
      label: { values in
        "rotated key \(key.displayName)"
          + (values.isOn("keepOld") ? ", the old one stays on" : ", the old one is off")
      },
      then: { subjects, _ in { console, world in console.showNewKey(subjects, world) } },
      remake: { keyRotation(id, in: $0) })
  }
}

extension ConsoleState {
  /// Goes to a key that was just made, and shows its value once.
  mutating func showNewKey(_ subjects: [EntityRef], _ world: any ConsoleWorld) -> [Effect] {
    guard case .apiKey(let id)? = subjects.first, let key = world.state.keys[id] else { return [] }
    show(.apiKey(id), world)
    open(SecretOverlay(key, isInPlan: world.state.planIdsByKey[id]?.isEmpty == false))
    return [.noteReveal(id, wasCopied: false)]
  }
}
