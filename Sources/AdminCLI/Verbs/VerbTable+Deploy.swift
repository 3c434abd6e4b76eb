import GatewayModel
import Workspace

extension VerbTable {
  private static let api = ArgumentSpec("API", help: "an API's id or name")
  private static let stage = ArgumentSpec("STAGE", help: "a stage's name")

  static let deployVerbs = [
    VerbSpec(
      nil, "deploy", summary: "Have a stage serve an API as it is now, after a review",
      details: "Makes the stage if it is missing. Asks on a terminal; scripts say --yes.",
      arguments: [api, stage],
      options: [
        OptionSpec("--message", "TEXT", help: "kept with the deployment"),
        OptionSpec("--dry-run", help: "show the review and change nothing"),
        OptionSpec("--yes", help: "do not ask"),
      ],
      examples: ["deploy shop prod", "deploy shop prod --yes --message 'keys required'"],
      action: .administer(deploy))
  ]

  static let stageVerbs = [
    VerbSpec(
      "stage", "list", summary: "List stages and whether they serve their API as it is now",
      arguments: [ArgumentSpec("API", help: "an API's id or name", isOptional: true)],
      examples: ["stage list"], action: .administer(listStages)),
    VerbSpec(
      "stage", "show", summary: "Show a stage", arguments: [api, stage],
      examples: ["stage show shop prod"], action: .administer(showStage)),
    VerbSpec(
      "stage", "diff", summary: "Show what a deployment would change", arguments: [api, stage],
      examples: ["stage diff shop prod"], action: .administer(diffStage)),
    VerbSpec(
      "stage", "rollback", summary: "Have a stage serve an earlier deployment again",
      details: "Without DEPLOYMENT, the one made before the one it serves.",
      arguments: [
        api, stage, ArgumentSpec("DEPLOYMENT", help: "a deployment's id", isOptional: true),
      ],
      options: [OptionSpec("--yes", help: "do not ask")],
      examples: ["stage rollback shop prod --yes"], action: .administer(rollBack)),
    VerbSpec(
      "stage", "set", summary: "Change a stage; acts at once", arguments: [api, stage],
      options: [
        OptionSpec("--description", "TEXT", help: "free text"),
        OptionSpec("--variable", "NAME=VALUE", help: "set a stage variable", isRepeated: true),
        OptionSpec("--unset-variable", "NAME", help: "drop a stage variable", isRepeated: true),
        OptionSpec("--rate", "R", help: "requests a second to each method; -1 for no limit"),
        OptionSpec("--burst", "B", help: "requests at once to each method; -1 for no limit"),
        OptionSpec(
          "--remove-setting", "KEY", help: "drop a method setting, for example */*",
          isRepeated: true),
      ],
      examples: ["stage set shop prod --rate 100 --burst 200"], action: .administer(setStage)),
    VerbSpec(
      "stage", "delete", summary: "Delete a stage; plans lose it and do not get it back",
      arguments: [api, stage], options: [OptionSpec("--yes", help: "do not ask")],
      examples: ["stage delete shop beta --yes"], action: .administer(deleteStage)),
  ]

  static let deploymentVerbs = [
    VerbSpec(
      "deployment", "list", summary: "List the deployments of an API, newest first",
      arguments: [api], examples: ["deployment list shop"], action: .administer(listDeployments)),
    VerbSpec(
      "deployment", "show", summary: "Show what a deployment froze",
      arguments: [api, ArgumentSpec("ID", help: "a deployment's id")],
      examples: ["deployment show shop a1b2c3"], action: .administer(showDeployment)),
    VerbSpec(
      "deployment", "delete", summary: "Delete a deployment no stage serves",
      arguments: [api, ArgumentSpec("ID", help: "a deployment's id")],
      options: [OptionSpec("--yes", help: "do not ask")],
      examples: ["deployment delete shop a1b2c3 --yes"], action: .administer(deleteDeployment)),
  ]

  private static func deploy(_ session: AdminSession) throws {
    let invocation = session.invocation
    let api = try session.api(invocation.argument(0))
    let name = invocation.argument(1)
    if invocation.has("--dry-run") { return try session.printReview(of: api, stage: name) }
    try session.noteReview(of: api, stage: name)
    try session.confirm("\(name) of \(api.api.name) will serve this.", typing: name)
    let receipt = try session.submit(
      .createDeployment(
        Command.CreateDeployment(
          restApiId: api.api.id, stageName: name, description: invocation.value("--message"))))
    let id = receipt.subjects.compactMap { ref -> DeploymentID? in
      if case .deployment(_, let id) = ref { id } else { nil }
    }.first
    guard let id, let made = try session.state.apis[api.api.id]?.deployments[id] else { return }
    session.report(id: id, "\(name) serves this deployment now", json: session.json(made))
  }

