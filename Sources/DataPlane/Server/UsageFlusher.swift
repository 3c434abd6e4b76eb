import Foundation
import Synchronization
import Workspace

/// Writes the counters to the disk once a second, on a thread that may wait.
///
/// What it bounds is a power cut: a process that dies loses nothing, since the counters stand in mapped
/// files.
final class UsageFlusher: Sendable {
  private let usage: UsageStore
  private let log: @Sendable (String) -> Void
  private let isStopped = Mutex(false)
  private let wakeUp = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(usage: UsageStore, log: @escaping @Sendable (String) -> Void) {
    self.usage = usage
    self.log = log
    let thread = Thread { [self] in run() }
    thread.name = "keystile-usage"
    thread.start()
  }

  private func run() {
    var isInTrouble = false
    while !isStopped.withLock({ $0 }) {
      _ = wakeUp.wait(timeout: .now() + 1)
      do throws(UsageError) {
        try usage.flush()
        isInTrouble = false
      } catch {
        if !isInTrouble { log("the counters cannot be written to the disk: \(error)") }
        isInTrouble = true
      }
    }
    ended.signal()
  }

  /// Writes a last time and ends the thread.
  func stop() {
    let wasRunning = isStopped.withLock { stopped in
      defer { stopped = true }
      return !stopped
    }
    guard wasRunning else { return }
    wakeUp.signal()
    ended.wait()
  }
}
