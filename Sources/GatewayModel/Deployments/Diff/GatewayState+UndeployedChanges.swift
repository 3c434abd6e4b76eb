extension GatewayState {
  /// What a deployment made now would change for a stage.
  ///
  /// - Returns: No difference when there is no such stage.
  /// - Complexity: linear in the size of the API and of what the stage serves.
  public func undeployedChanges(of id: ApiStageID) -> SnapshotDiff {
    apis[id.apiId]?.undeployedChanges(in: id.stage) ?? .none
  }

  /// What changes for callers when a stage is rolled back to another deployment of its API.
  ///
  /// - Returns: Nil when the stage or the deployment does not exist.
  /// - Complexity: linear in the size of both deployments.
  public func rollbackChanges(of id: ApiStageID, to deployment: DeploymentID) -> SnapshotDiff? {
    apis[id.apiId]?.changes(in: id.stage, servingInstead: deployment)
  }

  /// What one stage serves otherwise than another, for example before the second is brought up to the
  /// first.
  ///
  /// - Returns: Nil when either stage does not exist.
  /// - Complexity: linear in the size of both deployments.
  public func changes(from stage: ApiStageID, to other: ApiStageID) -> SnapshotDiff? {
    guard let served = servedSnapshot(stage), let instead = servedSnapshot(other) else {
      return nil
    }
    return SnapshotDiff(from: served, to: instead)
  }
}
