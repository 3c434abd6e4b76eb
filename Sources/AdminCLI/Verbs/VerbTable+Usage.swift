import Enforcement
import GatewayModel
import Workspace

extension VerbTable {
  private static let range = [
    OptionSpec("--from", "DATE", help: "first UTC day, YYYY-MM-DD (today)"),
    OptionSpec("--to", "DATE", help: "last UTC day, YYYY-MM-DD (today)"),
  ]

  /// How often the counters are read again.
  private static let watchInterval = Duration.seconds(1)
  /// Puts the cursor in the corner and clears the screen.
  private static let clearScreen = "\u{1B}[H\u{1B}[2J"

  static let usageVerbs = [
    VerbSpec(
      "usage", "show",
      summary: "Show what keys have used of their plans, and what was refused outside them",
      arguments: [ArgumentSpec("PLAN", help: "a usage plan's id or name", isOptional: true)],
      options: [
        OptionSpec("--key", "KEY", help: "only this key, by id or name")
      ] + range + [OptionSpec("--watch", help: "print the counters every second until Ctrl-C")],
      examples: [
        "usage show standard", "usage show --key web",
        "usage show standard --from 2026-11-01 --json",
      ],
      action: .administer(showUsage)),
    VerbSpec(
      "usage", "grant", summary: "Set what is left of a key's quota in the current period",
      details: "Sets and does not add, as API Gateway's UpdateUsage: the limit and what was used "
        + "stay, and the next period begins with the whole quota.",
      arguments: [
        ArgumentSpec("PLAN", help: "a usage plan's id or name"),
        ArgumentSpec("KEY", help: "a key's id or name"),
        ArgumentSpec("N", help: "requests that shall be left, 0 or more"),
      ],
      examples: ["usage grant standard web 500"], action: .administer(grant)),
    VerbSpec(
      "usage", "export", summary: "Print usage by plan, key and day as comma-separated values",
      options: range, examples: ["usage export --from 2026-11-01 > usage.csv"],
      action: .administer(exportUsage)),
  ]

  private static func showUsage(_ session: AdminSession) throws {
    let isWatching = session.invocation.has("--watch")
    while true {
      _ = try session.workspace().catchUp()
      if session.output.isJSON {
        try printReports(session)
      } else {
        if isWatching, session.output.isTerminal { session.output.document(clearScreen) }
        try printUsage(session)
      }
      guard isWatching else { return }
      if let code = session.environment.wait(watchInterval) { throw Interruption(exitCode: code) }
    }
  }

  private static func printUsage(_ session: AdminSession) throws {
    let workspace = try session.workspace()
    let (from, to) = try days(session)
    let days = try session.usage().counts(from: from, through: to)
    let state = workspace.state
    let onlyPlan = try session.invocation.optionalArgument(0).map { try session.plan($0).id }
    let onlyKey = try session.invocation.value("--key").map { try session.key($0).id }
    var total: [UsageIdentity: UsageCounts] = [:]
    for (identity, counts) in days.joined() { total[identity, default: UsageCounts()] += counts }
    var table = TextTable(
      "PLAN", "KEY", "SERVED", "THROTTLED", "OVER QUOTA", "REFUSED", "USED", "LEFT")
    for identity in identities(of: state, counted: total.keys, onlyPlan, onlyKey) {
      let counts = total[identity] ?? UsageCounts()
      let plan = identity.usagePlanId.map { state.plans[$0]?.name ?? $0 } ?? "none"
      let key = identity.keyId.map { state.keys[$0]?.displayName ?? $0 } ?? "no key"
      let member = member(identity, in: state)
      let standing = member.flatMap {
        state.quotaStanding(
          of: $0, used: workspace.usedInPeriod($0), at: session.environment.now())
      }
      table.add(
        id: "\(identity.usagePlanId ?? "-") \(identity.keyId ?? "-")", plan, key,
        "\(counts[.served])", "\(counts[.throttled])", "\(counts[.overQuota])",
        "\(counts[.refused])", standing.map { "\($0.used)" } ?? "—",
        standing.map { "\($0.remaining)" } ?? (member == nil ? "—" : "no quota"))
    }
    table.print(to: session.output, whenEmpty: "No plan has a key, and nothing was counted.")
    if !session.invocation.has("--watch"), let key = onlyKey.flatMap({ state.keys[$0] }),
      state.planIdsByKey[key.id] == nil
    {
      session.output.note(
        AdminOutput.safe("\(key.displayName) is in no usage plan: methods that require a key ")
          + "refuse it with 403.\ntry: keystile plan attach PLAN \(key.id)")
    }
  }

  /// Whom lines are printed for: the keys of plans, then whoever requests were counted for besides:
  /// keys outside their plans, and requests without a key.
  private static func identities(
    of state: GatewayState, counted: some Sequence<UsageIdentity>, _ plan: UsagePlanID?,
    _ key: ApiKeyID?
  ) -> [UsageIdentity] {
    var identities = Set(counted)
    for (plan, keys) in state.planKeys {
      for key in keys.keys { identities.insert(UsageIdentity(usagePlanId: plan, keyId: key)) }
    }
    if let key, plan == nil, state.planIdsByKey[key] == nil {
      identities.insert(UsageIdentity(keyId: key))
    }
    return identities.filter {
      (plan == nil || $0.usagePlanId == plan) && (key == nil || $0.keyId == key)
    }.sorted { order($0) < order($1) }
  }

  /// By plan and key; what has none comes last.
  private static func order(_ identity: UsageIdentity) -> (Int, String, Int, String) {
    (
      identity.usagePlanId == nil ? 1 : 0, identity.usagePlanId ?? "",
      identity.keyId == nil ? 1 : 0, identity.keyId ?? ""
    )
  }

