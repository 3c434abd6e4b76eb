extension KeyEvent: CustomStringConvertible {
  /// The highest function key that has a notation.
  public static let functionKeyLimit = 63

  /// Reads a notation such as `a`, `A`, `^S`, `C-s`, `A-x`, `S-Tab`, `C-S-Left`, `F4`, `Space`.
  ///
  /// Names are not case sensitive. `M-` is read as `A-`.
  /// - Throws: `KeyNotationError` when the text names no key.
  public init(notation: String) throws {
    var rest = Substring(notation)
    var modifiers: Modifiers = []
    while rest.count > 2, rest.dropFirst().first == "-", let modifier = Self.modifier(rest.first) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    if rest.count == 2, rest.first == "^", let letter = rest.last {
      modifiers.insert(.control)
      rest = Substring(String(letter))
    }
    guard let key = Self.key(named: rest) else { throw KeyNotationError(text: notation) }
    self.init(key, modifiers)
  }

  private static func modifier(_ letter: Character?) -> Modifiers? {
    switch letter {
    case "C", "c": .control
    case "A", "a", "M", "m": .alt
    case "S", "s": .shift
    default: nil
    }
  }

  private static func key(named name: Substring) -> Key? {
    if name.count == 1, let character = name.first { return .character(character) }
    let lower = name.lowercased()
    if let found = Key.names.first(where: { $0.name.lowercased() == lower }) { return found.key }
    if lower.first == "f", let number = Int(lower.dropFirst()), number >= 1,
      number <= functionKeyLimit
    {
      return .function(number)
    }
    return nil
  }

  /// The shortest usual notation, which reads back as the same press.
  public var description: String {
    if case .character(let character) = key, modifiers == .control, character.isASCII,
      character != " "
    {
      return "^" + character.uppercased()
    }
    var prefix = ""
    if modifiers.contains(.control) { prefix += "C-" }
    if modifiers.contains(.alt) { prefix += "A-" }
    if modifiers.contains(.shift) { prefix += "S-" }
    return prefix + name(afterPrefix: !prefix.isEmpty)
  }

  private func name(afterPrefix: Bool) -> String {
    switch key {
    case .function(let number): return "F\(number)"
    case .character(let character) where character != " ":
      return afterPrefix && character == "-" ? "Minus" : String(character)
    default: return Key.names.first { $0.key == key }?.name ?? "?"
    }
  }
}
