/// What a form made of a key.
public enum FormOutcome: Hashable, Sendable {
  /// The value of a field changed, or its cursor moved.
  case edited(FormField.ID)
  /// The cursor went to another field.
  case moved
  /// The form has no use for the key.
  case ignored
}
