public import GatewayModel

/// What became of an effect.
public enum EffectOutcome: Hashable, Sendable {
  /// The command stands in the journal; `subjects` are what it made or changed, the first one
  /// first.
  case accepted(sequence: Sequence64, summary: String, subjects: [EntityRef], warnings: [String])
  /// The command changed nothing, because everything was so already.
  case unchanged
  /// The command's line is on the disk.
  case durable(sequence: Sequence64)
  /// The command was refused; nothing was changed.
  case refused(CommandError)
  /// Somebody else changed an entity since the edit began; nothing was changed.
  case conflict(EditConflict)
  /// The line of the journal, with all it changed.
  case recalled(RecalledLine)
  /// The text is in the clipboard, or on its way; `means` says how.
  case copied(means: String)
  /// The editor was left; nil when the text is as it was.
  case edited(String?)
  /// The file was written.
  case wrote(path: String)
  /// It did not work, and why.
  case failed(String)
}
