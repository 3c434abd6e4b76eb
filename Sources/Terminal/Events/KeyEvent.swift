/// One press of a key.
public struct KeyEvent: Hashable, Sendable {
  /// The key.
  public let key: Key
  /// What was held down with it.
  public let modifiers: Modifiers

  /// Makes a press in its one form: shift with a letter is the capital letter, control makes
  /// letters small, because terminals cannot tell these apart.
  public init(_ key: Key, _ modifiers: Modifiers = []) {
    guard case .character(let character) = key else {
      self.key = key
      self.modifiers = modifiers
      return
    }
    if modifiers.contains(.control) {
      self.key = .character(Self.single(character.lowercased()) ?? character)
      self.modifiers = character == " " ? modifiers : modifiers.subtracting(.shift)
    } else if modifiers.contains(.shift), character != " " {
      self.key = .character(Self.single(character.uppercased()) ?? character)
      self.modifiers = modifiers.subtracting(.shift)
    } else {
      self.key = key
      self.modifiers = modifiers
    }
  }

  /// The press that types `character`.
  public static func character(_ character: Character) -> KeyEvent {
    KeyEvent(.character(character))
  }

  /// The character it types into a text, nil for a key that commands.
  public var typedCharacter: Character? {
    if case .character(let character) = key, modifiers.isEmpty { return character }
    return nil
  }

  private static func single(_ text: String) -> Character? {
    text.count == 1 ? text.first : nil
  }
}
