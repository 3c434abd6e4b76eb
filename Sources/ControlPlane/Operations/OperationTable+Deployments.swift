import GatewayModel
import HTTPServer

extension OperationTable {
  static let stagePath = "/restapis/{restApiId}/stages/{stageName}"

  private static let canaryMembers: [InputMember] = [
    .number("percentTraffic"), .textMap("stageVariableOverrides"), .boolean("useStageCache"),
  ]

  /// Deployments and the stages that serve them.
  static let deployments: [OperationSpec] = [
    OperationSpec(
      "CreateDeployment", .post, "/restapis/{restApiId}/deployments",
      body: .members([
        .text("stageName"), .text("stageDescription"), .text("description"),
        .boolean("cacheClusterEnabled"), .text("cacheClusterSize"), .textMap("variables"),
        .structure("canarySettings", canaryMembers), .boolean("tracingEnabled"),
      ]), status: 201,
      .write(Command.createDeployment) { (outcome) throws(CommandError) in
        try outcome.deployment().wire()
      }),
    OperationSpec(
      "GetDeployment", .get, "/restapis/{restApiId}/deployments/{deploymentId}",
      query: [.texts("embed")],
      .json { (request, store) throws(CommandError) in
        try store.state.existingDeployment(request["deploymentId"], of: request["restApiId"]).1
          .wire(embedsSummary: request.texts("embed").contains("apisummary"))
      }),
    OperationSpec(
      "GetDeployments", .get, "/restapis/{restApiId}/deployments", query: InputMember.paging,
      .json { (request, store) throws(CommandError) in
        let api = request["restApiId"]
        return try PageRequest(request, list: "restapis/\(api)/deployments").answer(
          store.state.existingApi(api).listedDeployments,
          key: { [$0.createdDate.sortText, $0.id] }, print: { $0.wire() })
      }),
    OperationSpec(
      "UpdateDeployment", .patch, "/restapis/{restApiId}/deployments/{deploymentId}",
      body: .members([.patchOperations]),
      .write(Command.updateDeployment) { (outcome) throws(CommandError) in
        try outcome.deployment().wire()
      }),
    OperationSpec(
      "DeleteDeployment", .delete, "/restapis/{restApiId}/deployments/{deploymentId}",
      status: 202, .write(Command.deleteDeployment)),
  ]

  /// Stages.
  static let stages: [OperationSpec] = [
    OperationSpec(
      "CreateStage", .post, "/restapis/{restApiId}/stages",
      body: .members([
        .text("stageName", isRequired: true), .text("deploymentId", isRequired: true),
        .text("description"), .boolean("cacheClusterEnabled"), .text("cacheClusterSize"),
        .textMap("variables"), .text("documentationVersion"),
        .structure("canarySettings", canaryMembers + [.text("deploymentId")]),
        .boolean("tracingEnabled"), .textMap("tags"),
      ]), status: 201,
      .write(Command.createStage) { (outcome) throws(CommandError) in try outcome.stage().wire }),
    OperationSpec(
      "GetStage", .get, PathTemplate(stagePath),
      .json { (request, store) throws(CommandError) in
        try store.state.requireStage(request["stageName"], of: request["restApiId"]).wire
      }),
    OperationSpec(
      "GetStages", .get, "/restapis/{restApiId}/stages", query: [.text("deploymentId")],
      .json { (request, store) throws(CommandError) in
        let deployment = request.text("deploymentId").flatMap { $0.isEmpty ? nil : $0 }
        return WireList.page(
          try store.state.existingApi(request["restApiId"]).listedStages(serving: deployment)
            .map(\.wire))
      }),
    OperationSpec(
      "UpdateStage", .patch, PathTemplate(stagePath), body: .members([.patchOperations]),
      .write(Command.updateStage) { (outcome) throws(CommandError) in try outcome.stage().wire }),
    OperationSpec(
      "DeleteStage", .delete, PathTemplate(stagePath), status: 202, .write(Command.deleteStage)),
    OperationSpec(
      "FlushStageCache", .delete, PathTemplate(stagePath + "/cache/data"), status: 202,
      flushed),
    OperationSpec(
      "FlushStageAuthorizersCache", .delete, PathTemplate(stagePath + "/cache/authorizers"),
      status: 202, flushed),
  ]

  /// Nothing is cached here, so a cache is empty already; only the stage must exist.
  private static let flushed = OperationHandler.read { (request, store) throws(CommandError) in
    _ = try store.state.requireStage(request["stageName"], of: request["restApiId"])
    return .empty
  }
}

extension WriteOutcome {
  fileprivate func deployment() throws(CommandError) -> Deployment {
    try subject { if case .deployment(_, let deployment) = $0 { deployment } else { nil } }
  }

  fileprivate func stage() throws(CommandError) -> Stage {
    try subject { if case .stage(_, let stage) = $0 { stage } else { nil } }
  }
}
