import EventLoop
import TestSupport
import Testing

@Suite struct LoopTimerTests {
  private func makeLoop() throws -> (EventLoop, ManualClock) {
    let clock = ManualClock()
    return (try EventLoop(clock: clock), clock)
  }

  @Test func firesAtItsDeadlineAndNotBefore() throws {
    let (loop, clock) = try makeLoop()
    var fired = 0
    let timer = loop.schedule(after: .milliseconds(10)) { fired += 1 }
    clock.advance(by: .nanoseconds(9_999_999))
    try loop.runOnce(timeout: .zero)
    #expect(fired == 0)
    clock.advance(by: .nanoseconds(1))
    try loop.runOnce(timeout: .zero)
    try loop.runOnce(timeout: .zero)
    #expect(fired == 1)
    #expect(timer.deadlineNanoseconds == nil)
  }

  @Test func deadlineMovesBothWays() throws {
    let (loop, clock) = try makeLoop()
    var firedAt: [Int64] = []
    let start = loop.nowNanoseconds
    let timer = loop.makeTimer { [unowned loop] in firedAt.append(loop.nowNanoseconds - start) }
    timer.arm(after: .nanoseconds(10))
    timer.arm(after: .nanoseconds(20))
    timer.arm(after: .nanoseconds(5))
    timer.arm(after: .nanoseconds(15))
    for _ in 0..<30 {
      clock.advance(by: .nanoseconds(1))
      try loop.runOnce(timeout: .zero)
    }
    #expect(firedAt == [15])
  }

  @Test func disarmedAndReleasedTimersDoNotFire() throws {
    let (loop, clock) = try makeLoop()
    var fired: [String] = []
    let disarmed = loop.schedule(after: .nanoseconds(1)) { fired.append("disarmed") }
    var released: LoopTimer? = loop.schedule(after: .nanoseconds(1)) { fired.append("released") }
    let rearmed = loop.schedule(after: .nanoseconds(1)) { fired.append("rearmed") }
    disarmed.disarm()
    rearmed.disarm()
    rearmed.arm(after: .nanoseconds(2))
    #expect(released != nil)
    released = nil
    clock.advance(by: .seconds(1))
    try loop.runOnce(timeout: .zero)
    #expect(fired == ["rearmed"])
  }

  @Test func equalDeadlinesFireInTheOrderArmed() throws {
    let (loop, clock) = try makeLoop()
    var order: [Int] = []
    let timers = (0..<20).map { index in
      loop.schedule(after: .nanoseconds(7)) { order.append(index) }
    }
    clock.advance(by: .nanoseconds(7))
    try loop.runOnce(timeout: .zero)
    #expect(order == Array(0..<20))
    #expect(timers.count == 20)
  }

  @Test func timerArmedForNowInItsActionWaitsForTheNextTurn() throws {
    let (loop, clock) = try makeLoop()
    final class Holder { var timer: LoopTimer? }
    let holder = Holder()
    var fired = 0
    holder.timer = loop.makeTimer { [unowned holder] in
      fired += 1
      holder.timer?.arm(after: .zero)
    }
    holder.timer?.arm(after: .nanoseconds(1))
    clock.advance(by: .nanoseconds(1))
    for turn in 1...3 {
      try loop.runOnce(timeout: .seconds(5))
      #expect(fired == turn)
    }
  }

  @Test func repeatingTimerKeepsItsRhythmAndSkipsMissedTimes() throws {
    let (loop, clock) = try makeLoop()
    let start = loop.nowNanoseconds
    var firedAt: [Int64] = []
    let timer = loop.schedule(every: .nanoseconds(10)) { [unowned loop] in
      firedAt.append(loop.nowNanoseconds - start)
    }
    for step in [10, 4, 6, 35, 5, 10] {
      clock.advance(by: .nanoseconds(step))
      try loop.runOnce(timeout: .zero)
    }
    #expect(firedAt == [10, 20, 55, 60, 70])
    #expect(timer.deadlineNanoseconds == start + 80)
  }

  @Test func timerMayReleaseItselfInItsAction() throws {
    let (loop, clock) = try makeLoop()
    final class Holder { var timer: LoopTimer? }
    let holder = Holder()
    holder.timer = loop.schedule(after: .nanoseconds(1)) { holder.timer = nil }
    clock.advance(by: .nanoseconds(1))
    try loop.runOnce(timeout: .zero)
    #expect(holder.timer == nil)
  }

  /// Random arming, re-arming, disarming and releasing against a plain list as the model.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func behavesLikeAListOfDeadlines(seed: UInt64) throws {
    let (loop, clock) = try makeLoop()
    var random = SeededRandom(seed: seed)
    var fired: [Int] = []
    var timers: [Int: LoopTimer] = [:]
    var model: [Int: Int64] = [:]
    for step in 0..<3_000 {
      let index = Int(random.next() % 40)
      switch random.next() % 8 {
      case 0...3:
        let timer = timers[index] ?? loop.makeTimer { fired.append(index) }
        timers[index] = timer
        let deadline = loop.nowNanoseconds + Int64(random.next() % 200) + 1
        timer.arm(atNanoseconds: deadline)
        model[index] = deadline
      case 4:
        timers[index]?.disarm()
        model[index] = nil
      case 5:
        timers[index] = nil
        model[index] = nil
      default:
        clock.advance(by: .nanoseconds(Int64(random.next() % 60)))
        try loop.runOnce(timeout: .zero)
        let due = model.filter { $0.value <= loop.nowNanoseconds }.map(\.key).sorted()
        for index in due { model[index] = nil }
        #expect(fired.sorted() == due, "seed \(seed), step \(step)")
        fired = []
      }
    }
  }
}
