import CSystem
import Workspace

/// The handle on the past, opened when it is first needed and after every trouble.
///
/// Sendable because all calls come from one serial queue, the only place that knows of the handle.
final class PastHandle: @unchecked Sendable {
  private let directory: String
  private var history: History?

  init(directory: String) { self.directory = directory }

  /// Reads something of it.
  func read<Value>(
    _ work: (History) throws(WorkspaceError) -> Value
  ) -> Result<Value, WorkspaceError> {
    // A reading leaves more freed blocks behind than the console needs for all else.
    defer { ks_memory_trim() }
    do throws(WorkspaceError) {
      let history = if let history { history } else { try History(directory: directory) }
      self.history = history
      return .success(try work(history))
    } catch {
      history = nil
      return .failure(error)
    }
  }
}
