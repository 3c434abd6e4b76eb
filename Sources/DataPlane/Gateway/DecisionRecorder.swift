import GatewayModel

/// Notes each decision for people to look at.
public protocol DecisionRecorder: AnyObject {
  /// Notes a finished request.
  func note(_ decision: FinishedDecision)
}
