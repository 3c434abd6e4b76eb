import Terminal

extension KeyTable {
  /// Two presses of ^C within this time quit.
  static let interruptMilliseconds: Int64 = 1_000

  /// Keys that are about the console itself.
  static let program: [KeyBinding] = [
    KeyBinding(
      "program.help", "?, F1", in: [.everywhere], "help", "the keys of this screen, filterable",
      group: .program, footer: 98
    ) { console, world in
      console.open(HelpOverlay(console.scopes, console: console, world))
      return []
    },
    KeyBinding(
      "program.palette", ":", in: [.everywhere], "command",
      "find any action by its words, with its key", group: .program, footer: 90
    ) { console, world in
      console.open(PaletteOverlay(console, world))
      return []
    },
    KeyBinding(
      "program.actions", "a", in: [.list, .detail], "actions",
      "a menu of all that can be done here",
      group: .program, footer: 70, whyDisabled: needsRow
    ) { console, world in
      console.open(MenuOverlay.actions(console, world))
      return []
    },
    KeyBinding(
      "program.refresh", "R, F5", in: [.everywhere], "refresh", "read everything anew",
      group: .program
    ) { console, world in
      console.rebuildPanes(world)
      if let screen = console.screen { console.refreshScreen(screen, world) }
      console.tell(.info, "read anew, as of #\(Words.grouped(Int(console.indexedSequence)))", world)
      return []
    },
    KeyBinding(
      "program.redraw", "^L", in: [.everywhere], "redraw", "paint the whole screen anew",
      group: .program
    ) { _, _ in [.redraw] },
    KeyBinding(
      "program.suspend", "^Z", in: [.everywhere], "suspend", "to the shell; `fg` comes back",
      group: .program
    ) { _, _ in [.suspend] },
    KeyBinding(
      "program.mouse", "", in: [.everywhere], "mouse on/off",
      "with the mouse off, the terminal selects text by itself; Shift-drag does so at any time",
      group: .program
    ) { console, world in
      console.isMouseOn.toggle()
      console.tell(.info, "mouse \(console.isMouseOn ? "on" : "off")", world)
      return [.setMouse(console.isMouseOn)]
    },
    KeyBinding(
      "program.up", "q", in: [.main, .screen], "up",
      "up one level; at the top: quit", group: .program
    ) { console, world in
      if console.goUp(world) { return [] }
      return console.quit(world)
    },
    KeyBinding(
      "program.quit", "Q", in: [.everywhere], "quit", "leave the console", group: .program
    ) { console, world in console.quit(world) },
    KeyBinding(
      "program.interrupt", "^C", in: KeyScope.allCases, "interrupt",
      "twice within a second: quit", group: .program, isInPalette: false
    ) { console, world in console.interrupt(world) },
  ]
}

extension ConsoleState {
  /// Ends the console, after asking when a change is still on its way to the journal.
  mutating func quit(_ world: any ConsoleWorld) -> [Effect] {
    let waiting = pendingEffects.values.map(\.label)
    guard let first = waiting.first else { return [.quit] }
    open(
      ConfirmOverlay(
        title: "Quit before it is written?",
        body: [
          "\(first)\(waiting.count > 1 ? " and \(waiting.count - 1) more" : "") "
            + "has not been answered yet."
        ], verb: "Quit", isDestructive: false
      ) { _, _ in [.quit] })
    return []
  }

  /// Twice within a second quits; once is a slip.
  mutating func interrupt(_ world: any ConsoleWorld) -> [Effect] {
    let milliseconds = world.monotonicMilliseconds
    if let last = lastInterruptMilliseconds,
      milliseconds - last <= KeyTable.interruptMilliseconds
    {
      return [.quit]
    }
    lastInterruptMilliseconds = milliseconds
    tell(.info, "^C again quits", world)
    return []
  }
}
