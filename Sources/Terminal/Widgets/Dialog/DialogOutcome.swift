/// What a dialog made of a key.
public enum DialogOutcome: Hashable, Sendable {
  /// A button was chosen, by its name.
  case chosen(DialogButton.ID)
  /// Left without a choice.
  case cancelled
  /// The dialog took the key and stays.
  case open
}
