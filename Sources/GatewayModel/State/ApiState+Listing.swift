extension ApiState {
  /// The resources as lists show them: by path, so the root is first.
  public var listedResources: [Resource] {
    resources.values.sorted { ($0.path, $0.id) < ($1.path, $1.id) }
  }

  /// The deployments as lists show them: the oldest first.
  ///
  /// Source: recorded answer of GetDeployments.
  public var listedDeployments: [Deployment] {
    deployments.values.sorted { ($0.createdDate, $0.id) < ($1.createdDate, $1.id) }
  }

  /// The stages as lists show them: by name.
  ///
  /// - Parameter id: Only those that serve this deployment; nil for all.
  public func listedStages(serving id: DeploymentID? = nil) -> [Stage] {
    stages.values.filter { id == nil || $0.deploymentId == id }
      .sorted { $0.stageName < $1.stageName }
  }

  /// The models as lists show them: by name.
  public var listedModels: [Model] {
    models.values.sorted { $0.name < $1.name }
  }

  /// The validators as lists show them: by id.
  public var listedRequestValidators: [RequestValidator] {
    requestValidators.values.sorted { $0.id < $1.id }
  }

  /// All 21 gateway responses, set or default.
  public var listedGatewayResponses: [EffectiveGatewayResponse] {
    EffectiveGatewayResponse.all(among: gatewayResponses)
  }
}
