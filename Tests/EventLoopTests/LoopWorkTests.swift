@testable import EventLoop
import Foundation
import Glibc
import Synchronization
import Testing

@Suite struct LoopWorkTests {
  @Test func workFromOtherThreadsRunsOnTheLoopInOrder() throws {
    let loop = try EventLoop()
    let remote = loop.remote
    let seen = Mutex<[Int]>([])
    let box = LoopBound(41, loop: loop)
    let thread = Thread {
      for index in 0..<1_000 {
        remote.execute { loop in
          seen.withLock { $0.append(index) }
          if index == 999 {
            seen.withLock { $0.append(box.value(on: loop)) }
            loop.stop()
          }
        }
      }
    }
    thread.start()
    try loop.run()
    #expect(seen.withLock { $0 } == Array(0..<1_000) + [41])
  }

  @Test func wakeUpEndsASleep() throws {
    let loop = try EventLoop()
    let remote = loop.remote
    Thread { remote.wakeUp() }.start()
    // Fails by never ending: nothing else would wake the loop.
    try loop.runOnce(timeout: .seconds(3_600))
  }

  @Test func queueRefusesWhatIsOverItsLimit() throws {
    var limits = EventLoopLimits()
    limits.queuedWork = 3
    let loop = try EventLoop(limits: limits)
    let count = Atomic<Int>(0)
    let accepted = (0..<5).map { _ in
      loop.remote.execute { _ in count.add(1, ordering: .relaxed) }
    }
    #expect(accepted == [true, true, true, false, false])
    try loop.runOnce(timeout: .zero)
    #expect(count.load(ordering: .relaxed) == 3)
    #expect(loop.remote.execute { _ in })
  }

  @Test func loopThatIsGoneRefusesWork() throws {
    var loop: EventLoop? = try EventLoop()
    let remote = try #require(loop?.remote)
    loop = nil
    #expect(!remote.execute { _ in })
    remote.wakeUp()
  }

  @Test func deferredWorkRunsAfterHandlersAndNewOneInTheNextTurn() throws {
    let loop = try EventLoop()
    var order: [String] = []
    loop.addTurnEndHook { order.append("hook") }
    loop.atEndOfTurn { [unowned loop] in
      order.append("first")
      loop.atEndOfTurn { order.append("second") }
    }
    _ = loop.remote.execute { _ in }
    try loop.runOnce(timeout: .seconds(5))
    try loop.runOnce(timeout: .seconds(5))
    #expect(order == ["first", "hook", "second", "hook"])
  }

  @Test func signalReachesItsHandlerAndGoesBackAfterwards() throws {
    var before = sigaction()
    sigaction(SIGUSR2, nil, &before)
    do {
      let loop = try EventLoop()
      var count = 0
      try loop.onSignal(SIGUSR2) { count += 1 }
      let other = try EventLoop()
      #expect(throws: EventLoopError(operation: .watchSignal, errno: EBUSY)) {
        try other.onSignal(SIGUSR2) {}
      }
      kill(getpid(), SIGUSR2)
      kill(getpid(), SIGUSR2)
      while count == 0 { try loop.runOnce(timeout: .seconds(5)) }
      #expect(count >= 1)
    }
    var after = sigaction()
    sigaction(SIGUSR2, nil, &after)
    #expect(
      unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self)
        == unsafeBitCast(after.__sigaction_handler.sa_handler, to: Int.self))
    let loop = try EventLoop()
    #expect(throws: EventLoopError(operation: .watchSignal, errno: EINVAL)) {
      try loop.onSignal(SIGKILL) {}
    }
  }
}
