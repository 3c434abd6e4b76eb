/// Times work by the monotonic clock.
enum Stopwatch {
  /// How long `body` takes, in microseconds.
  static func microseconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return microseconds(since: start)
  }

  /// How long ago a moment was, in microseconds.
  static func microseconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }
}
