import GatewayModel

extension AdminSession {
  /// Prints what a deployment to a stage would change, as a verb's result.
  func printReview(of api: ApiState, stage: StageName) {
    let review = DeploymentReview(of: api, stage: stage, output: output)
    if output.isJSON { return output.json(review.json) }
    review.lines.forEach { output.line($0) }
  }

  /// Notes what a deployment to a stage will change, beside the result: the id stays the first
  /// word of standard output.
  func noteReview(of api: ApiState, stage: StageName) {
    DeploymentReview(of: api, stage: stage, output: output).lines.forEach { output.note($0) }
  }

  /// Notes a difference beside the result.
  func note(_ diff: SnapshotDiff) {
    DiffText(diff, output: output).lines.forEach { output.note($0) }
  }
}
