import GatewayModel
import Terminal

extension KeyTable {
  /// Disabled where nothing may be changed, or where there is no row.
  static let needsWritableRow: DisabledReason = { console, world in
    if world.status.isReadOnly { return "this workspace is open for reading only" }
    return console.subject == nil ? "there is no row here" : nil
  }

  /// What can be done with keys.
  static let keyActions: [KeyBinding] = [
    KeyBinding(
      "key.toggle", "o", in: [.keys], "on/off",
      "enable or disable the key, or all marked ones; acts at once, z takes it back",
      group: .changing, footer: 30, whyDisabled: needsWritableRow
    ) { console, world in console.toggleKeys(world) },
    KeyBinding(
      "key.reveal", "x", in: [.keys], "reveal",
      "show the value for 10 s; noted in the audit trail", group: .looking, footer: 45,
      whyDisabled: needsRow
    ) { console, world in console.reveal(world) },
    deletion("key.delete", in: .keys, "delete the key and take it out of its plans"),
  ]

  /// What can be done with plans.
  static let planActions: [KeyBinding] = [
    deletion("plan.delete", in: .plans, "delete the plan; it must open no stage")
  ]

  /// What can be done with APIs, resources and methods.
  static let methodActions: [KeyBinding] = [
    KeyBinding(
      "method.toggle-key", "K", in: [.methods], "require key",
      "whether a request must carry a key, for the method or all marked ones; needs a deploy after",
      group: .changing, footer: 30,
      whyDisabled: { console, world in
        if let reason = needsWritableRow(console, world) { return reason }
        let isMethod = console.subjects.contains { if case .method = $0 { true } else { false } }
        return isMethod ? nil : "this row is no method"
      }
    ) { console, world in console.toggleKeyRequired(world) },
    deletion("method.delete", in: .methods, "delete the method, the path or the API"),
  ]

  /// What can be done with stages.
  static let stageActions: [KeyBinding] = [
    deletion("stage.delete", in: .stages, "delete the stage and take it out of its plans")
  ]

  private static func deletion(
    _ action: ActionID, in scope: KeyScope, _ help: String
  ) -> KeyBinding {
    KeyBinding(
      action, "D, Del, F8", in: [scope], "delete", "\(help); asks first, z brings it back",
      group: .changing, footer: 50, whyDisabled: needsWritableRow
    ) { console, world in console.askToDelete(world) }
  }
}

extension ConsoleState {
  /// Shows the value of the key under the cursor for some seconds.
  mutating func reveal(_ world: any ConsoleWorld) -> [Effect] {
    guard case .apiKey(let id) = subject else { return [] }
    if revealed?.id == id {
      revealed = nil
      return []
    }
    revealed = RevealedKey(
      id: id,
      untilMilliseconds: world.monotonicMilliseconds + RevealedKey.durationMilliseconds)
    // Where the detail pane is not beside the list, it is where the value shows.
    if MainLayout(self).detail == nil { isDetailFocused = true }
    return [.noteReveal(id, wasCopied: false)]
  }
}
