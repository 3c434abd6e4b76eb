/// A key by the character it types or by its name.
public enum Key: Hashable, Sendable {
  /// Types a character; shift is part of the character.
  case character(Character)
  /// A function key, F1 on.
  case function(Int)
  /// Enter or Return.
  case enter
  /// Esc.
  case escape
  /// Tab.
  case tab
  /// Deletes backwards.
  case backspace
  /// Deletes forwards.
  case delete
  /// Ins.
  case insert
  /// To the beginning.
  case home
  /// To the end.
  case end
  /// A page back.
  case pageUp
  /// A page on.
  case pageDown
  /// The arrow up.
  case up
  /// The arrow down.
  case down
  /// The arrow to the left.
  case left
  /// The arrow to the right.
  case right

  /// The names in key notation, the preferred one of each key first.
  static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Return", .enter), ("CR", .enter), ("Esc", .escape), ("Escape", .escape),
    ("Tab", .tab), ("Backspace", .backspace), ("BS", .backspace), ("Del", .delete),
    ("Delete", .delete), ("Ins", .insert), ("Insert", .insert), ("Home", .home), ("End", .end),
    ("PgUp", .pageUp), ("PageUp", .pageUp), ("PgDn", .pageDown), ("PageDown", .pageDown),
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Space", .character(" ")), ("Minus", .character("-")), ("Caret", .character("^")),
  ]
}
