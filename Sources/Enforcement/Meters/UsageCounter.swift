/// The counters of an identity on a day; the raw value is the place in stored records.
public enum UsageCounter: Int, Sendable, Hashable, CaseIterable {
  /// Admitted requests.
  case served
  /// Requests refused by a token bucket.
  case throttled
  /// Requests refused by the quota.
  case overQuota
  /// Requests refused for any other reason.
  case refused
  /// Answers 200 to 299.
  case status2xx
  /// Answers 300 to 399.
  case status3xx
  /// Answers 400 to 499, refusals among them.
  case status4xx
  /// Answers 500 to 599.
  case status5xx

  /// The counter of an outcome.
  @inline(__always)
  public init(_ outcome: UsageOutcome) {
    self =
      switch outcome {
      case .served: .served
      case .throttled: .throttled
      case .overQuota: .overQuota
      case .refused: .refused
      }
  }

  /// The counter of an answer's status; nil below 200 and from 600 on.
  @inline(__always)
  public init?(statusCode: Int) {
    switch statusCode {
    case 200..<300: self = .status2xx
    case 300..<400: self = .status3xx
    case 400..<500: self = .status4xx
    case 500..<600: self = .status5xx
    default: return nil
    }
  }
}
