import GatewayModel
import Journal

/// A checkpoint that is ready to be written, by any thread.
///
/// Holds a copy of the state, which is made only when the owner changes the state meanwhile.
public struct CheckpointTask: Sendable {
  let plan: CheckpointPlan
  let state: GatewayState

  /// Writes it.
  ///
  /// - Throws: Why not; nothing is lost then but the time the next opening takes.
  /// - Complexity: linear in the size of the state.
  public func run() throws(WorkspaceError) {
    try workspaceCall {
      try plan.write { writer in
        try CheckpointCodec.forEachLine(of: state) { line in try writer.append(line) }
      }
    }
  }
}
