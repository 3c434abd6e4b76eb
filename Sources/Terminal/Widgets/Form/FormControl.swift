/// How the value of a field is entered.
public enum FormControl: Hashable, Sendable {
  /// Free text.
  case text(TextField)
  /// A number, in a short field: takes any text as it is typed, since a character that were dropped
  /// would make another number of it.
  case number(TextField)
  /// Yes or no.
  case toggle(Bool)
  /// One of several, by its number; -1 for none of them.
  case choice([DisplayText], selected: Int)
  /// Any of several, by their numbers; the cursor says which one a key changes.
  case multiChoice([DisplayText], selected: Set<Int>, cursor: Int)
  /// Shown, not entered.
  case readOnly(StyledText)

  /// True when the cursor stops at it.
  public var isEditable: Bool {
    if case .readOnly = self { return false }
    return true
  }

  /// The text entered, nil when it is no text.
  public var text: String? {
    switch self {
    case .text(let field), .number(let field): field.text
    default: nil
    }
  }

  /// Yes or no, nil when it is no toggle.
  public var isOn: Bool? {
    if case .toggle(let isOn) = self { return isOn }
    return nil
  }

  /// The numbers of what is chosen, empty when nothing is or nothing can be.
  public var selection: Set<Int> {
    switch self {
    case .choice(_, let selected): selected >= 0 ? [selected] : []
    case .multiChoice(_, let selected, _): selected
    default: []
    }
  }

  /// Changes the value as `event` asks.
  /// - Returns: true when the key means something here, even if nothing changed.
  mutating func handle(_ event: KeyEvent) -> Bool {
    switch self {
    case .text(var field):
      defer { self = .text(field) }
      return field.handle(event)
    case .number(var field):
      defer { self = .number(field) }
      return field.handle(event)
    case .toggle(let isOn):
      guard Self.isChange(event) else { return false }
      self = .toggle(!isOn)
      return true
    case .choice(let options, let selected):
      guard let step = Self.step(event), !options.isEmpty else { return false }
      let next = selected < 0 && step < 0 ? options.count - 1 : selected + step
      self = .choice(options, selected: (next + options.count) % options.count)
      return true
    case .multiChoice(let options, var selected, let cursor):
      guard !options.isEmpty, let step = Self.step(event) else { return false }
      if event.typedCharacter == " " {
        selected.formSymmetricDifference([cursor])
        self = .multiChoice(options, selected: selected, cursor: cursor)
      } else {
        let next = max(0, min(options.count - 1, cursor + step))
        self = .multiChoice(options, selected: selected, cursor: next)
      }
      return true
    case .readOnly:
      return false
    }
  }

  /// Takes a click on the value.
  ///
  /// - Parameters:
  ///   - column: Where, from the value's first column on.
  ///   - width: The columns the value was drawn in.
  /// - Returns: true when the value changed.
  mutating func click(atColumn column: Int, of width: Int) -> Bool {
    switch self {
    case .text(var field), .number(var field):
      // The bracket before the text takes a column.
      field.moveCursor(toColumn: column - 1)
      if case .text = self { self = .text(field) } else { self = .number(field) }
      return false
    case .toggle, .choice: return handle(KeyEvent.character(" "))
    case .multiChoice(let options, let selected, _):
      var start = 0
      for (index, option) in options.enumerated() {
        // The option, a blank and its mark; two blanks stand between options.
        let end = start + option.width + 2
        if (start..<end).contains(column) {
          self = .multiChoice(options, selected: selected, cursor: index)
          return handle(KeyEvent.character(" "))
        }
        start = end + 2
      }
      return false
    case .readOnly: return false
    }
  }

  /// Puts pasted text into a field of text or a number.
  mutating func paste(_ text: String) -> Bool {
    switch self {
    case .text(var field):
      field.insert(text)
      self = .text(field)
    case .number(var field):
      field.insert(text)
      self = .number(field)
    default: return false
    }
    return true
  }

  private static func isChange(_ event: KeyEvent) -> Bool { step(event) != nil }

  private static func step(_ event: KeyEvent) -> Int? {
    guard event.modifiers.isEmpty else { return nil }
    switch event.key {
    case .right, .character(" "): return 1
    case .left: return -1
    default: return nil
    }
  }
}
