/// Which side of a column a text keeps to.
public enum Alignment: Sendable {
  /// Left.
  case leading
  /// The middle, to the left when it cannot be exact.
  case centre
  /// Right, for numbers.
  case trailing
}
