/// Notes each decision for people to look at.
public protocol DecisionRecorder: AnyObject {
  /// Notes a finished request.
  ///
  /// - Parameters:
  ///   - draft: What was known before it was answered.
  ///   - outcome: How it ended.
  func note(_ draft: DecisionDraft, _ outcome: DecisionOutcome)
}
