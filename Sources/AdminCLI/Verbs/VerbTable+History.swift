import GatewayModel
import Workspace

extension VerbTable {
  static let historyVerbs = [
    VerbSpec(
      nil, "history", summary: "List changes, newest first: who, when, from where, what",
      arguments: [
        ArgumentSpec(
          "ENTITY",
          help:
            "only changes of this key, plan, API or API:STAGE; by id also deleted ones",
          isOptional: true)
      ],
      options: [OptionSpec("--limit", "N", help: "how many changes, 1 to 500 (50)")],
      examples: ["history", "history web --limit 10"], action: .administer(history)),
    VerbSpec(
      nil, "undo", summary: "Take a change back, by a change of its own",
      details: "Without N, your last change. Refused if something has changed since what the "
        + "change touched. Undoing an undo does the change again.",
      arguments: [ArgumentSpec("N", help: "a number from history", isOptional: true)],
      options: [OptionSpec("--yes", help: "do not ask")],
      examples: ["undo", "undo 42 --yes"], action: .administer(undo)),
  ]

  private static func history(_ session: AdminSession) throws {
    let limit = try session.invocation.integer("--limit") ?? AdminLimits.historyEntries
    guard (1...WorkspaceLimits.historyPageEntries).contains(limit) else {
      throw CommandLineError(
        "--limit takes 1 to \(WorkspaceLimits.historyPageEntries).", verb: session.invocation.verb)
    }
    let workspace = try session.workspace()
    let filter = try session.invocation.optionalArgument(0).map { name in
      HistoryFilter(of: try entity(session, name))
    }
    let page = try workspace.history().page(
      limit: limit, filter: filter ?? .everything, naming: workspace.displayName)
    if session.output.isJSON {
      return session.output.json(["items": .array(page.entries.map(json))])
    }
    var table = TextTable("N", "TIME", "WHO", "FROM", "WHAT")
    for entry in page.entries {
      table.add(
        "#\(entry.sequence)", String(entry.time.iso8601.prefix(19)), entry.actor.name,
        entry.surface.rawValue, entry.summary)
    }
    table.print(to: session.output, whenEmpty: "Nothing has been changed yet.")
  }

  private static func json(_ entry: HistoryEntry) -> JSONValue {
    [
      "sequence": .integer(Int64(entry.sequence)), "time": .string(entry.time.iso8601),
      "actor": .string(entry.actor.name), "surface": .string(entry.surface.rawValue),
      "summary": .string(entry.summary),
    ]
  }

  /// A key, plan, API or stage by id or name, tried in this order; by id also a deleted one.
  private static func entity(_ session: AdminSession, _ name: String) throws -> EntityRef {
    let state = try session.state
    if state.keys[name] != nil || state.keys.values.contains(where: { $0.name == name }) {
      return .apiKey(try session.key(name).id)
    }
    if state.plans[name] != nil || state.plans.values.contains(where: { $0.name == name }) {
      return .usagePlan(try session.plan(name).id)
    }
    if state.apis[name] != nil || state.apis.values.contains(where: { $0.api.name == name }) {
      return .restApi(try session.api(name).api.id)
    }
    if name.contains(":"), let stage = try? session.stageID(name) { return .stage(stage) }
    if let deleted = try session.workspace().history().lastChange(ofID: name) { return deleted }
    guard state.keyIdByValue[name] == nil else { return .apiKey(try session.key(name).id) }
    throw CommandError(
      .notFound, "There is and was no key, plan, API or stage “\(name)”.",
      remedy: "keystile history")
  }

  private static func undo(_ session: AdminSession) throws {
    let workspace = try session.workspace()
    let history = try workspace.history()
    guard let sequence = try sequence(session, history) else {
      throw AdminRefusal(
        "nothing-to-undo", "\(session.actor.name) has changed nothing that could be undone.",
        remedy: "keystile history")
    }
    let command = try history.undoCommand(of: sequence)
    let entry = try history.entry(at: sequence, naming: workspace.displayName)
    let summary = entry?.summary ?? ""
    try session.confirm("#\(sequence) will be taken back: \(summary).")
    let receipt = try session.submit(command)
    session.report(
      id: "#\(receipt.sequence ?? 0)", "took back #\(sequence): \(summary)",
      json: [
        "sequence": .integer(Int64(receipt.sequence ?? 0)), "undone": .integer(Int64(sequence)),
      ])
  }

  private static func sequence(_ session: AdminSession, _ history: History) throws -> Sequence64? {
    guard let text = session.invocation.optionalArgument(0) else {
      return try history.nextUndo(by: session.actor)
    }
    guard let sequence = Sequence64(text.hasPrefix("#") ? String(text.dropFirst()) : text) else {
      throw CommandLineError("“\(text)” is no number of a change.", verb: session.invocation.verb)
    }
    return sequence
  }
}
