/// One line of text that the user edits.
public struct TextField: Hashable, Sendable {
  /// Characters a field holds unless told otherwise.
  public static let defaultLimitCharacters = 1024

  /// The characters.
  public private(set) var characters: [Character]
  /// The number of characters before the cursor.
  public private(set) var cursor: Int
  /// True when the characters are not to be seen, as for secrets.
  public var isMasked: Bool
  /// The most characters it takes; what is typed or pasted beyond is refused.
  public let limitCharacters: Int

  /// Makes a field with the cursor behind its text.
  public init(
    _ text: String = "", isMasked: Bool = false,
    limitCharacters: Int = TextField.defaultLimitCharacters
  ) {
    self.isMasked = isMasked
    self.limitCharacters = max(0, limitCharacters)
    characters = Array(text.prefix(self.limitCharacters))
    cursor = characters.count
  }

  /// The text as typed; it may hold anything that was pasted.
  public var text: String { String(characters) }

  /// Replaces the text and puts the cursor behind it.
  public mutating func replace(with text: String) {
    characters = Array(text.prefix(limitCharacters))
    cursor = characters.count
  }

  /// Puts pasted or typed text at the cursor; line ends become blanks, since the field has one line.
  public mutating func insert(_ text: String) {
    let line = text.map { $0.isNewline ? " " : $0 }
    let taken = line.prefix(max(0, limitCharacters - characters.count))
    characters.insert(contentsOf: taken, at: cursor)
    cursor += taken.count
  }

  /// Edits the text as readline does.
  /// - Returns: true when the key means something in a field, even if nothing changed.
  public mutating func handle(_ event: KeyEvent) -> Bool {
    if let character = event.typedCharacter {
      insert(String(character))
      return true
    }
    switch (event.key, event.modifiers) {
    case (.left, []), (.character("b"), .control): cursor = max(0, cursor - 1)
    case (.right, []), (.character("f"), .control): cursor = min(characters.count, cursor + 1)
    case (.home, []), (.character("a"), .control): cursor = 0
    case (.end, []), (.character("e"), .control): cursor = characters.count
    case (.left, .control), (.left, .alt), (.character("b"), .alt): cursor = wordStart()
    case (.right, .control), (.right, .alt), (.character("f"), .alt): cursor = wordEnd()
    case (.backspace, []), (.character("h"), .control): delete(from: cursor - 1, to: cursor)
    case (.delete, []), (.character("d"), .control): delete(from: cursor, to: cursor + 1)
    case (.backspace, .alt), (.character("w"), .control): delete(from: wordStart(), to: cursor)
    case (.character("d"), .alt): delete(from: cursor, to: wordEnd())
    case (.character("u"), .control): delete(from: 0, to: cursor)
    case (.character("k"), .control): delete(from: cursor, to: characters.count)
    default: return false
    }
    return true
  }

  /// Puts the cursor before the character drawn at a column, as far as the text is drawn from its
  /// beginning.
  mutating func moveCursor(toColumn column: Int) {
    var end = 0
    cursor = characters.count
    for (index, character) in characters.enumerated() {
      end += isMasked ? 1 : DisplayText(String(character)).width
      guard column >= end else {
        cursor = index
        return
      }
    }
  }

  /// Draws the part around the cursor in the first row of `rect`.
  /// - Returns: where the terminal's cursor belongs, nil when there is no room.
  @discardableResult
  public func draw(
    into frame: inout Frame, in rect: Rect, _ style: Style = .plain, placeholder: DisplayText = ""
  ) -> Point? {
    guard !rect.isEmpty else { return nil }
    frame.fill(rect.row(0), style)
    if characters.isEmpty {
      frame.draw(placeholder, in: rect, Style(.muted).over(style))
      return rect.origin
    }
    let before = shown(characters[..<cursor], on: frame)
    let whole = before + shown(characters[cursor...], on: frame)
    // The cursor keeps a column of its own behind the last character.
    let skipped = max(0, before.width - rect.width + 1)
    let part = whole.dropping(skipped)
    // A wide character cut at the left shifts the rest; blanks keep the columns.
    let shift = max(0, whole.width - skipped - part.width)
    frame.draw(part, at: Point(x: rect.x + shift, y: rect.y), clip: rect, style)
    return Point(x: rect.x + before.width - skipped, y: rect.y)
  }

  private func shown(_ part: ArraySlice<Character>, on frame: Frame) -> DisplayText {
    isMasked
      ? DisplayText(String(repeating: Character(frame.glyphs.masked), count: part.count))
      : DisplayText(String(part))
  }

  private mutating func delete(from start: Int, to end: Int) {
    let range = max(0, start)..<min(characters.count, max(end, 0))
    characters.removeSubrange(range)
    cursor = min(range.lowerBound, characters.count)
  }

  private func wordStart() -> Int {
    var index = cursor
    while index > 0, !isWordCharacter(index - 1) { index -= 1 }
    while index > 0, isWordCharacter(index - 1) { index -= 1 }
    return index
  }

  private func wordEnd() -> Int {
    var index = cursor
    while index < characters.count, !isWordCharacter(index) { index += 1 }
    while index < characters.count, isWordCharacter(index) { index += 1 }
    return index
  }

  private func isWordCharacter(_ index: Int) -> Bool {
    characters[index].isLetter || characters[index].isNumber
  }
}
