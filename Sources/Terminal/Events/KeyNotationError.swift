/// A text that names no key.
public struct KeyNotationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The part that is not understood.
  public let text: String

  /// Makes the error for a part of a notation.
  public init(text: String) { self.text = text }

  /// What is wrong and what would be right.
  public var description: String {
    "\"\(DisplayText(text))\" names no key: write one character, ^S or C-s for control, A- for alt, "
      + "S- for shift, or a name such as Enter, Esc, Tab, Space, PgUp, F4"
  }
}
