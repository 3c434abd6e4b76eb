internal import Glibc

/// The machine's own clocks.
public struct SystemClock: EventLoopClock {
  /// Makes the clock; it has no state.
  public init() {}

  /// `CLOCK_MONOTONIC`.
  public func monotonicNanoseconds() -> Int64 {
    read(CLOCK_MONOTONIC)
  }

  /// `CLOCK_REALTIME`.
  public func wallNanoseconds() -> Int64 {
    read(CLOCK_REALTIME)
  }

  private func read(_ id: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(id, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
