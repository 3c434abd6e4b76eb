import GatewayModel
import Workspace

extension VerbTable {
  private static let key = ArgumentSpec("KEY", help: "a key's id or name")
  private static let valueFromInput = OptionSpec(
    "--value-stdin", help: "take the value (20 to 128 characters) from standard input")

  static let keyVerbs = [
    VerbSpec(
      "key", "create", summary: "Make an API key",
      details: "The key is enabled unless --disabled is given. Its value is shown once on a "
        + "terminal, otherwise only with --reveal.",
      arguments: [ArgumentSpec("NAME", help: "at most 1024 characters")],
      options: [
        OptionSpec("--description", "TEXT", help: "at most 125000 characters"),
        OptionSpec("--disabled", help: "make the key disabled"),
        OptionSpec("--customer", "ID", help: "an AWS Marketplace customer"),
        valueFromInput,
        OptionSpec("--reveal", help: "print the value"),
      ],
      examples: ["key create web", "key create web --quiet"],
      makesWorkspace: true, action: .administer(createKey)),
    VerbSpec(
      "key", "list", summary: "List API keys, newest first",
      options: [
        OptionSpec("--prefix", "TEXT", help: "only keys whose name begins with this"),
        OptionSpec("--name", "NAME", help: "only keys of exactly this name"),
        OptionSpec("--unattached", help: "only keys in no usage plan"),
      ],
      examples: ["key list", "key list --unattached --json"], action: .administer(listKeys)),
    VerbSpec(
      "key", "show", summary: "Show a key with its plans and what it reaches", arguments: [key],
      options: [OptionSpec("--reveal", help: "print the value")],
      examples: ["key show web"], action: .administer(showKey)),
    VerbSpec(
      "key", "enable", summary: "Let a key be accepted; acts at once", arguments: [key],
      examples: ["key enable web"], action: .administer { try setEnabled($0, true) }),
    VerbSpec(
      "key", "disable", summary: "Have a key refused like an unknown one; acts at once",
      arguments: [key], examples: ["key disable web"],
      action: .administer { try setEnabled($0, false) }),
    VerbSpec(
      "key", "set", summary: "Change a key's name, description or customer", arguments: [key],
      options: [
        OptionSpec("--name", "NAME", help: "at most 1024 characters"),
        OptionSpec("--description", "TEXT", help: "at most 125000 characters"),
        OptionSpec("--customer", "ID", help: "an AWS Marketplace customer"),
      ],
      examples: ["key set web --description 'the web shop'"], action: .administer(setKey)),
    VerbSpec(
      "key", "rotate", summary: "Replace a key by one with a fresh value in the same plans",
      details: "The new key takes over the name and what is left of the quota. The old key stays "
        + "as it is under the name NAME (old), so that no client is cut off: disable it once no "
        + "client sends it, or at once with --disable-old.",
      arguments: [key],
      options: [
        OptionSpec("--disable-old", help: "have the old key refused from now on"),
        OptionSpec("--keep-old", help: "leave the old key as it is, which needs no saying"),
        valueFromInput,
        OptionSpec("--reveal", help: "print the new value"),
      ],
      examples: ["key rotate web", "key rotate web --disable-old"],
      action: .administer(rotateKey)),
    VerbSpec(
      "key", "delete", summary: "Delete a key and take it out of every plan", arguments: [key],
      options: [OptionSpec("--yes", help: "do not ask")],
      examples: ["key delete web --yes"], action: .administer(deleteKey)),
    VerbSpec(
      "key", "import", summary: "Make or overwrite keys from API Gateway's CSV",
      details: "Columns Name and Key, and if wanted Description, Enabled and UsagePlanIds; “-” "
        + "reads standard input.",
      arguments: [ArgumentSpec("FILE", help: "a CSV file of at most 6 MB, or -")],
      options: [OptionSpec("--fail-on-warnings", help: "change nothing if any row has a warning")],
      examples: ["key import keys.csv --fail-on-warnings"], makesWorkspace: true,
      action: .administer(importKeys)),
    VerbSpec(
      "key", "export", summary: "Print all keys as API Gateway's CSV",
      details: "Values are masked unless --reveal is given; only then can the file be imported.",
      options: [OptionSpec("--reveal", help: "print the values")],
      examples: ["key export --reveal > keys.csv"], action: .administer(exportKeys)),
  ]

  private static func createKey(_ session: AdminSession) throws {
    let invocation = session.invocation
    let value = invocation.has("--value-stdin") ? try session.secretFromInput() : nil
    let receipt = try session.submit(
      .createApiKey(
        Command.CreateApiKey(
          name: invocation.argument(0), description: invocation.value("--description"),
          enabled: !invocation.has("--disabled"), value: value,
          customerId: invocation.value("--customer"))))
    try session.reportNewKey(receipt.subjects, words: "created")
  }

  private static func listKeys(_ session: AdminSession) throws {
    let (state, invocation) = (try session.state, session.invocation)
    let keys = state.keys.values.filter { key in
      (invocation.value("--prefix").map { (key.name ?? "").hasPrefix($0) } ?? true)
        && (invocation.value("--name").map { key.name == $0 } ?? true)
        && (!invocation.has("--unattached") || state.planIdsByKey[key.id] == nil)
    }.sorted { ($1.createdDate, $1.id) < ($0.createdDate, $0.id) }
    if session.output.isJSON { return session.output.json(session.jsonList(keys)) }
    var table = TextTable("ID", "NAME", "KEY", "STATE", "PLANS")
    for key in keys {
      let plans = (state.planIdsByKey[key.id] ?? []).compactMap { state.plans[$0]?.name }
      table.add(
        key.id, key.name ?? "", key.maskedValue, key.enabled ? "on" : "off",
        plans.isEmpty ? "none" : plans.joined(separator: ", "))
    }
    table.print(to: session.output, whenEmpty: "No keys. Make one: keystile key create NAME")
  }

