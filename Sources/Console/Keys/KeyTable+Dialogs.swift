extension KeyTable {
  /// Keys of the overlays that belong to every console.
  static let dialogs: [KeyBinding] = [
    KeyBinding(
      "dialog.close", "Esc", in: [.menu, .copyMenu, .help, .palette, .text, .confirm], "close",
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
      "dialog.next-button", "Tab, Right", in: [.confirm], "next button", "to the next way out",
      footer: 20),
    .forwarded(
      "dialog.previous-button", "S-Tab, Left", in: [.confirm], "previous button",
      "to the way out before"),
    .forwarded(
      "dialog.answer", "Enter", in: [.confirm], "answer",
      "the way out the cursor is on; never a destructive one", footer: 10),
  ]
}
