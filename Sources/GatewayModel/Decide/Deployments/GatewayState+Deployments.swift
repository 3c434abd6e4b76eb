extension GatewayState {
  /// Changes a deployment's description; what it serves never changes.
  func decide(
    _ input: Command.UpdateDeployment, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try Self.deploymentPatch.check(input.patchOperations)
    var (_, deployment) = try existingDeployment(input.deploymentId, of: input.restApiId)
    try Self.deploymentPatch.apply(input.patchOperations, to: &deployment)
    let entity = Entity.deployment(input.restApiId, deployment)
    return Decision(events: changes(to: entity), subjects: [entity.ref])
  }

  /// Deletes a deployment that neither a stage nor a canary serves.
  func decide(
    _ input: Command.DeleteDeployment, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let (api, deployment) = try existingDeployment(input.deploymentId, of: input.restApiId)
    try checkUnused(
      deployment, by: api.stages.values.filter { $0.deploymentId == deployment.id },
      text: "Active stages pointing to this deployment must be moved or deleted")
    try checkUnused(
      deployment,
      by: api.stages.values.filter { $0.canarySettings?.deploymentId == deployment.id },
      text: "Active stages with canary settings pointing to this deployment must be moved or "
        + "deleted")
    let ref = EntityRef.deployment(input.restApiId, deployment.id)
    return Decision(events: [.deleted(ref)], subjects: [ref])
  }

  private func checkUnused(
    _ deployment: Deployment, by stages: [Stage], text: String
  ) throws(CommandError) {
    guard !stages.isEmpty else { return }
    throw CommandError(
      .badRequest, text, field: "deploymentId",
      remedy: "It is served by \(Self.list(stages.map(\.stageName), noun: "stage")).")
  }

  private static let deploymentPatch = PatchTable<Deployment>(
    input: "updateDeploymentInput", refusal: .choosesOperation,
    rules: [PatchRule("/description", .replace) { $0.description = $1.text }])
}
