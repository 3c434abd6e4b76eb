extension KeyTable {
  /// Keys of the overlays that belong to every console.
  static let dialogs: [KeyBinding] = [
    KeyBinding(
      "dialog.close", "Esc", in: [.menu, .copyMenu, .help, .palette, .text, .confirm, .columns],
      "close",
      "leave everything as it is", group: .dialog, footer: 50, isInPalette: false
    ) { console, _ in
      console.closeOverlay()
      return []
    },
    KeyBinding(
      "dialog.close-q", "q, ?", in: [.text], "close", "back", group: .dialog, isInPalette: false
    ) { console, _ in
      console.closeOverlay()
      return []
    },
    .forwarded(
      "dialog.choose", "Enter", in: [.menu, .copyMenu, .palette], "do it",
      "do what the cursor is on", footer: 1),
    .forwarded(
      "dialog.run-help", "Enter", in: [.help], "do it", "do what the key on this row does",
      footer: 1),
    .forwarded(
      "dialog.previous", "Up, ^P", in: [.palette], "up", "to the action before"),
    .forwarded(
      "dialog.next", "Down, ^N", in: [.palette], "down", "to the action after", footer: 21),
    .forwarded(
      "columns.apply", "Enter", in: [.columns], "apply", "show these columns", footer: 1),
    .forwarded(
      "columns.toggle", "Space", in: [.columns], "show or hide", "show the column, or hide it"),
    .forwarded(
      "columns.down", "S-Down", in: [.columns], "move down", "the column further right",
      footer: 3),
    .forwarded("columns.up", "S-Up", in: [.columns], "move up", "the column further left"),
    KeyBinding(
      "text.copy", "y, ^Y", in: [.text], "copy", "copy the text", group: .copying, footer: 5,
      isInPalette: false,
      whyDisabled: { console, _ in
        (console.overlays.last as? TextOverlay)?.copyable == nil ? "this is to be read" : nil
      }
    ) { console, _ in
      guard let copyable = (console.overlays.last as? TextOverlay)?.copyable else { return [] }
      return console.copy(copyable.text, what: copyable.what)
    },
    .forwarded("text.search", "/", in: [.text], "search", "find words in the text", footer: 10),
    .forwarded("text.next", "n", in: [.text], "next", "to the next place found"),
    .forwarded("text.previous", "N", in: [.text], "previous", "to the place found before"),
    .forwarded(
      "text.search-keep", "Enter", in: [.textSearch], "find", "go to the place", footer: 1),
    .forwarded("text.search-drop", "Esc", in: [.textSearch], "drop", "search no more", footer: 2),
    .forwarded(
      "dialog.next-button", "Tab, Right", in: [.confirm], "next button", "to the next way out",
      footer: 20),
    .forwarded(
      "dialog.previous-button", "S-Tab, Left", in: [.confirm], "previous button",
      "to the way out before"),
    commandLine("dialog.command", "^P", "AWS CLI", "show the change as lines of the AWS CLI", 30),
    commandLine("dialog.copy-command", "^Y", "copy CLI", "copy the lines of the AWS CLI", nil),
    .forwarded(
      "dialog.answer", "Enter", in: [.confirm], "answer",
      "the way out the cursor is on; never a destructive one", footer: 10),
  ]

  /// A row of a question about a change, which the question on top answers.
  private static func commandLine(
    _ action: ActionID, _ key: String, _ title: String, _ help: String, _ footer: Int?
  ) -> KeyBinding {
    KeyBinding(
      action, key, in: [.confirm], title, help, group: .dialog, footer: footer,
      isInPalette: false,
      whyDisabled: { console, _ in
        (console.overlays.last as? ConfirmOverlay)?.change == nil
          ? "the question is about no change" : nil
      }
    ) { console, world in
      let copies = key == "^Y"
      switch (console.overlays.last as? ConfirmOverlay)?.change {
      case .command(let command)?:
        return console.commandLine(of: command, copies: copies, world)
      case .undo(let sequence)?:
        return console.commandLine(of: sequence, takingBack: true, copies: copies)
      case nil: return []
      }
    }
  }
}
