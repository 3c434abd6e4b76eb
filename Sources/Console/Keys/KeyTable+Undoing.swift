import Terminal

extension KeyTable {
  /// Keys that look at changes and take them back.
  static let undoing: [KeyBinding] = [
    KeyBinding(
      "view.diff", "d", in: [.keys, .plans, .history], "diff",
      "what the newest change of the row, or the line under the cursor, changed",
      group: .looking, footer: 65,
      whyDisabled: { console, world in
        if console.screen == .history {
          let screen = console.screens[.history] as? HistoryScreen
          return screen?.line == nil ? "there is no line here" : nil
        }
        return needsRow(console, world)
      }
    ) { console, world in console.showDifference(world) },
    KeyBinding(
      "undo.undo", "z, u", in: [.everywhere], "undo",
      "take back your last change; asks when that takes something away, or was made elsewhere",
      group: .undoing, footer: 64,
      whyDisabled: { console, world in
        if let reason = needsWriting(console, world) { return reason }
        let isOwn =
          console.newestIsUndo == false
          || console.pendingEffects.values.contains { $0.submission != nil }
        return world.undoable == nil && !isOwn ? "nothing to undo" : nil
      }
    ) { console, world in console.undo(world) },
    KeyBinding(
      "undo.redo", "Z, ^R", in: [.everywhere], "redo", "bring back what was taken back last",
      group: .undoing,
      whyDisabled: { console, world in
        if let reason = needsWriting(console, world) { return reason }
        let isOwn =
          console.newestIsUndo == true || console.pendingEffects.values.contains(where: \.isUndo)
        return world.redoable == nil && !isOwn ? "nothing to redo" : nil
      }
    ) { console, world in
      let label = world.redoable?.summary ?? "the last change"
      let id = console.makeEffectID()
      console.pendingEffects[id] = PendingEffect(label: "redid: \(label)", then: nil)
      return [.redo(id)]
    },
  ]
}
