/// One phase of a decision, with what it saw.
public struct TraceStep: Sendable, Hashable {
  /// The outcome of a phase.
  public enum Outcome: Sendable, Hashable {
    /// The request may go on.
    case passed
    /// The question does not arise for this request.
    case skipped
    /// The request is refused here.
    case denied
    /// An earlier phase refused.
    case notReached
  }

  /// The question.
  public let phase: AdmissionPhase
  /// The answer.
  public let outcome: Outcome
  /// What the answer rests on.
  public let evidence: Evidence?
  /// The entities that set the rule, the decisive one first.
  public internal(set) var rules: [RuleSource]

  init(
    phase: AdmissionPhase, outcome: Outcome, evidence: Evidence? = nil, rules: [RuleSource] = []
  ) {
    self.phase = phase
    self.outcome = outcome
    self.evidence = evidence
    self.rules = rules
  }
}
