internal import CSystem
internal import Glibc

/// A single-threaded loop over descriptors, timers, signals and work from other threads.
///
/// It starts no thread of its own and belongs to the thread that runs it; other threads reach it
/// through `remote`. One turn is: wait, ready descriptors, due timers, work from other threads,
/// callbacks deferred during the turn, end-of-turn hooks. A handler may do anything to the loop,
/// also deregister itself or others: an event that was reported for a descriptor that has since
/// been closed and opened again by somebody else is dropped, not delivered to the new owner.
public final class EventLoop {
  /// Hears what happened to one descriptor.
  public typealias Handler = (Readiness) -> Void

  private struct Slot {
    var handler: Handler?
    /// Raised with every deregistration; the token of an event carries the one it was made with.
    var generation: UInt32 = 0
  }

  /// The side for other threads.
  public let remote: EventLoopRemote

  /// The monotonic time of this turn, in nanoseconds.
  ///
  /// Read once a turn: all handlers of a turn see one time, and asking costs nothing.
  public private(set) var nowNanoseconds: Int64

  /// The clock the loop was made with.
  public let clock: any EventLoopClock

  let limits: EventLoopLimits
  private let epoll: Int32
  private let events: UnsafeMutablePointer<ks_epoll_event>
  private var slots: [Slot] = []
  private var isStopping = false

  var timers = TimerHeap()
  var timerActions: [(() -> Void)?] = []
  var deferred: [() -> Void] = []
  private var deferredSpare: [() -> Void] = []
  private var workSpare: [EventLoopRemote.Work] = []
  private var turnEndHooks: [() -> Void] = []
  var signals: SignalPipe?

  /// Makes a loop.
  ///
  /// - Parameters:
  ///   - clock: Where the loop takes its time from.
  ///   - limits: Bounds of its tables.
  /// - Throws: `EventLoopError` if the system has no descriptors left.
  public init(
    clock: any EventLoopClock = SystemClock(), limits: EventLoopLimits = EventLoopLimits()
  ) throws(EventLoopError) {
    let epoll = ks_epoll_create()
    guard epoll >= 0 else { throw EventLoopError(operation: .create, errno: -epoll) }
    let wake = ks_eventfd_create()
    guard wake >= 0 else {
      close(epoll)
      throw EventLoopError(operation: .create, errno: -wake)
    }
    self.epoll = epoll
    self.clock = clock
    self.limits = limits
    remote = EventLoopRemote(eventDescriptor: wake, limit: limits.queuedWork)
    nowNanoseconds = clock.monotonicNanoseconds()
    events = .allocate(capacity: KS_EPOLL_BATCH)
    try register(wake, interest: .readable) { [remote] _ in remote.clearSignal() }
  }

  deinit {
    remote.shut()
    signals?.close()
    close(epoll)
    events.deallocate()
  }

  // MARK: Descriptors

  /// Starts to watch a descriptor; level-triggered: what is not taken is reported again.
  ///
  /// The descriptor of another epoll can be watched too.
  ///
  /// - Parameters:
  ///   - descriptor: An open descriptor that is not being watched.
  ///   - interest: What to report.
  ///   - handler: Kept until `deregister`; called on the loop's thread.
  /// - Throws: `EventLoopError` with `EPERM` for a regular file or directory, `EEXIST` if it is
  ///   being watched, `EMFILE` over `EventLoopLimits.descriptors`.
  public func register(
    _ descriptor: Int32, interest: Interest, handler: @escaping Handler
  ) throws(EventLoopError) {
    precondition(descriptor >= 0, "not a descriptor")
    let index = Int(descriptor)
    guard index < limits.descriptors else {
      throw EventLoopError(operation: .register, errno: EMFILE)
    }
    while slots.count <= index { slots.append(Slot()) }
    let result = ks_epoll_add(epoll, descriptor, interest.rawValue, token(of: descriptor))
    guard result == 0 else { throw EventLoopError(operation: .register, errno: -result) }
    slots[index].handler = handler
  }

  /// Changes what is reported about a watched descriptor.
  ///
  /// - Parameters:
  ///   - descriptor: A descriptor given to `register`.
  ///   - interest: What to report from now on.
  /// - Throws: `EventLoopError` with `ENOENT` if it is not being watched.
  public func modify(_ descriptor: Int32, interest: Interest) throws(EventLoopError) {
    let result = ks_epoll_modify(epoll, descriptor, interest.rawValue, token(of: descriptor))
    guard result == 0 else { throw EventLoopError(operation: .modify, errno: -result) }
  }

