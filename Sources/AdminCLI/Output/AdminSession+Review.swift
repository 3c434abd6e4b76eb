import Enforcement
import GatewayModel
import Workspace

extension AdminSession {
  /// Prints what a deployment to a stage would change, as a verb's result.
  func printReview(of api: ApiState, stage: StageName) throws {
    let review = try review(of: api, stage: stage)
    if output.isJSON { return output.json(review.json) }
    review.lines.forEach { output.line($0) }
  }

  /// Notes what a deployment to a stage will change, beside the result: the id stays the first
  /// word of standard output.
  func noteReview(of api: ApiState, stage: StageName) throws {
    try review(of: api, stage: stage).lines.forEach { output.note($0) }
  }

  private func review(of api: ApiState, stage: StageName) throws -> DeploymentReview {
    DeploymentReview(
      of: api, stage: stage, rehearsal: try rehearsal(of: api, stage: stage), output: output)
  }

  /// The stage's newest recorded requests, decided again after the deployment; nil if there are none, or if
  /// the deployment will be refused.
  private func rehearsal(of api: ApiState, stage: StageName) throws -> RehearsalOutcome? {
    let workspace = try workspace()
    var filter = DecisionFilter()
    (filter.apiId, filter.stage) = (api.api.id, stage)
    let ring = (try? DecisionRing.reading(workspace.directory)) ?? nil
    let records = ring?.decisions(where: filter, limit: Rehearsal.reviewLimitRequests) ?? []
    let deployment = Command.CreateDeployment(restApiId: api.api.id, stageName: stage)
    guard !records.isEmpty, let decision = try? workspace.preview(.createDeployment(deployment))
    else { return nil }
    return Rehearsal(of: records.map(\.rehearsed), in: workspace.state)
      .outcome(of: decision.events)
  }

  /// Notes a difference beside the result.
  func note(_ diff: SnapshotDiff) {
    DiffText(diff, output: output).lines.forEach { output.note($0) }
  }
}
