public import GatewayModel

/// What is derived from the whole configuration and kept until it changes: which stages differ from
/// what they serve, and what the doctor finds.
public struct WorkspaceHealth: Sendable {
  /// What differs between each stage and its API; only stages that differ.
  public internal(set) var drift: [ApiStageID: SnapshotDiff] = [:]

  /// Nothing known yet.
  public init() {}

  /// How many changes wait for a deployment, over all stages.
  public var undeployedCount: Int { drift.values.reduce(0) { $0 + $1.count } }

  /// Compares the stages of some APIs with what they serve.
  ///
  /// - Complexity: linear in the size of these APIs.
  mutating func compare(_ apis: some Sequence<RestApiID>, in state: GatewayState) {
    for id in apis {
      drift = drift.filter { $0.key.apiId != id }
      guard let api = state.apis[id] else { continue }
      for (stage, diff) in api.undeployedChangesByStage() where !diff.isEmpty {
        drift[ApiStageID(apiId: id, stage: stage)] = diff
      }
    }
  }
}
