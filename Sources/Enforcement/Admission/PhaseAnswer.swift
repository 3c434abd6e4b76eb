/// What a phase answers.
enum PhaseAnswer {
  /// The question was asked and the request may go on.
  case next
  /// The question does not arise.
  case skip
  /// The request is refused.
  case deny(Verdict)
}
