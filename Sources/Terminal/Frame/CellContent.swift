/// What one place of a frame shows, as a screen sees it.
public enum CellContent: Hashable, Sendable {
  /// A single scalar.
  case scalar(Unicode.Scalar)
  /// A base scalar and what joins it.
  case cluster([Unicode.Scalar])
  /// The right half of the wide character to the left.
  case continuation
}
