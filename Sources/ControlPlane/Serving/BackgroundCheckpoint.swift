import Foundation
import Synchronization
import Workspace

/// Writes checkpoints on a thread of its own, one at a time: opening a workspace that a program filled
/// through the control plane must not read its whole past.
final class BackgroundCheckpoint: Sendable {
  private let isRunning = Mutex(false)
  private let log: @Sendable (String) -> Void
  private let ended = DispatchSemaphore(value: 0)

  init(log: @escaping @Sendable (String) -> Void) {
    self.log = log
  }

  /// Starts one if enough was written since the last and none is being written.
  func startIfDue(_ workspace: Workspace) {
    guard workspace.linesSinceCheckpoint > ControlPlaneLimits.linesBetweenCheckpoints,
      isRunning.withLock({ running in
        defer { running = true }
        return !running
      })
    else { return }
    let task = workspace.checkpointTask()
    let thread = Thread { [self] in
      run(task)
      isRunning.withLock { $0 = false }
      ended.signal()
    }
    thread.name = "keystile-checkpoint"
    thread.start()
  }

  /// Waits for one that is being written, and writes a last one if it is worth it.
  func finish(_ workspace: Workspace) {
    while isRunning.withLock({ $0 }) { ended.wait() }
    if workspace.suggestsCheckpoint { run(workspace.checkpointTask()) }
  }

  private func run(_ task: CheckpointTask) {
    do throws(WorkspaceError) {
      try task.run()
    } catch {
      log("no checkpoint was written, the next start takes longer: \(error)")
    }
  }
}
