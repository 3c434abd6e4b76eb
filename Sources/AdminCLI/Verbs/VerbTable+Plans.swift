import GatewayModel
import Workspace

extension VerbTable {
  private static let plan = ArgumentSpec("PLAN", help: "a usage plan's id or name")
  private static let key = ArgumentSpec("KEY", help: "a key's id or name")
  private static let stage = ArgumentSpec("API:STAGE", help: "a stage, its API by id or name")
  private static let limits = [
    OptionSpec("--rate", "R", help: "requests a second and key, 0 or more, fractions allowed"),
    OptionSpec("--burst", "B", help: "requests a key may make at once, 0 or more"),
    OptionSpec(
      "--quota", "N/PERIOD[+OFFSET]",
      help: "requests a key may make each DAY, WEEK or MONTH, the period shifted by OFFSET days"),
  ]

  static let planVerbs = [
    VerbSpec(
      "plan", "create", summary: "Make a usage plan",
      arguments: [ArgumentSpec("NAME", help: "need not be unique")],
      options: limits + [
        OptionSpec("--description", "TEXT", help: "free text"),
        OptionSpec("--stage", "API:STAGE", help: "a stage the plan opens", isRepeated: true),
      ],
      examples: ["plan create standard --rate 50 --burst 100 --quota 1000/MONTH --stage shop:prod"],
      makesWorkspace: true, action: .administer(createPlan)),
    VerbSpec(
      "plan", "list", summary: "List usage plans", examples: ["plan list"],
      action: .administer(listPlans)),
    VerbSpec(
      "plan", "show", summary: "Show a plan with its limits, stages and keys", arguments: [plan],
      examples: ["plan show standard"], action: .administer(showPlan)),
    VerbSpec(
      "plan", "set", summary: "Change a plan's name, limits or quota; acts at once",
      arguments: [plan],
      options: limits + [
        OptionSpec("--name", "NAME", help: "need not be unique"),
        OptionSpec("--description", "TEXT", help: "free text"),
        OptionSpec("--no-throttle", help: "take rate and burst away"),
        OptionSpec("--no-quota", help: "take the quota away"),
      ],
      examples: ["plan set standard --rate 100"], action: .administer(setPlan)),
    VerbSpec(
      "plan", "attach", summary: "Put a key in a plan; acts at once", arguments: [plan, key],
      examples: ["plan attach standard web"], action: .administer(attachKey)),
    VerbSpec(
      "plan", "detach", summary: "Take a key out of a plan; acts at once", arguments: [plan, key],
      examples: ["plan detach standard web"], action: .administer(detachKey)),
    VerbSpec(
      "plan", "add-stage", summary: "Let a plan open a stage; acts at once",
      arguments: [plan, stage], examples: ["plan add-stage standard shop:prod"],
      action: .administer(addStage)),
    VerbSpec(
      "plan", "remove-stage", summary: "Let a plan no longer open a stage; acts at once",
      arguments: [plan, stage], examples: ["plan remove-stage standard shop:prod"],
      action: .administer(removeStage)),
    VerbSpec(
      "plan", "delete", summary: "Delete a plan; its keys stay",
      details: "A plan that opens stages is refused unless --remove-stages is given.",
      arguments: [plan],
      options: [
        OptionSpec("--remove-stages", help: "take its stages away first"),
        OptionSpec("--yes", help: "do not ask"),
      ],
      examples: ["plan delete standard --remove-stages --yes"], action: .administer(deletePlan)),
  ]

  private static func createPlan(_ session: AdminSession) throws {
    let invocation = session.invocation
    let stages = try invocation.values("--stage").map { text in
      let id = try session.stageID(text)
      return ApiStage(apiId: id.apiId, stage: id.stage)
    }
    let throttle = try throttle(invocation)
    let receipt = try session.submit(
      .createUsagePlan(
        Command.CreateUsagePlan(
          name: invocation.argument(0), description: invocation.value("--description"),
          apiStages: stages.isEmpty ? nil : stages, throttle: throttle,
          quota: try quota(invocation))))
    guard case .usagePlan(let id)? = receipt.subjects.first else { return }
    try session.reportPlan(id, words: "created")
  }

  private static func listPlans(_ session: AdminSession) throws {
    let state = try session.state
    let plans = state.plans.values.sorted { ($0.createdDate, $0.id) < ($1.createdDate, $1.id) }
    if session.output.isJSON { return session.output.json(session.jsonList(plans)) }
    var table = TextTable("ID", "NAME", "THROTTLE", "QUOTA", "KEYS", "STAGES")
    for plan in plans {
      table.add(
        plan.id, plan.name, LimitText.throttle(plan.throttle), LimitText.quota(plan.quota),
        String(state.planKeys[plan.id]?.count ?? 0),
        plan.apiStages.map { session.stageName($0.id, in: state) }.joined(separator: ", "))
    }
    table.print(
      to: session.output, whenEmpty: "No usage plans. Make one: keystile plan create NAME")
  }

