internal import Synchronization

/// A clock that moves only when told, from any thread.
///
/// A loop that sleeps does not notice the move: wake it through its `EventLoopRemote`.
public final class ManualClock: EventLoopClock {
  private let monotonic: Atomic<Int64>
  private let wall: Atomic<Int64>

  /// Makes a clock that stands still.
  ///
  /// - Parameters:
  ///   - monotonicNanoseconds: The first monotonic time.
  ///   - wallNanoseconds: The first date, in nanoseconds since 1970.
  public init(monotonicNanoseconds: Int64 = 1_000_000_000, wallNanoseconds: Int64 = 0) {
    monotonic = Atomic(monotonicNanoseconds)
    wall = Atomic(wallNanoseconds)
  }

  /// The monotonic time as last set.
  public func monotonicNanoseconds() -> Int64 {
    monotonic.load(ordering: .acquiring)
  }

  /// The date as last set.
  public func wallNanoseconds() -> Int64 {
    wall.load(ordering: .acquiring)
  }

  /// Moves both times forward.
  ///
  /// - Parameter duration: How far; not negative.
  public func advance(by duration: Duration) {
    precondition(duration >= .zero, "time does not go back")
    monotonic.wrappingAdd(duration.wholeNanoseconds, ordering: .releasing)
    wall.wrappingAdd(duration.wholeNanoseconds, ordering: .releasing)
  }
}
