/// The levels of throttling, in the order they are checked; a request must pass all that apply.
///
/// Source: API Gateway developer guide, "Throttle requests to your REST APIs".
public enum ThrottleLevel: UInt8, Sendable, Hashable, CaseIterable {
  /// The plan's limit for one method of a stage; a bucket for each key.
  case planMethod = 1
  /// The plan's limit over all its stages; a bucket for each key.
  case plan
  /// The stage's limit for one method; a bucket for all callers together.
  case stageMethod
  /// The account's limit; one bucket.
  case account

  /// The level in words.
  public var name: String {
    switch self {
    case .planMethod: "method limit of the plan"
    case .plan: "limit of the plan"
    case .stageMethod: "method limit of the stage"
    case .account: "limit of the account"
    }
  }
}