  private static func showPlan(_ session: AdminSession) throws {
    let plan = try session.plan(session.invocation.argument(0))
    if session.output.isJSON { return session.output.json(session.json(plan)) }
    let state = try session.state
    let keys = (state.planKeys[plan.id] ?? [:]).values
      .sorted { ($1.createdDate, $1.keyId) < ($0.createdDate, $0.keyId) }
      .compactMap { state.keys[$0.keyId] }
    session.output.fields([
      ("id", plan.id), ("name", plan.name), ("description", plan.description ?? "—"),
      ("throttle", "\(LimitText.throttle(plan.throttle)), each key"),
      ("quota", "\(LimitText.quota(plan.quota)), each key"),
      (
        "stages",
        plan.apiStages.isEmpty
          ? "none: the plan opens nothing"
          : plan.apiStages.map { session.stageName($0.id, in: state) }.joined(separator: ", ")
      ),
    ])
    for apiStage in plan.apiStages {
      for (route, limit) in apiStage.throttle.sorted(by: { $0.key < $1.key }) {
        session.output.fields([
          ("limit", "\(apiStage.id) \(route): \(LimitText.throttle(limit))")
        ])
      }
    }
    session.output.line(CountText.of(keys.count, "key"))
    for key in keys {
      session.output.line(
        "  \(key.id)  \(key.maskedValue)  \(AdminOutput.safe(key.name ?? ""))"
          + (key.enabled ? "" : "  off"))
    }
  }

  private static func setPlan(_ session: AdminSession) throws {
    let invocation = session.invocation
    let plan = try session.plan(invocation.argument(0))
    var operations: [PatchOperation] = []
    for (option, path) in [("--name", "/name"), ("--description", "/description")] {
      if let value = invocation.value(option) { operations.append(.replace(path, value)) }
    }
    try invocation.exclude("--no-throttle", "--rate")
    try invocation.exclude("--no-throttle", "--burst")
    try invocation.exclude("--no-quota", "--quota")
    if invocation.has("--no-throttle") { operations.append(.remove("/throttle")) }
    let throttle = try throttle(invocation)
    if let rate = throttle?.rateLimit {
      operations.append(.replace("/throttle/rateLimit", "\(rate)"))
    }
    if let burst = throttle?.burstLimit {
      operations.append(.replace("/throttle/burstLimit", "\(burst)"))
    }
    if invocation.has("--no-quota") { operations.append(.remove("/quota")) }
    if let quota = try quota(invocation) {
      operations += [
        .replace("/quota/limit", "\(quota.limit ?? 0)"),
        .replace("/quota/offset", "\(quota.offset ?? 0)"),
        .replace("/quota/period", quota.period ?? ""),
      ]
    }
    try session.requireSomething(operations)
    try update(session, plan, operations, words: "changed")
  }

  private static func attachKey(_ session: AdminSession) throws {
    let plan = try session.plan(session.invocation.argument(0))
    let key = try session.key(session.invocation.argument(1))
    try session.submit(
      .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan.id, keyId: key.id)))
    session.report(
      id: key.id, "is in plan \(plan.name) now", json: session.json(member: key, of: plan))
  }

  private static func detachKey(_ session: AdminSession) throws {
    let plan = try session.plan(session.invocation.argument(0))
    let key = try session.key(session.invocation.argument(1))
    try session.submit(
      .deleteUsagePlanKey(Command.DeleteUsagePlanKey(usagePlanId: plan.id, keyId: key.id)))
    session.report(id: key.id, "is not in plan \(plan.name) any more", json: [:])
  }

  private static func addStage(_ session: AdminSession) throws {
    let plan = try session.plan(session.invocation.argument(0))
    let stage = try session.stageID(session.invocation.argument(1))
    try update(session, plan, [.add("/apiStages", "\(stage)")], words: "opens \(stage) now")
  }

  private static func removeStage(_ session: AdminSession) throws {
    let plan = try session.plan(session.invocation.argument(0))
    let stage = try session.stageID(session.invocation.argument(1))
    try update(session, plan, [.remove("/apiStages", "\(stage)")], words: "opens \(stage) no more")
  }

  private static func deletePlan(_ session: AdminSession) throws {
    let plan = try session.plan(session.invocation.argument(0))
    let keys = try session.state.planKeys[plan.id]?.count ?? 0
    try session.confirm(
      "Plan \(plan.name) will be deleted; what it opens is lost to \(CountText.of(keys, "key")).",
      typing: plan.name)
    var commands: [Command] = []
    if session.invocation.has("--remove-stages"), !plan.apiStages.isEmpty {
      commands.append(
        .updateUsagePlan(
          Command.UpdateUsagePlan(
            usagePlanId: plan.id,
            patchOperations: plan.apiStages.map { .remove("/apiStages", "\($0.id)") })))
    }
    commands.append(.deleteUsagePlan(Command.DeleteUsagePlan(usagePlanId: plan.id)))
    try session.submit(.batch(Command.Batch(commands: commands)))
    session.report(id: plan.id, "deleted", json: [:])
  }

  // MARK: Parts

  private static func update(
    _ session: AdminSession, _ plan: UsagePlan, _ operations: [PatchOperation], words: String
  ) throws {
    try session.submit(
      .updateUsagePlan(
        Command.UpdateUsagePlan(usagePlanId: plan.id, patchOperations: operations)))
    try session.reportPlan(plan.id, words: words)
  }

  private static func throttle(_ invocation: Invocation) throws -> ThrottleSettings? {
    let (rate, burst) = (try invocation.decimal("--rate"), try invocation.integer("--burst"))
    return rate == nil && burst == nil
      ? nil : ThrottleSettings(rateLimit: rate, burstLimit: burst)
  }

  private static func quota(_ invocation: Invocation) throws -> QuotaInput? {
    guard let text = invocation.value("--quota") else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let tail = parts.count == 2 ? parts[1].split(separator: "+", maxSplits: 1) : []
    guard parts.count == 2, let limit = Int(parts[0]), let period = tail.first,
      let offset = tail.count == 2 ? Int(tail[1]) : 0
    else {
      throw CommandLineError(
        "--quota takes N/DAY, N/WEEK or N/MONTH and maybe +OFFSET, not “\(text)”.",
        verb: invocation.verb)
    }
    return QuotaInput(limit: limit, offset: offset, period: period.uppercased())
  }
}
