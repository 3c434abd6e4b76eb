/// Where an event loop takes its time from, so that tests can hold time in their hands.
public protocol EventLoopClock: Sendable {
  /// Nanoseconds that never go back and do not follow changes of the system's date.
  func monotonicNanoseconds() -> Int64

  /// Nanoseconds since 1970-01-01T00:00:00Z.
  func wallNanoseconds() -> Int64
}
