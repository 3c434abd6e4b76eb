/// What a form shows for a field, and what an option on the command line takes.
public enum FieldKind: Sendable, Hashable {
  /// Free text of at most so many characters.
  case text(limitCharacters: Int)
  /// Text that is masked and never echoed, of so many characters.
  case secret(characters: ClosedRange<Int>)
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// A number, fractions allowed.
  case decimal(ClosedRange<Double>)
  /// `true` or `false`.
  case toggle
  /// One of these texts.
  case choice([String])
  /// `name=value` pairs, separated by commas.
  case pairs(maximumCount: Int)
}
