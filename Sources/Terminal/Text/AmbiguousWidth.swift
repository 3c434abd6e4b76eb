/// How many columns a terminal gives to the scalars whose width Unicode leaves to it.
///
/// Western set-ups draw them in one column, some East Asian ones in two.
public enum AmbiguousWidth: Int, Sendable {
  /// One column.
  case narrow = 1
  /// Two columns.
  case wide = 2
}
