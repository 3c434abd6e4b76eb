import GatewayModel
import Workspace

extension History {
  /// The key, plan or API that had an id, found by its newest changes.
  ///
  /// - Complexity: linear in the journal, as far back as it holds the id.
  func lastChange(ofID id: String) throws -> EntityRef? {
    let candidates: [EntityRef] = [.apiKey(id), .usagePlan(id), .restApi(id)]
    return try candidates.first { ref in
      try !page(limit: 1, filter: HistoryFilter(only: ref)).entries.isEmpty
    }
  }
}
