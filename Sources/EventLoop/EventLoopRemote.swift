internal import CSystem
internal import Glibc
internal import Synchronization

/// The side of an event loop that other threads may use.
public final class EventLoopRemote: Sendable {
  /// A piece of work for the loop's thread.
  public typealias Work = @Sendable (EventLoop) -> Void

  private struct Queue {
    var work: [Work] = []
    var isOpen = true
  }

  private let queue = Mutex(Queue())
  private let isSignalled = Atomic<Bool>(false)
  private let limit: Int
  let eventDescriptor: Int32

  init(eventDescriptor: Int32, limit: Int) {
    self.eventDescriptor = eventDescriptor
    self.limit = limit
  }

  deinit {
    close(eventDescriptor)
  }

  /// Makes a sleeping loop take a turn. From any thread, at any time, also after the loop's end.
  public func wakeUp() {
    if !isSignalled.exchange(true, ordering: .acquiringAndReleasing) {
      ks_eventfd_signal(eventDescriptor)
    }
  }

  /// Hands work to the loop's thread and wakes it.
  ///
  /// Work of one thread runs in the order handed over, at the end of a turn, after all descriptors
  /// that were ready.
  ///
  /// - Parameter work: Runs once on the loop's thread, with the loop.
  /// - Returns: False if the loop is gone or has `EventLoopLimits.queuedWork` waiting: the work
  ///   will then not run.
  @discardableResult
  public func execute(_ work: @escaping Work) -> Bool {
    let isQueued = queue.withLock { queue in
      guard queue.isOpen, queue.work.count < limit else { return false }
      queue.work.append(work)
      return true
    }
    if isQueued { wakeUp() }
    return isQueued
  }

  /// Takes the wake-up back; called before the queue is looked at, so that none is lost.
  func clearSignal() {
    ks_eventfd_clear(eventDescriptor)
    isSignalled.store(false, ordering: .sequentiallyConsistent)
  }

  /// Takes all waiting work, leaving `spare` (empty, with its capacity) to collect the next.
  func takeWork(leaving spare: inout [Work]) {
    queue.withLock { queue in swap(&queue.work, &spare) }
  }

  /// Refuses all further work and lets go of what waits.
  func shut() {
    queue.withLock { queue in
      queue.isOpen = false
      queue.work = []
    }
  }
}
