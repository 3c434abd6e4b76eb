public import Doctor
import Enforcement
public import GatewayModel
public import Workspace

/// What the doctor can learn from a workspace besides its configuration.
public enum WorkspaceObservations {
  /// Recorded requests that are looked at.
  static let requestLimit = 20_000
  /// Changes that are looked at for stages that plans lost.
  static let changeLimit = 500
  /// Different unmatched routes that are told.
  static let routeLimit = 20

  /// Reads the recent requests and changes.
  ///
  /// - Throws: `WorkspaceError` if the journal cannot be read.
  /// - Complexity: linear in the limits above and in the journal.
  public static func read(_ workspace: Workspace, now: Timestamp) throws -> Observations {
    var observed = requests(in: workspace.directory, now: now)
    observed.lostStages = try lostStages(in: try workspace.history())
    return observed
  }

  /// Reads the recent requests only.
  ///
  /// - Parameter directory: The workspace's folder.
  /// - Complexity: linear in the recorded requests, whatever the journal holds.
  public static func requests(in directory: String, now: Timestamp) -> Observations {
    var observed = Observations(now: now)
    let ring = (try? DecisionRing.reading(directory)) ?? nil
    let records = ring?.decisions(limit: requestLimit) ?? []
    var addresses: [ApiKeyID: Set<String>] = [:]
    var misses: [Miss: Int] = [:]
    for record in records {
      if let key = record.keyId {
        observed.usedKeys.insert(key)
        if let address = record.sourceAddress { addresses[key, default: []].insert(address) }
      }
      if case .noRoute = record.verdict {
        misses[Miss(record), default: 0] += 1
      }
    }
    observed.addressCountByKey = addresses.mapValues(\.count)
    observed.unmatchedRoutes = misses.sorted { ($1.value, $0.key.path) < ($0.value, $1.key.path) }
      .prefix(routeLimit).map { miss, count in
        .init(stage: miss.stage, httpMethod: miss.verb, path: miss.path, count: count)
      }
    return observed
  }

  private struct Miss: Hashable {
    let stage: ApiStageID
    let verb: String
    let path: String

    init(_ record: DecisionRecord) {
      stage = record.stage
      verb = record.verb?.name ?? "?"
      path = record.path.isEmpty ? "/" : record.path
    }
  }

  /// Plans that lost a stage because the stage was deleted, as far as the recent changes tell.
  ///
  /// - Complexity: as `History.page`: a long journal takes its time.
  public static func lostStages(
    in history: History
  ) throws(WorkspaceError) -> [Observations.LostStage] {
    let page = try history.page(limit: changeLimit)
    return page.entries.flatMap { entry -> [Observations.LostStage] in
      let deleted = entry.changes.compactMap { change -> ApiStageID? in
        guard case .stage(let id) = change.ref, change.after == nil else { return nil }
        return id
      }
      return entry.changes.flatMap { change -> [Observations.LostStage] in
        guard case .usagePlan(let before)? = change.before else { return [] }
        return deleted.filter { before.apiStage($0) != nil }.map {
          .init(usagePlanId: before.id, stage: $0, sequence: entry.sequence)
        }
      }
    }
  }
}