  private static func listStages(_ session: AdminSession) throws {
    let state = try session.state
    let only = try session.invocation.optionalArgument(0).map { try session.api($0).api.id }
    let apis = state.apis.values.filter { only == nil || $0.api.id == only }
      .sorted { ($0.api.name, $0.api.id) < ($1.api.name, $1.api.id) }
    if session.output.isJSON {
      let stages = apis.flatMap { $0.stages.values.sorted { $0.stageName < $1.stageName } }
      return session.output.json(session.list(stages.map(\.wire)))
    }
    var table = TextTable("API", "STAGE", "DEPLOYMENT", "STATE", "PLANS")
    for api in apis {
      for stage in api.stages.values.sorted(by: { $0.stageName < $1.stageName }) {
        let id = ApiStageID(apiId: api.api.id, stage: stage.stageName)
        let diff = state.undeployedChanges(of: id)
        let plans = state.plans.values.filter { $0.apiStage(id) != nil }.map(\.name).sorted()
        table.add(
          id: "\(id)", "\(api.api.name) (\(api.api.id))", stage.stageName, stage.deploymentId,
          diff.isEmpty ? "as edited" : "undeployed: \(diff.summary)",
          plans.isEmpty ? "none" : plans.joined(separator: ", "))
      }
    }
    table.print(to: session.output, whenEmpty: "No stages. Make one: keystile deploy API STAGE")
  }

  private static func showStage(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    let stage = try session.stage(session.invocation.argument(1), of: api)
    if session.output.isJSON { return session.output.json(stage.wire) }
    let id = ApiStageID(apiId: api.api.id, stage: stage.stageName)
    let diff = try session.state.undeployedChanges(of: id)
    session.output.fields([
      ("stage", "\(api.api.name):\(stage.stageName)"),
      ("path", "/\(api.api.id)/\(stage.stageName)/"),
      ("deployment", stage.deploymentId), ("description", stage.description ?? "—"),
      ("undeployed", diff.isEmpty ? "nothing" : diff.summary),
      ("created", stage.createdDate.iso8601), ("updated", stage.lastUpdatedDate.iso8601),
    ])
    for (name, value) in (stage.variables ?? [:]).sorted(by: { $0.key < $1.key }) {
      session.output.fields([("variable", "\(name)=\(value)")])
    }
    for (key, setting) in stage.methodSettings.sorted(by: { $0.key < $1.key }) {
      let limit = ThrottleSettings(
        rateLimit: setting.throttlingRateLimit, burstLimit: setting.throttlingBurstLimit)
      session.output.fields([("setting", "\(key): \(LimitText.throttle(limit)) each method")])
    }
  }

  private static func diffStage(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    _ = try session.stage(session.invocation.argument(1), of: api)
    try session.printReview(of: api, stage: session.invocation.argument(1))
  }

  private static func rollBack(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    let stage = try session.stage(session.invocation.argument(1), of: api)
    let target = try rollbackTarget(session, api, stage)
    if let current = api.deployments[stage.deploymentId] {
      session.note(SnapshotDiff(from: current.snapshot, to: target.snapshot))
    }
    try session.confirm(
      "\(stage.stageName) of \(api.api.name) will serve \(target.id) again.",
      typing: stage.stageName)
    try session.submit(
      .updateStage(
        Command.UpdateStage(
          restApiId: api.api.id, stageName: stage.stageName,
          patchOperations: [.replace("/deploymentId", target.id)])))
    session.report(
      id: target.id, "\(stage.stageName) serves this deployment now", json: session.json(target))
  }

  private static func rollbackTarget(
    _ session: AdminSession, _ api: ApiState, _ stage: Stage
  ) throws -> Deployment {
    if let id = session.invocation.optionalArgument(2) {
      return try deployment(session, id, of: api)
    }
    let served = api.deployments[stage.deploymentId]?.createdDate ?? session.environment.now()
    let earlier = api.deployments.values.filter {
      ($0.createdDate, $0.id) < (served, stage.deploymentId) && $0.id != stage.deploymentId
    }.max { ($0.createdDate, $0.id) < ($1.createdDate, $1.id) }
    guard let earlier else {
      throw CommandError(
        .notFound, "There is no deployment before the one \(stage.stageName) serves.",
        remedy: "keystile deployment list \(api.api.id)")
    }
    return earlier
  }

