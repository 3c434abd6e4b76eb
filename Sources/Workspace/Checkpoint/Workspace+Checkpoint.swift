public import GatewayModel
import Journal

extension Workspace {
  /// The lines that the next opening would have to read one by one.
  public var linesSinceCheckpoint: UInt64 {
    state.sequence - min(checkpointSequence, state.sequence)
  }

  /// Whether a checkpoint is worth making: do so in the background, or before the program ends.
  public var suggestsCheckpoint: Bool {
    linesSinceCheckpoint > WorkspaceLimits.linesBetweenCheckpoints
  }

  /// Prepares a checkpoint of the state as it is, for another thread to write.
  ///
  /// It counts as made from now on; one that fails costs the next opening time, no more.
  public func checkpointTask() -> CheckpointTask {
    checkpointSequence = state.sequence
    return CheckpointTask(plan: journal.planCheckpoint(), state: state)
  }

  /// Writes a checkpoint of the state as it is.
  ///
  /// - Returns: The line it includes.
  /// - Complexity: linear in the size of the state.
  @discardableResult
  public func checkpoint() throws(WorkspaceError) -> Sequence64 {
    try checkpointTask().run()
    return checkpointSequence
  }
}
