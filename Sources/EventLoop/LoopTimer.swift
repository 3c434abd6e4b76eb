/// A timer of one loop, made by `EventLoop.makeTimer`.
///
/// It lives as long as it is held; letting go of it takes it out of the loop. Making it costs an
/// allocation, arming it does not, so whoever has a recurring time-out keeps one timer.
public final class LoopTimer {
  private let loop: EventLoop
  private let slot: Int32

  init(loop: EventLoop, slot: Int32) {
    self.loop = loop
    self.slot = slot
  }

  deinit {
    loop.freeTimer(slot)
  }

  /// The time it is armed for, in the loop's nanoseconds; nil while it is not armed.
  public var deadlineNanoseconds: Int64? { loop.timerDeadline(slot) }

  /// Arms the timer for a time, in place of what it was armed for.
  ///
  /// - Parameter nanoseconds: A time of `EventLoop.nowNanoseconds`; one that has passed fires in
  ///   the loop's next turn. Timers fire up to a millisecond late, never early.
  /// - Complexity: O(1) if the deadline moves later, O(log n) in the number of armed timers if it
  ///   moves earlier.
  public func arm(atNanoseconds nanoseconds: Int64) {
    loop.armTimer(slot, at: nanoseconds)
  }

  /// Arms the timer for a time from the loop's cached now on.
  ///
  /// - Parameter duration: How long from now.
  public func arm(after duration: Duration) {
    let (deadline, overflow) = loop.nowNanoseconds.addingReportingOverflow(
      duration.wholeNanoseconds)
    loop.armTimer(slot, at: overflow ? TimerHeap.never : deadline)
  }

  /// Keeps the timer from firing until it is armed again. O(1).
  public func disarm() {
    loop.armTimer(slot, at: TimerHeap.never)
  }
}
