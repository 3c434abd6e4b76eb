import GatewayModel
import Workspace

extension VerbTable {
  private static let credential = ArgumentSpec(
    "ID", help: "a credential's access key id or name")

  static let accessVerbs = [
    VerbSpec(
      "access", "create", summary: "Make a credential for the control plane",
      details: "AWS tools sign their requests with it; a control plane that runs knows it at once. "
        + "Its secret is shown once on a terminal, otherwise only with --reveal; access env prints "
        + "it again.",
      arguments: [
        ArgumentSpec(
          "NAME", help: "1 to 64 letters, digits and . _ @ -; “default” unless given",
          isOptional: true)
      ],
      options: [
        OptionSpec("--read-only", help: "for reading alone: every change is refused"),
        OptionSpec("--reveal", help: "print the secret"),
      ],
      examples: [
        "access create", "access create ci-terraform --quiet", "access create audit --read-only",
      ],
      makesWorkspace: true, action: .administer(createAccess)),
    VerbSpec(
      "access", "list", summary: "List the credentials of the control plane, oldest first",
      examples: ["access list"], action: .administer(listAccess)),
    VerbSpec(
      "access", "delete", summary: "Delete a credential; acts at once",
      arguments: [credential], options: [OptionSpec("--yes", help: "do not ask")],
      examples: ["access delete ci-terraform --yes"], action: .administer(deleteAccess)),
    VerbSpec(
      "access", "env", summary: "Print shell lines that point the AWS tools at the control plane",
      details:
        "For eval in a shell. The endpoint is that of a serve that runs on the workspace, else "
        + "the standard one. With --json the credential in the form the AWS tools take from a "
        + "credential_process.",
      arguments: [
        ArgumentSpec(
          "ID", help: "a credential's access key id or name; the only one unless given",
          isOptional: true)
      ],
      options: [
        OptionSpec("--endpoint", "URL", help: "the control plane's address"),
        OptionSpec("--region", "REGION", help: "the region in the tools' requests (us-east-1)"),
      ],
      examples: ["access env", "access env ci-terraform --endpoint http://127.0.0.1:8481"],
      action: .administer(printAccess)),
  ]

  /// Where `serve` has its control plane unless told otherwise.
  private static let standardEndpoint = "http://127.0.0.1:8481"

  private static func store(_ session: AdminSession) throws -> AccessStore {
    AccessStore(workspacePath: try session.workspace().directory)
  }

  private static func createAccess(_ session: AdminSession) throws {
    let (output, invocation) = (session.output, session.invocation)
    let made = try store(session).create(
      name: invocation.optionalArgument(0) ?? AccessStore.defaultName,
      isReadOnly: invocation.has("--read-only"), actor: session.actor,
      time: session.environment.now())
    let isAsked = invocation.has("--reveal")
    let reveals = isAsked || output.isTerminal && !output.isQuiet && !output.isJSON
    if reveals { try noteShown(made, session) }
    if output.isJSON { return output.json(json(made, includesSecret: isAsked)) }
    session.report(id: made.id, "created as \(made.name)", json: [:])
    if reveals { output.line(output.isQuiet ? made.secret : "secret  \(made.secret)") }
    output.note("For a shell: eval \"$(keystile access env \(made.name))\"")
  }

  private static func listAccess(_ session: AdminSession) throws {
    let all = try store(session).credentials()
    if session.output.isJSON {
      return session.output.json(session.list(all.map { json($0, includesSecret: false) }))
    }
    var table = TextTable("ID", "NAME", "MAY", "CREATED", "BY")
    for credential in all {
      table.add(
        credential.id, credential.name, credential.isReadOnly ? "read" : "change",
        credential.createdDate.iso8601, credential.createdBy)
    }
    table.print(
      to: session.output, whenEmpty: "No credentials. Make one: keystile access create NAME")
  }

  private static func deleteAccess(_ session: AdminSession) throws {
    let store = try store(session)
    let found = try store.credential(session.invocation.argument(0))
    try session.confirm(
      "Credential \(found) will be deleted; what is signed with it is refused from then on.",
      typing: found.name)
    try store.delete(found.id, actor: session.actor, time: session.environment.now())
    session.report(id: found.id, "deleted", json: [:])
  }

  private static func printAccess(_ session: AdminSession) throws {
    let (output, invocation) = (session.output, session.invocation)
    let credential = try chosenCredential(session)
    try noteShown(credential, session)
    if output.isJSON {
      return output.json([
        "Version": 1, "AccessKeyId": .string(credential.id),
        "SecretAccessKey": .string(credential.secret),
      ])
    }
    let region = invocation.value("--region") ?? ResourceArn.defaultRegion
    let endpoint = try invocation.value("--endpoint") ?? runningEndpoint(session)
    // A token left over from another account would be sent along, and refused.
    output.line("unset AWS_SESSION_TOKEN")
    for (name, value) in [
      ("AWS_ACCESS_KEY_ID", credential.id), ("AWS_SECRET_ACCESS_KEY", credential.secret),
      ("AWS_REGION", region), ("AWS_DEFAULT_REGION", region),
      ("AWS_ENDPOINT_URL_API_GATEWAY", endpoint), ("AWS_ENDPOINT_URL_STS", endpoint),
    ] {
      output.line("export \(name)=\(Shell.quoted(AdminOutput.safe(value)))")
    }
  }

  private static func chosenCredential(_ session: AdminSession) throws -> AccessCredential {
    let store = try store(session)
    if let name = session.invocation.optionalArgument(0) { return try store.credential(name) }
    let all = try store.credentials()
    guard let only = all.first else {
      throw AdminRefusal(
        "no-credential", "There is no credential yet.", remedy: "keystile access create")
    }
    guard all.count == 1 else {
      throw AdminRefusal(
        "which-credential",
        "There are several credentials: \(all.map(\.name).joined(separator: ", ")).",
        remedy: "keystile access env \(only.name)")
    }
    return only
  }

  private static func runningEndpoint(_ session: AdminSession) throws -> String {
    let running = ServerRegistration.running(in: try session.workspace().directory)
    return running.compactMap(\.control).first ?? standardEndpoint
  }

  private static func noteShown(
    _ credential: AccessCredential, _ session: AdminSession
  ) throws {
    AccessLog(workspacePath: try session.workspace().directory)
      .note(credential, action: .shown, actor: session.actor, time: session.environment.now())
  }

  private static func json(
    _ credential: AccessCredential, includesSecret: Bool
  ) -> JSONValue {
    var members = JSONObject([
      ("createdBy", .string(credential.createdBy)),
      ("createdDate", .timestamp(credential.createdDate)), ("id", .string(credential.id)),
      ("name", .string(credential.name)), ("readOnly", .bool(credential.isReadOnly)),
    ])
    if includesSecret { members.add("secret", text: credential.secret) }
    return .object(members)
  }
}
