extension EventLoop {
  /// Makes a timer that is not armed.
  ///
  /// - Parameter action: Runs on the loop's thread each time the timer fires. It is kept as long as
  ///   the timer is, so it should not hold the timer's owner strongly.
  /// - Returns: The timer; it exists only as long as it is held.
  public func makeTimer(_ action: @escaping () -> Void) -> LoopTimer {
    let slot = timers.makeSlot()
    while timerActions.count <= Int(slot) { timerActions.append(nil) }
    timerActions[Int(slot)] = action
    return LoopTimer(loop: self, slot: slot)
  }

  /// Makes a timer that fires after a time.
  ///
  /// - Parameters:
  ///   - delay: How long from now.
  ///   - action: As in `makeTimer(_:)`.
  /// - Returns: The armed timer; letting go of it cancels it.
  public func schedule(after delay: Duration, _ action: @escaping () -> Void) -> LoopTimer {
    let timer = makeTimer(action)
    timer.arm(after: delay)
    return timer
  }

  /// Makes a timer that fires again and again.
  ///
  /// The next deadline is counted from the last one, so the rhythm does not drift; times that were
  /// missed because the loop was busy are left out.
  ///
  /// - Parameters:
  ///   - interval: From now to the first firing and from each firing to the next; more than zero.
  ///   - action: As in `makeTimer(_:)`.
  /// - Returns: The armed timer; letting go of it ends the repetition.
  public func schedule(every interval: Duration, _ action: @escaping () -> Void) -> LoopTimer {
    let step = interval.wholeNanoseconds
    precondition(step > 0, "a repeating timer needs an interval")
    var due = nowNanoseconds + step
    let reference = WeakTimer()
    let timer = makeTimer { [unowned self] in
      due += step * max(1, (nowNanoseconds - due) / step + 1)
      reference.timer?.arm(atNanoseconds: due)
      action()
    }
    reference.timer = timer
    timer.arm(atNanoseconds: due)
    return timer
  }

  private final class WeakTimer {
    weak var timer: LoopTimer?
  }

  func freeTimer(_ slot: Int32) {
    timerActions[Int(slot)] = nil
    timers.freeSlot(slot)
  }

  func timerDeadline(_ slot: Int32) -> Int64? {
    let deadline = timers.deadline(of: slot)
    return deadline == TimerHeap.never ? nil : deadline
  }

  func armTimer(_ slot: Int32, at deadline: Int64) {
    timers.arm(slot, at: deadline)
  }

  func fireTimers() {
    guard timers.earliestWake <= nowNanoseconds else { return }
    let mark = timers.mark
    while let slot = timers.popDue(now: nowNanoseconds, before: mark) {
      timerActions[Int(slot)]?()
    }
  }
}
