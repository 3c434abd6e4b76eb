extension ApiState {
  /// What a deployment made now would change for a stage.
  ///
  /// Compared with the stage's own deployment; a canary's share of requests is served by another.
  /// - Returns: No difference when there is no such stage.
  /// - Complexity: linear in the size of the API and of what the stage serves. It depends on this value
  ///   and the name alone, so it may be kept for as long as the API does not change.
  public func undeployedChanges(in stage: StageName) -> SnapshotDiff {
    guard let id = stages[stage]?.deploymentId, let served = deployments[id] else { return .none }
    return SnapshotDiff(from: served.snapshot, to: snapshot)
  }

  /// What a deployment made now would change, for every stage.
  ///
  /// - Complexity: the API is frozen once and compared once with each deployment that is served, so
  ///   linear in the size of the API times the number of such deployments, at most 10.
  public func undeployedChangesByStage() -> [StageName: SnapshotDiff] {
    let live = snapshot
    var byDeployment: [DeploymentID: SnapshotDiff] = [:]
    return stages.mapValues { stage in
      let id = stage.deploymentId
      if let known = byDeployment[id] { return known }
      let diff = deployments[id].map { SnapshotDiff(from: $0.snapshot, to: live) } ?? .none
      byDeployment[id] = diff
      return diff
    }
  }

  /// What changes for a stage when it is pointed at another deployment, for example an older one.
  ///
  /// - Returns: Nil when the stage or the deployment does not exist.
  /// - Complexity: linear in the size of both deployments.
  public func changes(in stage: StageName, servingInstead id: DeploymentID) -> SnapshotDiff? {
    guard let current = stages[stage]?.deploymentId, let served = deployments[current],
      let other = deployments[id]
    else { return nil }
    return SnapshotDiff(from: served.snapshot, to: other.snapshot)
  }
}
