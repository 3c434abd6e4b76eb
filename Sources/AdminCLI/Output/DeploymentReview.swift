import GatewayModel

/// What a deployment to a stage would change, in words.
struct DeploymentReview {
  private let api: ApiState
  private let stage: StageName
  private let output: AdminOutput

  init(of api: ApiState, stage: StageName, output: AdminOutput) {
    self.api = api
    self.stage = stage
    self.output = output
  }

  /// The review as lines, made safe.
  var lines: [String] {
    guard let current = api.stages[stage] else {
      let table = TextTable(methodsOf: api)
      return [AdminOutput.safe("\(stage) will be a new stage of \(api.api.name), serving:")]
        + (table.isEmpty ? ["no methods: cannot be deployed"] : table.lines)
    }
    let place = "\(api.api.name):\(stage), instead of deployment \(current.deploymentId):"
    return [AdminOutput.safe(place)]
      + DiffText(api.undeployedChanges(in: stage), output: output).lines
  }

  /// The review as JSON; a new stage has no changes but all methods.
  var json: JSONValue {
    let current = api.stages[stage]
    let diff = current.map { _ in api.undeployedChanges(in: stage) } ?? .none
    return [
      "restApiId": .string(api.api.id), "stageName": .string(stage),
      "isNewStage": .bool(current == nil),
      "deploymentId": current.map { .string($0.deploymentId) } ?? .null,
      "changes": .array(diff.changes.map(DiffText.json)),
      "ignored": .array(diff.ignored.map(DiffText.json)),
      "risks": .array(diff.risks.map { .string($0.summary) }),
    ]
  }
}