  private static func setStage(_ session: AdminSession) throws {
    let invocation = session.invocation
    let api = try session.api(invocation.argument(0))
    let stage = try session.stage(invocation.argument(1), of: api)
    var operations: [PatchOperation] = []
    if let text = invocation.value("--description") {
      operations.append(.replace("/description", text))
    }
    for text in invocation.values("--variable") {
      guard let equals = text.firstIndex(of: "=") else {
        throw CommandLineError("--variable takes NAME=VALUE, not “\(text)”.", verb: invocation.verb)
      }
      operations.append(
        .replace("/variables/\(text[..<equals])", String(text[text.index(after: equals)...])))
    }
    operations += invocation.values("--unset-variable").map { .remove("/variables/\($0)") }
    if let rate = try invocation.decimal("--rate") {
      operations.append(.replace("/*/*/throttling/rateLimit", "\(rate)"))
    }
    if let burst = try invocation.integer("--burst") {
      operations.append(.replace("/*/*/throttling/burstLimit", "\(burst)"))
    }
    operations += invocation.values("--remove-setting").map { .remove("/\($0)") }
    try session.requireSomething(operations)
    try session.submit(
      .updateStage(
        Command.UpdateStage(
          restApiId: api.api.id, stageName: stage.stageName, patchOperations: operations)))
    let changed = try session.stage(stage.stageName, of: session.api(api.api.id))
    session.report(id: stage.stageName, "changed", json: changed.wire)
  }

  private static func deleteStage(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    let stage = try session.stage(session.invocation.argument(1), of: api)
    let id = ApiStageID(apiId: api.api.id, stage: stage.stageName)
    let plans = try session.state.plans.values.filter { $0.apiStage(id) != nil }.map(\.name)
      .sorted()
    try session.confirm(
      "\(stage.stageName) of \(api.api.name) stops serving at once"
        + (plans.isEmpty ? "." : "; plans lose it: \(plans.joined(separator: ", "))."),
      typing: stage.stageName)
    try session.submit(
      .deleteStage(Command.DeleteStage(restApiId: api.api.id, stageName: stage.stageName)))
    session.report(id: stage.stageName, "deleted", json: [:])
  }

  private static func listDeployments(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    let deployments = api.deployments.values.sorted {
      ($1.createdDate, $1.id) < ($0.createdDate, $0.id)
    }
    if session.output.isJSON { return session.output.json(session.jsonList(deployments)) }
    var table = TextTable("ID", "CREATED", "SERVED BY", "DESCRIPTION")
    for deployment in deployments {
      let stages = api.stages.values.filter { $0.deploymentId == deployment.id }
        .map(\.stageName).sorted()
      table.add(
        deployment.id, deployment.createdDate.iso8601,
        stages.isEmpty ? "—" : stages.joined(separator: ", "), deployment.description ?? "")
    }
    table.print(to: session.output, whenEmpty: "No deployments.")
  }

  private static func showDeployment(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    let deployment = try deployment(session, session.invocation.argument(1), of: api)
    if session.output.isJSON {
      return session.output.json(session.json(deployment, embedsSummary: true))
    }
    session.output.fields([
      ("id", deployment.id), ("created", deployment.createdDate.iso8601),
      ("description", deployment.description ?? "—"),
    ])
    var table = TextTable("METHOD", "PATH", "KEY")
    for route in deployment.snapshot.routes {
      for method in route.methods {
        table.add(
          id: "\(method.httpMethod) \(route.path)", method.httpMethod, route.path,
          method.apiKeyRequired ? "required" : "—")
      }
    }
    table.print(to: session.output, whenEmpty: "No methods.")
  }

  private static func deleteDeployment(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    let deployment = try deployment(session, session.invocation.argument(1), of: api)
    try session.confirm("Deployment \(deployment.id) will be deleted.")
    try session.submit(
      .deleteDeployment(
        Command.DeleteDeployment(restApiId: api.api.id, deploymentId: deployment.id)))
    session.report(id: deployment.id, "deleted", json: [:])
  }

  private static func deployment(
    _ session: AdminSession, _ id: String, of api: ApiState
  ) throws -> Deployment {
    guard let deployment = api.deployments[id] else {
      throw CommandError(
        .notFound, "API “\(api.api.name)” has no deployment “\(id)”.",
        remedy: "keystile deployment list \(api.api.id)")
    }
    return deployment
  }
}
