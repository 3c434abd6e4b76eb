public import Terminal

/// Everything that can happen to the console.
public enum ConsoleEvent: Sendable {
  /// The terminal told something.
  case terminal(TerminalEvent)
  /// Lines came to the journal, oldest first; the world's state holds them already.
  case changed([WorldChange])
  /// A second has passed: counters are read anew.
  case tick
  /// An effect came to something.
  case outcome(EffectID, EffectOutcome)
}
