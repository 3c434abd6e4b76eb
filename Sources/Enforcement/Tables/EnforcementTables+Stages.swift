internal import GatewayModel

extension EnforcementTables {
  /// The stage with these names, or -1; one that only plans name is found too.
  @inline(__always)
  func stageNumber(_ apiId: UnsafeRawBufferPointer, _ stage: UnsafeRawBufferPointer) -> Int32 {
    stageIndex.find(RawHash.of(stage, seed: RawHash.of(apiId))) { candidate in
      let entry = stages[candidate]
      return apiId.equals(entry.id.apiId) && stage.equals(entry.id.stage)
    }
  }

  private static func hash(_ id: ApiStageID) -> UInt64 {
    RawHash.of(id.stage, seed: RawHash.of(id.apiId))
  }

  mutating func put(_ stage: Stage, of api: RestApiID, at now: Int64) {
    guard apis[api] != nil else { return }
    apis[api]?.stages[stage.stageName] = stage
    compileStage(ApiStageID(apiId: api, stage: stage.stageName), at: now)
  }

  mutating func deleteStage(_ id: ApiStageID, at now: Int64) {
    apis[id.apiId]?.stages[id.stage] = nil
    compileStage(id, at: now)
  }

  mutating func put(_ deployment: Deployment, of api: RestApiID, at now: Int64) {
    guard let old = apis[api] else { return }
    apis[api]?.deployments[deployment.id] = deployment
    // Only the description of a deployment can change, and nothing is decided by that.
    guard old.deployments[deployment.id]?.snapshot != deployment.snapshot else { return }
    compileStages(of: api, serving: deployment.id, at: now)
  }

  mutating func deleteDeployment(_ id: DeploymentID, of api: RestApiID, at now: Int64) {
    apis[api]?.deployments[id] = nil
    compileStages(of: api, serving: id, at: now)
  }

  mutating func deleteApi(_ id: RestApiID, at now: Int64) {
    guard let api = apis.removeValue(forKey: id) else { return }
    for name in api.stages.keys { compileStage(ApiStageID(apiId: id, stage: name), at: now) }
  }

  private mutating func compileStages(
    of api: RestApiID, serving deployment: DeploymentID, at now: Int64
  ) {
    for stage in apis[api]?.stages.values.map({ $0 }) ?? []
    where stage.deploymentId == deployment
      || stage.canarySettings?.deploymentId == deployment
    {
      compileStage(ApiStageID(apiId: api, stage: stage.stageName), at: now)
    }
  }

  /// Brings a stage's entry up to date with its settings and deployments.
  mutating func compileStage(_ id: ApiStageID, at now: Int64) {
    guard let stage = apis[id.apiId]?.stages[id.stage] else {
      guard let number = stageNumbers[id] else { return }
      stages[number].replace(with: nil)
      dropStageIfUnused(number)
      return
    }
    let compiled = CompiledStage(
      id: id, stage: stage, deployment: deployment(stage.deploymentId, of: id.apiId),
      canary: stage.canarySettings.flatMap { deployment($0.deploymentId, of: id.apiId) },
      account: account, since: now)
    stages[stageNumber(id)].replace(with: compiled)
  }

  /// A compiled deployment: the one a stage of the API has already, or a fresh one.
  private func deployment(_ id: DeploymentID, of api: RestApiID) -> CompiledDeployment? {
    guard let entry = apis[api], let deployment = entry.deployments[id] else { return nil }
    for name in entry.stages.keys {
      guard let stage = self.stage(ApiStageID(apiId: api, stage: name)) else { continue }
      for candidate in [stage.deployment, stage.canary] {
        if let candidate, candidate.id == id, candidate.snapshot == deployment.snapshot {
          return candidate
        }
      }
    }
    return CompiledDeployment(id: id, snapshot: deployment.snapshot)
  }

  /// The number of a stage, with a fresh entry if it has none.
  mutating func stageNumber(_ id: ApiStageID) -> Int32 {
    if let number = stageNumbers[id] { return number }
    let number = stages.add(StageEntry(id: id))
    stageNumbers[id] = number
    stageIndex.insert(Self.hash(id), number)
    return number
  }

  mutating func dropStageIfUnused(_ number: Int32) {
    guard stages[number].compiled == nil, stages[number].planCount == 0 else { return }
    let id = stages[number].id
    stageNumbers[id] = nil
    stageIndex.remove(Self.hash(id), number)
    stages.remove(number, leaving: .blank)
  }
}