  private static func showKey(_ session: AdminSession) throws {
    let key = try session.key(session.invocation.argument(0))
    let reveals = session.invocation.has("--reveal")
    if reveals { session.noteReveal(of: [key], means: .shown) }
    if session.output.isJSON {
      return session.output.json(session.json(key, includesValue: reveals))
    }
    let state = try session.state
    let plans = (state.planIdsByKey[key.id] ?? []).compactMap { state.plans[$0] }
    session.output.fields([
      ("id", key.id), ("name", key.name ?? "—"),
      ("value", reveals ? key.value : key.maskedValue),
      ("enabled", key.enabled ? "yes" : "no"), ("description", key.description ?? "—"),
      ("customer", key.customerId ?? "—"), ("created", key.createdDate.iso8601),
      ("updated", key.lastUpdatedDate.iso8601),
      (
        "plans",
        plans.isEmpty
          ? "none: the key opens nothing"
          : plans.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
      ),
      (
        "reaches",
        plans.flatMap(\.apiStages).map { session.stageName($0.id, in: state) }
          .joined(separator: ", ")
      ),
    ])
  }

  private static func setEnabled(_ session: AdminSession, _ enabled: Bool) throws {
    let key = try session.key(session.invocation.argument(0))
    try session.submit(
      .updateApiKey(
        Command.UpdateApiKey(
          apiKey: key.id, patchOperations: [.replace("/enabled", enabled ? "true" : "false")])))
    try session.reportKey(key.id, words: enabled ? "enabled" : "disabled")
  }

  private static func setKey(_ session: AdminSession) throws {
    let key = try session.key(session.invocation.argument(0))
    let members = [
      ("--name", "/name"), ("--description", "/description"), ("--customer", "/customerId"),
    ]
    let operations = members.compactMap { option, path in
      session.invocation.value(option).map { PatchOperation.replace(path, $0) }
    }
    try session.requireSomething(operations)
    try session.submit(
      .updateApiKey(Command.UpdateApiKey(apiKey: key.id, patchOperations: operations)))
    try session.reportKey(key.id, words: "changed")
  }

  private static func rotateKey(_ session: AdminSession) throws {
    let invocation = session.invocation
    let key = try session.key(invocation.argument(0))
    try invocation.exclude("--disable-old", "--keep-old")
    let value = invocation.has("--value-stdin") ? try session.secretFromInput() : nil
    let receipt = try session.submit(
      .rotateApiKey(
        Command.RotateApiKey(
          apiKey: key.id, value: value, keepOld: !invocation.has("--disable-old"))))
    let old = try session.state.keys[key.id] ?? key
    try session.reportNewKey(
      receipt.subjects,
      words: "replaces \(key.id), which is \(old.enabled ? "still enabled" : "off")")
    let name = old.name.map { ", now named \($0)," } ?? ""
    session.output.note(
      AdminOutput.safe(
        old.enabled
          ? "The old key\(name) is still accepted. Once no client sends it: "
            + "keystile key disable \(old.id)"
          : "The old key\(name) is refused."))
  }

  private static func deleteKey(_ session: AdminSession) throws {
    let key = try session.key(session.invocation.argument(0))
    let plans = try session.state.planIdsByKey[key.id]?.count ?? 0
    try session.confirm(
      "Key \(key.displayName) will be deleted and leave \(CountText.of(plans, "plan")).",
      typing: key.displayName)
    try session.submit(.deleteApiKey(Command.DeleteApiKey(apiKey: key.id)))
    session.report(id: key.id, "deleted", json: [:])
  }

  private static func importKeys(_ session: AdminSession) throws {
    let text = try session.text(
      ofFile: session.invocation.argument(0), limitBytes: AdminLimits.importBytes,
      remedy: "a CSV file with the columns Name and Key")
    let receipt = try session.submit(
      .importApiKeys(
        Command.ImportApiKeys(
          body: text, failOnWarnings: session.invocation.has("--fail-on-warnings"))))
    let ids = receipt.subjects.compactMap { ref -> String? in
      if case .apiKey(let id) = ref { id } else { nil }
    }
    if session.output.isJSON {
      return session.output.json(
        WireList.imported(ids: ids, warnings: receipt.warnings))
    }
    ids.forEach { session.output.line($0) }
    session.output.note(
      "\(CountText.of(ids.count, "key")) imported, "
        + CountText.of(receipt.warnings.count, "warning"))
  }

  private static func exportKeys(_ session: AdminSession) throws {
    let state = try session.state
    let reveals = session.invocation.has("--reveal")
    let keys = state.keys.values.sorted { ($0.createdDate, $0.id) < ($1.createdDate, $1.id) }
    if reveals { session.noteReveal(of: keys, means: .exported) }
    if session.output.isJSON {
      return session.output.json(
        session.list(keys.map { session.json($0, includesValue: reveals) }))
    }
    session.output.document("Name,Key,Description,Enabled,UsagePlanIds\n")
    for key in keys {
      let cells = [
        key.name ?? "", reveals ? key.value : key.maskedValue, key.description ?? "",
        key.enabled ? "true" : "false",
        (state.planIdsByKey[key.id] ?? []).joined(separator: ","),
      ]
      let row = cells.map { cell in
        let shown = session.output.isTerminal ? AdminOutput.safe(cell) : cell
        return CSVCell.quoted(shown, guardsFormulas: !reveals)
      }
      session.output.document(row.joined(separator: ",") + "\n")
    }
  }
}
