import Foundation
import Workspace

/// Reads pages of history through one handle that is opened when it is first needed.
///
/// Sendable because all calls come from one serial queue, the only place that knows of the handle.
final class HistoryReader: @unchecked Sendable {
  private var history: History?

  /// A page; empty if the journal cannot be read, which the console's follower tells of.
  func page(_ question: HistoryPages.Question, in directory: String) -> [HistoryEntry] {
    do throws(WorkspaceError) {
      let history = if let history { history } else { try History(directory: directory) }
      self.history = history
      return try history.page(limit: question.limit, filter: HistoryFilter(of: question.entity))
        .entries
    } catch {
      history = nil
      return []
    }
  }
}
