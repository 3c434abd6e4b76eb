/// The JSON types a member of a request can have.
public indirect enum InputKind: Sendable, Hashable {
  /// A text.
  case text
  /// `true` or `false`.
  case boolean
  /// A whole number.
  case integer
  /// Any number.
  case number
  /// A list of one kind.
  case list(InputKind)
  /// An object with free names and values of one kind.
  case map(InputKind)
  /// The same, where a value may also be null and that null means something.
  case mapOfNullable(InputKind)
  /// An object with named members.
  case structure([InputMember])
}
