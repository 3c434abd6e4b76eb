import Foundation
import Synchronization

/// Work on a thread of its own, whose result is waited for.
///
/// Blocking clients need threads: the test's own pool has only as many as there are cores.
final class Worker<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () -> Value) {
    Thread.detachNewThread { [self] in
      let value = work()
      result.withLock { $0 = value }
      done.signal()
    }
  }

  /// Waits for the end and takes the result; to be called once.
  func value() -> Value {
    done.wait()
    // The signal comes after the result.
    return result.withLock { $0! }
  }
}
