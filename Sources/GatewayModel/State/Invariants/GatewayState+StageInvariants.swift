extension GatewayState {
  /// A stage serves deployments that exist; one that is gone is in no plan.
  func checkStage(_ id: ApiStageID) throws(CommandError) {
    guard let stage = stage(id) else {
      try checkUnmapped(id.apiId, stage: id.stage)
      return try checkUnopened { $0 == id }
    }
    if let version = stage.documentationVersion,
      apis[id.apiId]?.documentationVersions[version] == nil
    {
      throw Self.broken(
        DocumentationVersion.rules.unknown,
        remedy: "The stage \(id) refers to the documentation \(version), which is gone.")
    }
    if let certificate = stage.clientCertificateId, clientCertificates[certificate] == nil {
      throw Self.broken(
        ClientCertificate.rules.unknown,
        remedy: "The stage \(id) shows the certificate \(certificate), which is gone.")
    }
    let served = [stage.deploymentId] + [stage.canarySettings?.deploymentId].compactMap { $0 }
    for deployment in served where apis[id.apiId]?.deployments[deployment] == nil {
      throw Self.broken(
        "Deployment id does not exist",
        remedy: "The stage \(id) serves the deployment \(deployment), which is gone.")
    }
  }

  /// No base path leads to an API or a stage that is gone.
  func checkUnmapped(_ apiId: RestApiID, stage: StageName? = nil) throws(CommandError) {
    guard let domain = domains(leadingTo: apiId, stage: stage).first else { return }
    throw Self.broken(
      "Invalid stage identifier specified",
      remedy: "A base path of '\(domain)' leads there; delete the mapping first.")
  }

  /// A deployment that is gone is served by no stage.
  func checkDeployment(_ id: DeploymentID, of apiId: RestApiID) throws(CommandError) {
    guard let api = apis[apiId], api.deployments[id] == nil else { return }
    for stage in api.stages.values.sorted(by: { $0.stageName < $1.stageName }) {
      guard stage.deploymentId != id else {
        throw Self.broken(
          "Active stages pointing to this deployment must be moved or deleted",
          remedy: "The stage '\(stage.stageName)' serves it; point the stage to another first.")
      }
      guard stage.canarySettings?.deploymentId != id else {
        throw Self.broken(
          "Active stages with canary settings pointing to this deployment must be moved or deleted",
          remedy: "The canary of the stage '\(stage.stageName)' serves it; remove the canary first."
        )
      }
    }
  }
}
