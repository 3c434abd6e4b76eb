public import GatewayModel

/// A rate and a burst as the token bucket calculates with them.
///
/// The rate is held as whole nanoseconds between two tokens, so a rate is met to within half a
/// nanosecond a token: at 10,000 requests a second that is 5 in a million. A rate or a burst of 0
/// blocks everything: such a bucket never holds a token again.
/// Source: API Gateway developer guide, "Throttle requests to your REST APIs".
public struct ThrottleLimit: Sendable, Hashable {
  /// Tokens a second, as set.
  public let rate: Double
  /// The capacity in tokens, as set.
  public let burst: Int
  /// The capacity in tokens; 0 when either number is 0, which blocks everything.
  let capacity: Int64
  /// Nanoseconds from one token to the next.
  let interval: Int64
  /// When the limit came into force, nanoseconds of the monotonic clock: buckets refill at the old rate
  /// until then and at this one from then on.
  let since: Int64
  /// How far the bucket's arrival time may lie ahead of the clock for a token to be left, nanoseconds.
  let tolerance: Int64

  /// The longest interval and tolerance, some 36 years: sums of three of them fit in 64 bits.
  private static let longest: Int64 = 1 << 60

  /// A limit.
  ///
  /// - Parameters:
  ///   - rate: Tokens a second, 0 or more; above 10⁹ it is 10⁹.
  ///   - burst: The capacity in tokens, 0 or more.
  ///   - since: When the limit came into force, nanoseconds of the monotonic clock.
  public init(rate: Double, burst: Int, since: Int64 = 0) {
    self.since = since
    self.rate = rate
    self.burst = burst
    capacity = rate > 0 ? Int64(max(0, burst)) : 0
    interval =
      rate > 0 ? Int64(min(max(1, 1e9 / rate + 0.5), Double(Self.longest))) : Self.longest
    let (product, overflow) = max(0, capacity - 1).multipliedReportingOverflow(by: interval)
    tolerance = overflow ? Self.longest : min(product, Self.longest)
  }

  /// The limit of settings of a plan, or nil if they set none.
  ///
  /// - Parameters:
  ///   - account: What a missing half is taken from.
  ///   - since: When the limit came into force, nanoseconds of the monotonic clock.
  public init?(
    _ settings: ThrottleSettings?, inheriting account: ThrottleSettings, since: Int64 = 0
  ) {
    guard let settings, settings.rateLimit != nil || settings.burstLimit != nil else { return nil }
    self.init(
      rate: settings.rateLimit ?? account.rateLimit ?? .infinity,
      burst: settings.burstLimit ?? account.burstLimit ?? Int.max, since: since)
  }

  /// The limit of a stage's settings for a method, or nil if its rate is negative, which is none.
  ///
  /// - Parameters:
  ///   - account: What a negative burst is taken from.
  ///   - since: When the limit came into force, nanoseconds of the monotonic clock.
  public init?(_ setting: MethodSetting, inheriting account: ThrottleSettings, since: Int64 = 0) {
    guard setting.throttlingRateLimit >= 0 else { return nil }
    let burst = setting.throttlingBurstLimit
    self.init(
      rate: setting.throttlingRateLimit,
      burst: burst >= 0 ? burst : account.burstLimit ?? Int.max, since: since)
  }
}
