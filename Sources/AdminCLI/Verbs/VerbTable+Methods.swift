import GatewayModel

extension VerbTable {
  private static let place = [
    ArgumentSpec("API", help: "an API's id or name"),
    ArgumentSpec("VERB", help: "\(Method.httpMethods.joined(separator: ", "))"),
    ArgumentSpec("PATH", help: "for example /pets/{id}"),
  ]

  static let methodVerbs = [
    VerbSpec(
      "method", "put", summary: "Make a method with its backend, or change what is named of one",
      details:
        "Makes the path if it is missing. Of a method that is there, what is not named stays "
        + "as it is; require-key … off takes the need for a key away. Acts after a deployment.",
      arguments: place,
      options: [
        OptionSpec("--require-key", help: "refuse requests without a key that a plan admits"),
        OptionSpec(
          "--mock", "STATUS[:BODY]", help: "answer from the gateway itself (a new method: 200:{})"),
        OptionSpec("--proxy", "URL", help: "pass requests on to an http or https address"),
      ],
      examples: [
        "method put shop GET /pets --require-key --mock '200:[]'",
        "method put shop ANY '/{proxy+}' --proxy 'http://127.0.0.1:9000/{proxy}'",
      ],
      action: .administer(putMethod)),
    VerbSpec(
      "method", "require-key", summary: "Say whether a method requires a key",
      details: "Acts after a deployment.",
      arguments: place + [ArgumentSpec("on|off", help: "on or off", choices: ["on", "off"])],
      examples: ["method require-key shop GET /pets on"], action: .administer(requireKey)),
    VerbSpec(
      "method", "open", summary: "Let a method be called without an authorizer",
      details: "No authorizer can be asked here. A key that is required stays required. Acts after "
        + "a deployment.",
      arguments: place, examples: ["method open shop GET /pets"], action: .administer(openMethod)),
    VerbSpec(
      "method", "list", summary: "List the methods of an API and whether they require a key",
      arguments: [place[0]], examples: ["method list shop"], action: .administer(listMethods)),
    VerbSpec(
      "method", "show", summary: "Show a method and its backend", arguments: place,
      examples: ["method show shop GET /pets"], action: .administer(showMethod)),
    VerbSpec(
      "method", "delete", summary: "Delete a method", details: "Acts after a deployment.",
      arguments: place, options: [OptionSpec("--yes", help: "do not ask")],
      examples: ["method delete shop GET /pets --yes"], action: .administer(deleteMethod)),
  ]

  private static func putMethod(_ session: AdminSession) throws {
    let invocation = session.invocation
    let api = try session.api(invocation.argument(0))
    let (verb, path) = (invocation.argument(1).uppercased(), rooted(invocation.argument(2)))
    let backend = try backend(invocation)
    let requiresKey = invocation.has("--require-key")
    guard let resource = api.resource(path: path), let method = api.methods[resource.id]?[verb]
    else {
      try session.submit(
        .settingUpMethod(
          verb, at: path, of: api.api.id, requiresKey: requiresKey,
          backend: backend ?? .mock(status: 200, body: "{}")))
      let made = try session.resource(path, of: session.api(api.api.id))
      return try session.reportMethod(api.api.id, made.id, verb, words: "created")
    }
    var commands: [Command] = []
    if requiresKey, !method.apiKeyRequired {
      commands.append(.requiringKey(true, for: verb, at: resource.id, of: api.api.id))
    }
    if let backend {
      commands.append(
        .replacingBackend(of: method, at: resource.id, of: api.api.id, by: backend))
    }
    if !commands.isEmpty { try session.submit(.batch(Command.Batch(commands: commands))) }
    let now = try session.api(api.api.id).methods[resource.id]?[verb] ?? method
    try session.reportMethod(
      api.api.id, resource.id, verb, words: Self.words(from: method, to: now))
    if now != method { noteStages(of: api, session) }
  }

  /// What became of a method that was there.
  private static func words(from old: Method, to new: Method) -> String {
    var parts: [String] = []
    if old.methodIntegration != new.methodIntegration {
      parts.append("backend \(backend(of: old)) → \(backend(of: new))")
    }
    if old.apiKeyRequired != new.apiKeyRequired {
      parts.append("key required \(yesOrNo(old)) → \(yesOrNo(new))")
    } else {
      parts.append("key required \(yesOrNo(new)), as before")
    }
    return (old == new ? "unchanged: " : "changed: ") + parts.joined(separator: "; ")
  }

  private static func yesOrNo(_ method: Method) -> String { method.apiKeyRequired ? "yes" : "no" }

