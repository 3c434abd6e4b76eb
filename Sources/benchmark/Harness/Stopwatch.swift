/// Times work by the monotonic clock.
enum Stopwatch {
  /// How long `body` takes, in microseconds.
  static func microseconds(_ body: () throws -> Void) rethrows -> Double {
    let elapsed = try ContinuousClock().measure(body)
    let (seconds, attoseconds) = elapsed.components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }
}
