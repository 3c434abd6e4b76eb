import Foundation
import GatewayModel
import Synchronization
import Workspace

/// Writes the counters to the disk once a second, on a thread that may wait.
///
/// What it bounds is a power cut: a process that dies loses nothing, since the counters stand in mapped
/// files. Once a day it deletes the days that are kept no longer, and it says what keeps requests from
/// being counted: the gateway's own thread meets that in the middle of a request.
final class UsageFlusher: Sendable {
  private let usage: UsageStore
  private let today: @Sendable () -> CalendarDay
  private let log: @Sendable (String) -> Void
  private let isStopped = Mutex(false)
  private let wakeUp = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(
    usage: UsageStore, today: @escaping @Sendable () -> CalendarDay,
    log: @escaping @Sendable (String) -> Void
  ) {
    self.usage = usage
    self.today = today
    self.log = log
    let thread = Thread { [self] in run() }
    thread.name = "keystile-usage"
    thread.start()
  }

  private func run() {
    var isInTrouble = false
    var sweptDay: CalendarDay?
    var reported: UsageError?
    repeat {
      _ = wakeUp.wait(timeout: .now() + 1)
      do throws(UsageError) {
        try usage.flush()
        let day = today()
        if day != sweptDay {
          try usage.removeExpiredDays(today: day)
          sweptDay = day
        }
        isInTrouble = false
      } catch {
        if !isInTrouble { log("the counters cannot be written to the disk: \(error)") }
        isInTrouble = true
      }
      let failure = usage.lastFailure
      if let failure, failure != reported { log("requests cannot be counted: \(failure)") }
      reported = failure
    } while !isStopped.withLock { $0 }
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
