import GatewayModel

extension GatewayState {
  /// Every stage with what it serves, sorted by name.
  var servedStages: [(id: ApiStageID, stage: Stage, snapshot: ApiSnapshot)] {
    apis.values.flatMap { api in
      api.stages.values.compactMap { stage in
        api.deployments[stage.deploymentId].map {
          (ApiStageID(apiId: api.api.id, stage: stage.stageName), stage, $0.snapshot)
        }
      }
    }.sorted { $0.0 < $1.0 }
  }

  /// Keys in the order of their creation.
  var sortedKeys: [ApiKey] {
    keys.values.sorted { ($0.createdDate, $0.id) < ($1.createdDate, $1.id) }
  }

  /// Plans in the order of their creation.
  var sortedPlans: [UsagePlan] {
    plans.values.sorted { ($0.createdDate, $0.id) < ($1.createdDate, $1.id) }
  }

  /// The stages that any plan opens.
  var plannedStages: Set<ApiStageID> {
    Set(plans.values.flatMap { $0.apiStages.map(\.id) })
  }
}

extension ApiSnapshot {
  /// The methods that require a key, as `GET /pets`.
  var keyRequiredRoutes: [String] {
    routes.flatMap { route in
      route.methods.filter(\.apiKeyRequired).map { Words.route($0, at: route.path) }
    }
  }
}
