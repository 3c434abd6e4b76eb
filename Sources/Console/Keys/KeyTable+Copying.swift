import GatewayModel
import Terminal

extension KeyTable {
  /// What can be copied.
  static let copying: [KeyBinding] = [
    KeyBinding(
      "copy.menu", "y", in: [.main], "copy", "a menu: id, name, value, JSON, address",
      group: .copying, footer: 62, whyDisabled: needsRow
    ) { console, world in
      console.open(MenuOverlay.copying(console, world))
      return []
    },
    copy("copy.id", "i", "id", "the id") { ref, _ in
      switch ref {
      case .apiKey(let id), .usagePlan(let id), .restApi(let id): id
      case .resource(_, let id): id
      case .method(_, let id, let verb): "\(id) \(verb)"
      case .stage(let id): id.description
      default: nil
      }
    },
    copy("copy.name", "n", "name", "the name, path or stage") { ref, world in
      switch ref {
      case .apiKey(let id): world.state.keys[id]?.name
      case .usagePlan(let id): world.state.plans[id]?.name
      case .restApi(let id): world.state.apis[id]?.api.name
      case .resource(let api, let id), .method(let api, let id, _):
        Words.path(api, id, in: world.state)
      case .stage(let id): id.stage
      default: nil
      }
    },
    value("copy.value", "v", in: .copyMenu),
    value("key.copy-value", "Y", in: .keys),
    copy("copy.json", "j", "JSON", "the entity as JSON, secrets left out") { ref, world in
      world.state.entity(ref).map { EntityJSON.text(of: $0) }
    },
    copy("copy.address", "u", "address", "the address a stage is called at") { ref, world in
      guard case .stage(let id) = ref, let gateway = world.status.gateways.first else { return nil }
      return "\(gateway)/\(id.apiId)/\(id.stage)/"
    },
  ]

  private static func value(
    _ action: ActionID, _ key: String, in scope: KeyScope
  ) -> KeyBinding {
    KeyBinding(
      action, key, in: [scope], "copy value", "the key's value; noted in the audit trail",
      group: .copying, isInPalette: scope == .keys,
      whyDisabled: { console, _ in
        if case .apiKey = console.subject { return nil }
        return "only keys have one"
      }
    ) { console, world in console.copyKeyValue(world) }
  }

  private static func copy(
    _ action: ActionID, _ key: String, _ title: String, _ help: String,
    _ text: @escaping @Sendable (EntityRef, any ConsoleWorld) -> String?
  ) -> KeyBinding {
    KeyBinding(
      action, key, in: [.copyMenu], title, help, group: .copying, isInPalette: false,
      whyDisabled: { console, world in
        console.subject.flatMap { text($0, world) } == nil ? "this row has none" : nil
      }
    ) { console, world in
      guard let ref = console.subject, let text = text(ref, world) else { return [] }
      console.closeCopyMenu()
      return console.copy(text, what: "\(title) of \(Words.name(of: ref, in: world.state))")
    }
  }
}

extension ConsoleState {
  /// Puts text into the clipboard; the toast tells how.
  mutating func copy(_ text: String, what: String) -> [Effect] {
    let id = makeEffectID()
    pendingEffects[id] = PendingEffect(label: what, then: nil)
    return [.copy(id, text: text, what: what)]
  }

  mutating func copyKeyValue(_ world: any ConsoleWorld) -> [Effect] {
    guard case .apiKey(let id) = subject, let key = world.state.keys[id] else { return [] }
    closeCopyMenu()
    return [.noteReveal(id, wasCopied: true)]
      + copy(key.value, what: "value of \(key.displayName)")
  }

  /// An item of the copy menu was chosen by its key rather than by the cursor.
  mutating func closeCopyMenu() {
    if overlays.last?.scope == .copyMenu { closeOverlay() }
  }
}