  /// Ends watching and lets go of the handler; events already reported are dropped.
  ///
  /// Call it before the descriptor is closed. Does nothing for a descriptor not being watched.
  ///
  /// - Parameter descriptor: A descriptor given to `register`.
  public func deregister(_ descriptor: Int32) {
    let index = Int(descriptor)
    guard index >= 0, index < slots.count, slots[index].handler != nil else { return }
    slots[index].generation &+= 1
    slots[index].handler = nil
    _ = ks_epoll_remove(epoll, descriptor)
  }

  private func token(of descriptor: Int32) -> UInt64 {
    let index = Int(descriptor)
    let generation = index < slots.count ? slots[index].generation : 0
    return UInt64(generation) << 32 | UInt64(UInt32(bitPattern: descriptor))
  }

  // MARK: Running

  /// Runs turns until `stop()`.
  ///
  /// - Throws: `EventLoopError` if waiting fails, which means a broken loop.
  public func run() throws(EventLoopError) {
    isStopping = false
    while !isStopping { try turn(timeoutMilliseconds: waitMilliseconds(atMost: nil)) }
  }

  /// Runs one turn.
  ///
  /// - Parameter timeout: Longest wait for something to happen; zero only looks.
  /// - Throws: `EventLoopError` if waiting fails.
  public func runOnce(timeout: Duration) throws(EventLoopError) {
    try turn(timeoutMilliseconds: waitMilliseconds(atMost: timeout))
  }

  /// Ends `run()` after the current turn. Other threads use `remote.execute { $0.stop() }`.
  public func stop() {
    isStopping = true
  }

  /// Runs work at the end of this turn; during the end of a turn: of the next.
  ///
  /// - Parameter work: Runs once.
  public func atEndOfTurn(_ work: @escaping () -> Void) {
    deferred.append(work)
  }

  /// Runs work at the end of every turn, after deferred work, for as long as the loop lives.
  ///
  /// For batching what handlers asked for during the turn without an allocation each.
  ///
  /// - Parameter hook: Runs once a turn.
  public func addTurnEndHook(_ hook: @escaping () -> Void) {
    turnEndHooks.append(hook)
  }

  private func turn(timeoutMilliseconds: Int32) throws(EventLoopError) {
    let count = ks_epoll_wait(
      epoll, events, Int32(clamping: max(1, limits.eventsPerTurn)), timeoutMilliseconds)
    guard count >= 0 || count == -EINTR else {
      throw EventLoopError(operation: .wait, errno: -count)
    }
    nowNanoseconds = clock.monotonicNanoseconds()
    var index = 0
    while index < count {
      let event = events[index]
      index += 1
      let slot = Int(UInt32(truncatingIfNeeded: event.token))
      guard slots[slot].generation == UInt32(event.token >> 32) else { continue }
      if let handler = slots[slot].handler { handler(Readiness(rawValue: event.events)) }
    }
    fireTimers()
    runRemoteWork()
    runDeferred()
    for hook in turnEndHooks { hook() }
  }

  private func runRemoteWork() {
    remote.takeWork(leaving: &workSpare)
    guard !workSpare.isEmpty else { return }
    for index in workSpare.indices {
      let work = workSpare[index]
      work(self)
    }
    workSpare.removeAll(keepingCapacity: true)
  }

  private func runDeferred() {
    guard !deferred.isEmpty else { return }
    swap(&deferred, &deferredSpare)
    for index in deferredSpare.indices {
      let work = deferredSpare[index]
      work()
    }
    deferredSpare.removeAll(keepingCapacity: true)
  }

  /// Rounded up, so that the loop does not spin through the last fraction before a deadline.
  private func waitMilliseconds(atMost timeout: Duration?) -> Int32 {
    guard deferred.isEmpty else { return 0 }
    var nanoseconds = timeout?.wholeNanoseconds ?? Int64.max
    let wake = timers.earliestWake
    if wake != TimerHeap.never {
      nanoseconds = min(nanoseconds, max(0, wake - clock.monotonicNanoseconds()))
    }
    guard nanoseconds != Int64.max else { return -1 }
    return Int32(clamping: max(0, nanoseconds).dividedRoundingUp(by: 1_000_000))
  }
}

extension Int64 {
  fileprivate func dividedRoundingUp(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder > 0 ? quotient + 1 : quotient
  }
}
