public import Enforcement
public import GatewayModel

/// How a request ended.
///
/// Apart from what was known before, so that noting an answer copies nothing of that.
public struct DecisionOutcome {
  /// How admission ended.
  public let verdict: Verdict
  /// The status of the answer.
  public let status: Int
  /// When the answer was complete.
  public let time: Timestamp
  /// From the request's head to the end of its answer.
  public let latencyNanoseconds: Int64
}
