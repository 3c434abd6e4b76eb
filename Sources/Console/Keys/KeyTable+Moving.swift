import Terminal

extension KeyTable {
  private static let movable: [KeyScope] = [
    .list, .detail, .screen, .menu, .text, .rollback,
  ]

  /// Keys that move a cursor.
  static let moving: [KeyBinding] = [
    motion("cursor.up", "k, Up", "up", "to the row before", .up),
    motion("cursor.down", "j, Down", "down", "to the row after", .down),
    motion("cursor.page-up", "PgUp, ^B", "page up", "a page back", .pageUp),
    motion("cursor.page-down", "PgDn, ^F", "page down", "a page on", .pageDown),
    motion("cursor.half-page-up", "^U", "half page up", "half a page back", .halfPageUp),
    motion("cursor.half-page-down", "^D", "half page down", "half a page on", .halfPageDown),
    motion("cursor.first", "g g, Home", "first", "to the first row", .first),
    motion("cursor.last", "G, End", "last", "to the last row", .last),
  ]

  /// Keys that move a cursor where letters mean something else.
  static let arrows: [KeyBinding] = [
    motion("arrow.up", "Up", "up", "to the row before", .up, in: lettered),
    motion("arrow.down", "Down", "down", "to the row after", .down, in: lettered),
    motion("arrow.page-up", "PgUp", "page up", "a page back", .pageUp, in: lettered),
    motion("arrow.page-down", "PgDn", "page down", "a page on", .pageDown, in: lettered),
  ]

  private static let lettered: [KeyScope] = [.copyMenu, .help, .pick, .confirm]

  private static func motion(
    _ action: ActionID, _ keys: String, _ title: String, _ help: String, _ motion: Motion,
    in scopes: [KeyScope] = movable
  ) -> KeyBinding {
    KeyBinding(
      action, keys, in: scopes, title, help, group: .moving, isInPalette: false
    ) { console, world in
      console.moveCursor(motion, world)
      return []
    }
  }
}
