import Terminal

/// What an xterm sends for a key.
///
/// Source: xterm's "XTerm Control Sequences", PC-style function keys, with cursor keys in
/// application mode as ncurses asks for.
enum XtermKeys {
  static func sequence(for event: KeyEvent) -> String {
    let modifier =
      (event.modifiers.contains(.shift) ? 1 : 0) + (event.modifiers.contains(.alt) ? 2 : 0)
      + (event.modifiers.contains(.control) ? 4 : 0)
    if case .character(let character) = event.key {
      let alt = event.modifiers.contains(.alt) ? "\u{1B}" : ""
      return alt + (event.modifiers.contains(.control) ? control(character) : String(character))
    }
    switch event.key {
    case .enter: return "\r"
    case .escape: return "\u{1B}"
    case .backspace: return "\u{7F}"
    case .tab: return modifier & 1 != 0 ? "\u{1B}[Z" : "\t"
    default: break
    }
    if let letter = letter(event.key) {
      return modifier == 0 ? "\u{1B}O\(letter)" : "\u{1B}[1;\(modifier + 1)\(letter)"
    }
    guard let number = number(event.key) else { return "" }
    return modifier == 0 ? "\u{1B}[\(number)~" : "\u{1B}[\(number);\(modifier + 1)~"
  }

  private static func control(_ character: Character) -> String {
    guard character != " ", let ascii = character.asciiValue else { return "\u{0}" }
    return String(UnicodeScalar(ascii & 0x1F))
  }

  private static func letter(_ key: Key) -> String? {
    switch key {
    case .up: "A"
    case .down: "B"
    case .right: "C"
    case .left: "D"
    case .home: "H"
    case .end: "F"
    case .function(1): "P"
    case .function(2): "Q"
    case .function(3): "R"
    case .function(4): "S"
    default: nil
    }
  }

  private static func number(_ key: Key) -> Int? {
    switch key {
    case .insert: 2
    case .delete: 3
    case .pageUp: 5
    case .pageDown: 6
    case .function(let number) where (5...12).contains(number):
      [15, 17, 18, 19, 20, 21, 23, 24][number - 5]
    default: nil
    }
  }
}
