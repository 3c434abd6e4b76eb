/// What some presses mean.
enum KeyMatch {
  /// They are the keys of a row.
  case binding(KeyBinding)
  /// They may become the keys of one.
  case begun
  /// They mean nothing.
  case nothing
}
