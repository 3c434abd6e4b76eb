public import Enforcement
import GatewayModel

/// Notes each decision for people to look at.
public protocol DecisionRecorder: AnyObject {
  /// As much of a path as a record holds.
  func path(_ path: CanonicalPath) -> String

  /// Notes a finished request.
  func note(_ decision: FinishedDecision)
}
