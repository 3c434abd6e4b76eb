/// A token bucket's two numbers.
///
/// Source: API Gateway developer guide, "Throttle requests to your REST APIs".
public struct ThrottleSettings: Sendable, Hashable, Codable {
  /// Tokens added a second, 0 or more; fractions are real. Nil when never set.
  public var rateLimit: Double?
  /// The bucket's capacity in tokens, 0 or more. Nil when never set.
  public var burstLimit: Int?

  /// A bucket that fills at `rateLimit` tokens a second up to `burstLimit`.
  public init(rateLimit: Double? = nil, burstLimit: Int? = nil) {
    self.rateLimit = rateLimit
    self.burstLimit = burstLimit
  }
}
