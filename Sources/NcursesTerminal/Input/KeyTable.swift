internal import CNcurses
internal import Terminal

/// The keys ncurses reports by number, and the sequences it is taught in addition.
///
/// Terminfo names hardly any key with modifiers, and differently from terminal to terminal, while
/// terminals have long agreed on xterm's form. So that form is taught under numbers of our own, from
/// which key and modifiers are computed.
enum KeyTable {
  /// Pasted text begins.
  static let pasteBegin: Int32 = 0x1000
  /// Pasted text ends.
  static let pasteEnd: Int32 = 0x1001
  /// The window has the keyboard now.
  static let focusIn: Int32 = 0x1002
  /// The window has it no longer.
  static let focusOut: Int32 = 0x1003
  /// The first number of keys with modifiers.
  private static let modifiedBase: Int32 = 0x1100

  /// xterm's final letters: `ESC [ A`, with modifiers `ESC [ 1 ; m A`.
  private static let letters: [(letter: String, key: Key)] = [
    ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
  ]
  /// xterm's numbers: `ESC [ 5 ~`, with modifiers `ESC [ 5 ; m ~`.
  private static let numbers: [(number: Int, key: Key)] = [
    (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown),
    (7, .home), (8, .end), (15, .function(5)), (17, .function(6)), (18, .function(7)),
    (19, .function(8)), (20, .function(9)), (21, .function(10)), (23, .function(11)),
    (24, .function(12)),
  ]
  private static let keys = letters.map(\.key) + numbers.map(\.key)
  /// The values of m: one more than the sum of shift 1, alt 2, control 4.
  private static let modifierRange = 1...8

  /// Teaches ncurses the sequences; to be called once the screen exists.
  static func define() {
    define_key("\u{1B}[200~", pasteBegin)
    define_key("\u{1B}[201~", pasteEnd)
    define_key("\u{1B}[I", focusIn)
    define_key("\u{1B}[O", focusOut)
    for (index, entry) in letters.enumerated() {
      // SS3 with P to S is how F1 to F4 come without modifiers, with A to D a cursor key.
      define_key("\u{1B}O\(entry.letter)", number(index, modifier: 1))
      if index < 6 { define_key("\u{1B}[\(entry.letter)", number(index, modifier: 1)) }
      for modifier in modifierRange.dropFirst() {
        define_key("\u{1B}[1;\(modifier)\(entry.letter)", number(index, modifier: modifier))
      }
    }
    for (offset, entry) in numbers.enumerated() {
      let index = letters.count + offset
      define_key("\u{1B}[\(entry.number)~", number(index, modifier: 1))
      for modifier in modifierRange.dropFirst() {
        define_key("\u{1B}[\(entry.number);\(modifier)~", number(index, modifier: modifier))
      }
    }
  }

  /// The press for a number of ncurses or of ours, nil for keys without a name here.
  static func event(for code: Int32) -> KeyEvent? {
    if code >= modifiedBase { return modifiedEvent(for: Int(code - modifiedBase)) }
    let function = code - ks_curses_key_f0()
    if function >= 1, function <= Int32(KeyEvent.functionKeyLimit) {
      return KeyEvent(.function(Int(function)))
    }
    return named[code]
  }

  private static let named: [Int32: KeyEvent] = [
    KEY_UP: KeyEvent(.up), KEY_DOWN: KeyEvent(.down), KEY_LEFT: KeyEvent(.left),
    KEY_RIGHT: KeyEvent(.right), KEY_HOME: KeyEvent(.home), KEY_END: KeyEvent(.end),
    KEY_PPAGE: KeyEvent(.pageUp), KEY_NPAGE: KeyEvent(.pageDown),
    KEY_IC: KeyEvent(.insert), KEY_DC: KeyEvent(.delete),
    KEY_BACKSPACE: KeyEvent(.backspace), KEY_ENTER: KeyEvent(.enter),
    KEY_BTAB: KeyEvent(.tab, .shift), KEY_SR: KeyEvent(.up, .shift),
    KEY_SF: KeyEvent(.down, .shift), KEY_SLEFT: KeyEvent(.left, .shift),
    KEY_SRIGHT: KeyEvent(.right, .shift), KEY_SHOME: KeyEvent(.home, .shift),
    KEY_SEND: KeyEvent(.end, .shift), KEY_SPREVIOUS: KeyEvent(.pageUp, .shift),
    KEY_SNEXT: KeyEvent(.pageDown, .shift), KEY_SDC: KeyEvent(.delete, .shift),
    KEY_SIC: KeyEvent(.insert, .shift), KEY_FIND: KeyEvent(.home), KEY_SELECT: KeyEvent(.end),
    KEY_A1: KeyEvent(.home), KEY_A3: KeyEvent(.pageUp), KEY_C1: KeyEvent(.end),
    KEY_C3: KeyEvent(.pageDown),
  ]

  private static func number(_ index: Int, modifier: Int) -> Int32 {
    modifiedBase + Int32(index * modifierRange.count + modifier - 1)
  }

  private static func modifiedEvent(for offset: Int) -> KeyEvent? {
    let index = offset / modifierRange.count
    guard keys.indices.contains(index) else { return nil }
    let bits = offset % modifierRange.count
    var modifiers: Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 2 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return KeyEvent(keys[index], modifiers)
  }
}