  /// The membership counted for, while there is one.
  private static func member(
    _ identity: UsageIdentity, in state: GatewayState
  ) -> PlanKeyID? {
    guard let plan = identity.usagePlanId, let key = identity.keyId,
      state.planKeys[plan]?[key] != nil
    else { return nil }
    return PlanKeyID(usagePlanId: plan, keyId: key)
  }

  /// One plan's report as API Gateway shapes it, or all of them as a list.
  private static func printReports(_ session: AdminSession) throws {
    if let name = session.invocation.optionalArgument(0) {
      return session.output.json(try report(session, of: session.plan(name)))
    }
    let plans = try session.state.plans.values.sorted {
      ($0.createdDate, $0.id) < ($1.createdDate, $1.id)
    }
    session.output.json(session.list(try plans.map { try report(session, of: $0) }))
  }

  private static func report(_ session: AdminSession, of plan: UsagePlan) throws -> JSONValue {
    let key = try session.invocation.value("--key").map { try session.key($0).id }
    let (from, to) = try days(session)
    let state = try session.state
    let days = try session.usage().usage(
      of: plan, keyId: key, from: from, through: to, today: session.environment.now().day,
      adjustments: state.usageAdjustments)
    let report = UsageReport(
      usagePlanId: plan.id, startDate: from, endDate: to,
      days: days.mapValues { $0.map { UsageReport.Day(used: $0.used, remaining: $0.remaining) } })
    return report.wire
  }

  private static func grant(_ session: AdminSession) throws {
    let plan = try session.plan(session.invocation.argument(0))
    let key = try session.key(session.invocation.argument(1))
    guard let left = Int(session.invocation.argument(2)), left >= 0 else {
      throw CommandLineError(
        "N is a whole number of 0 or more, not “\(session.invocation.argument(2))”.",
        verb: session.invocation.verb)
    }
    let before = try requestsLeft(of: key, in: plan, session)
    try session.submit(
      .updateUsage(
        Command.UpdateUsage(
          usagePlanId: plan.id, keyId: key.id,
          patchOperations: [.replace("/remaining", "\(left)")])))
    let change = before.map { "\($0) left before, \(left) now" } ?? "\(left) left now"
    session.report(
      id: key.id, "requests in plan \(plan.name): \(change)",
      json: [
        "usagePlanId": .string(plan.id), "keyId": .string(key.id), "remaining": .integer(left),
      ])
  }

  /// Requests a key has left in the current period; nil without a quota.
  private static func requestsLeft(
    of key: ApiKey, in plan: UsagePlan, _ session: AdminSession
  ) throws -> Int? {
    let workspace = try session.workspace()
    let id = PlanKeyID(usagePlanId: plan.id, keyId: key.id)
    return workspace.state.quotaStanding(
      of: id, used: workspace.usedInPeriod(id), at: session.environment.now())?.remaining
  }

  private static func exportUsage(_ session: AdminSession) throws {
    let (from, to) = try days(session)
    let days = try session.usage().counts(from: from, through: to)
    if session.output.isJSON {
      let rows = days.enumerated().flatMap { index, counts in
        sorted(counts).map { json(CalendarDay(number: from.number + index), $0.key, $0.value) }
      }
      return session.output.json(session.list(rows))
    }
    session.output.document("Date,UsagePlanId,KeyId,Served,Throttled,OverQuota,Refused\n")
    for (index, counts) in days.enumerated() {
      let day = CalendarDay(number: from.number + index)
      for (identity, count) in sorted(counts) {
        session.output.document(
          "\(day),\(identity.usagePlanId ?? ""),\(identity.keyId ?? ""),\(count[.served]),"
            + "\(count[.throttled]),\(count[.overQuota]),\(count[.refused])\n")
      }
    }
  }

  private static func sorted(
    _ counts: [UsageIdentity: UsageCounts]
  ) -> [(key: UsageIdentity, value: UsageCounts)] {
    counts.sorted {
      ($0.key.usagePlanId ?? "", $0.key.keyId ?? "")
        < ($1.key.usagePlanId ?? "", $1.key.keyId ?? "")
    }
  }

  private static func json(
    _ day: CalendarDay, _ identity: UsageIdentity, _ count: UsageCounts
  ) -> JSONValue {
    [
      "date": .string("\(day)"),
      "usagePlanId": identity.usagePlanId.map { .string($0) } ?? .null,
      "keyId": identity.keyId.map { .string($0) } ?? .null,
      "served": .integer(Int64(clamping: count[.served])),
      "throttled": .integer(Int64(clamping: count[.throttled])),
      "overQuota": .integer(Int64(clamping: count[.overQuota])),
      "refused": .integer(Int64(clamping: count[.refused])),
    ]
  }

  private static func days(_ session: AdminSession) throws -> (CalendarDay, CalendarDay) {
    let today = session.environment.now().day
    func day(_ option: String, _ fallback: CalendarDay) throws -> CalendarDay {
      guard let text = session.invocation.value(option) else { return fallback }
      guard let day = CalendarDay(text) else {
        throw CommandLineError(
          "\(option) takes a date as YYYY-MM-DD, not “\(text)”.", verb: session.invocation.verb)
      }
      return day
    }
    let to = try day("--to", today)
    let from = try day("--from", to)
    guard from <= to else {
      throw CommandLineError("--from must not be after --to.", verb: session.invocation.verb)
    }
    guard to.number - from.number < AdminLimits.usageDays else {
      throw CommandLineError(
        "--from and --to are at most \(AdminLimits.usageDays) days apart.",
        verb: session.invocation.verb)
    }
    return (from, to)
  }
}
