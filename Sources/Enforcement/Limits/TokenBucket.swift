/// A token bucket, kept as one arrival time.
///
/// The generic cell rate algorithm: the bucket is full when the arrival time has passed, and each token
/// taken moves it one interval ahead. Same answers as counting tokens, without a refill step, in whole
/// nanoseconds of a clock that never steps. A new bucket is full.
///
/// The limit is passed in, and what it was is remembered: when it has changed, the tokens at hand are
/// kept, at most the new burst, so a changed plan costs nothing until its keys come.
/// Source: ITU-T I.371, annex A; API Gateway developer guide, "Throttle requests to your REST APIs".
public struct TokenBucket: Sendable, Hashable {
  /// When the bucket is full again, nanoseconds of the monotonic clock.
  private var arrival: Int64 = 0
  /// The interval that `arrival` was made with, nanoseconds; 0 before the first token is taken.
  private var interval: Int64 = 0
  /// The capacity that `arrival` was made with, tokens.
  private var capacity: Int64 = 0

  /// A full bucket.
  public init() {}

  /// A bucket without tokens.
  ///
  /// - Parameters:
  ///   - now: The monotonic clock, nanoseconds.
  ///   - limit: The bucket's limit.
  public init(emptyAt now: Int64, limit: ThrottleLimit) {
    interval = limit.interval
    capacity = limit.capacity
    arrival = now &+ Self.time(of: Double(limit.capacity), every: limit.interval)
  }

  /// How long it takes until a token is left, 0 if one is left now, `Int64.max` for never; nanoseconds.
  ///
  /// - Parameters:
  ///   - limit: The limit as it is now.
  ///   - now: The monotonic clock, nanoseconds.
  @inline(__always)
  public func wait(for limit: ThrottleLimit, at now: Int64) -> Int64 {
    if limit.capacity == 0 { return .max }
    return max(0, fullTime(under: limit, at: now) - limit.tolerance - now)
  }

  /// Takes a token that is left.
  @inline(__always)
  public mutating func take(under limit: ThrottleLimit, at now: Int64) {
    arrival = max(now, fullTime(under: limit, at: now)) + limit.interval
    interval = limit.interval
    capacity = limit.capacity
  }

  /// The tokens at hand, 0 to the burst, fractions included.
  public func tokens(under limit: ThrottleLimit, at now: Int64) -> Double {
    let deficit = max(0, fullTime(under: limit, at: now) - now)
    return max(0, Double(limit.capacity) - Double(deficit) / Double(limit.interval))
  }

  /// When the bucket is full again under a limit.
  @inline(__always)
  private func fullTime(under limit: ThrottleLimit, at now: Int64) -> Int64 {
    if interval == limit.interval, capacity == limit.capacity { return arrival }
    return interval == 0 ? now : converted(to: limit, at: now)
  }

  /// The full time under another limit, with the tokens there were when it came into force.
  private func converted(to limit: ThrottleLimit, at now: Int64) -> Int64 {
    let change = min(now, limit.since == 0 ? now : limit.since)
    let deficit = Double(max(0, arrival - change)) / Double(interval)
    let tokens = max(0, Double(capacity) - deficit)
    let missing = Double(limit.capacity) - min(Double(limit.capacity), tokens)
    return change &+ Self.time(of: missing, every: limit.interval)
  }

  /// Some 73 years at most, so that sums with a clock fit in 64 bits.
  private static func time(of tokens: Double, every interval: Int64) -> Int64 {
    Int64(min(tokens * Double(interval), Double(Int64(1) << 61)))
  }
}