  private static func backend(of method: Method) -> String {
    guard let integration = method.methodIntegration else { return "none" }
    if let uri = integration.uri { return uri }
    let statuses = integration.integrationResponses.keys.sorted().joined(separator: ", ")
    return statuses.isEmpty ? integration.type.rawValue : "\(integration.type.rawValue) \(statuses)"
  }

  /// A path from the root, where a shell or a person left the first slash out.
  private static func rooted(_ path: String) -> String { path.hasPrefix("/") ? path : "/\(path)" }

  /// The backend that is named; nil if none is.
  private static func backend(_ invocation: Invocation) throws -> MethodBackend? {
    try invocation.exclude("--mock", "--proxy")
    if let url = invocation.value("--proxy") {
      try MethodRules.check(backendAddress: url)
      return .proxy(url: url)
    }
    guard let text = invocation.value("--mock") else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let status = Int(parts[0]), (100...599).contains(status) else {
      throw CommandLineError(
        "--mock takes a status from 100 to 599 and maybe :BODY, not “\(text)”.",
        verb: invocation.verb)
    }
    return .mock(status: status, body: parts.count == 2 ? String(parts[1]) : "{}")
  }

  private static func requireKey(_ session: AdminSession) throws {
    let isOn = session.invocation.argument(3) == "on"
    try change(
      session, .replace("/apiKeyRequired", isOn ? "true" : "false"),
      words: isOn ? "requires a key" : "requires no key")
  }

  private static func openMethod(_ session: AdminSession) throws {
    try change(session, .replace("/authorizationType", "NONE"), words: "asks no authorizer")
  }

  /// Changes a member of a method, and says which stages do not serve that yet.
  private static func change(
    _ session: AdminSession, _ operation: PatchOperation, words: String
  ) throws {
    let (api, found) = try place(session)
    try session.submit(
      .updateMethod(
        Command.UpdateMethod(
          restApiId: api.api.id, resourceId: found.resource.id,
          httpMethod: found.method.httpMethod, patchOperations: [operation])))
    try session.reportMethod(
      api.api.id, found.resource.id, found.method.httpMethod, words: words)
    noteStages(of: api, session)
  }

  /// Says which stages do not serve a change yet.
  private static func noteStages(of api: ApiState, _ session: AdminSession) {
    for stage in api.stages.keys.sorted() {
      session.output.note("Not served yet: keystile deploy \(api.api.id) \(stage)")
    }
  }

  private static func listMethods(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    if session.output.isJSON {
      let resources = api.resources.values.sorted { $0.path < $1.path }
      return session.output.json(session.jsonList(resources, of: api, embedsMethods: true))
    }
    TextTable(methodsOf: api).print(
      to: session.output,
      whenEmpty: "No methods. Make one: keystile method put \(api.api.id) GET /path")
  }

  private static func showMethod(_ session: AdminSession) throws {
    let (api, found) = try place(session)
    if session.output.isJSON { return session.output.json(found.method.wire) }
    let integration = found.method.methodIntegration
    session.output.fields([
      ("method", "\(found.method.httpMethod) \(found.resource.path)"),
      ("resource", found.resource.id), ("api", "\(api.api.name) (\(api.api.id))"),
      ("key required", found.method.apiKeyRequired ? "yes" : "no"),
      ("authorization", found.method.authorizationType),
      ("integration", integration?.type.rawValue ?? "none"), ("uri", integration?.uri ?? "—"),
      ("timeout", integration.map { "\($0.timeoutInMillis) ms" } ?? "—"),
    ])
    for stage in api.stages.values.sorted(by: { $0.stageName < $1.stageName }) {
      let served = api.deployments[stage.deploymentId]?.snapshot.routes
        .first { $0.path == found.resource.path }?
        .methods.first { $0.httpMethod == found.method.httpMethod }
      let word =
        served.map { $0.apiKeyRequired ? "key required" : "no key required" } ?? "not there"
      session.output.fields([("served by \(stage.stageName)", word)])
    }
  }

  private static func deleteMethod(_ session: AdminSession) throws {
    let (api, found) = try place(session)
    let name = "\(found.method.httpMethod) \(found.resource.path)"
    try session.confirm("\(name) will be deleted.")
    try session.submit(
      .deleteMethod(
        Command.DeleteMethod(
          restApiId: api.api.id, resourceId: found.resource.id,
          httpMethod: found.method.httpMethod)))
    session.report(id: found.resource.id, "\(name) deleted", json: [:])
  }

  private static func place(
    _ session: AdminSession
  ) throws -> (api: ApiState, found: (resource: Resource, method: Method)) {
    let api = try session.api(session.invocation.argument(0))
    return (
      api,
      try session.method(
        session.invocation.argument(1), rooted(session.invocation.argument(2)), of: api)
    )
  }
}
