import GatewayModel
import Workspace

extension VerbTable {
  private static let api = ArgumentSpec("API", help: "an API's id or name")
  private static let members = [
    OptionSpec("--description", "TEXT", help: "free text"),
    OptionSpec(
      "--key-source", "SOURCE", help: "where the key of a request comes from",
      choices: ApiKeySource.allCases.map(\.rawValue)),
  ]

  static let apiVerbs = [
    VerbSpec(
      "api", "create", summary: "Make a REST API",
      arguments: [ArgumentSpec("NAME", help: "need not be unique")], options: members,
      examples: ["api create shop"], makesWorkspace: true, action: .administer(createApi)),
    VerbSpec(
      "api", "list", summary: "List REST APIs", examples: ["api list"],
      action: .administer(listApis)),
    VerbSpec(
      "api", "show", summary: "Show an API with its methods and stages", arguments: [api],
      examples: ["api show shop"], action: .administer(showApi)),
    VerbSpec(
      "api", "set", summary: "Change an API's name, description or key source",
      details: "The key source acts after a deployment.", arguments: [api],
      options: [OptionSpec("--name", "NAME", help: "need not be unique")] + members,
      examples: ["api set shop --key-source HEADER"], action: .administer(setApi)),
    VerbSpec(
      "api", "delete", summary: "Delete an API with its stages; plans lose them",
      arguments: [api], options: [OptionSpec("--yes", help: "do not ask")],
      examples: ["api delete shop --yes"], action: .administer(deleteApi)),
  ]

  static let resourceVerbs = [
    VerbSpec(
      "resource", "create", summary: "Make a path of an API, with the paths above it",
      arguments: [api, ArgumentSpec("PATH", help: "for example /pets/{id}")],
      examples: ["resource create shop '/pets/{id}'"], action: .administer(createResource)),
    VerbSpec(
      "resource", "list", summary: "List the paths of an API", arguments: [api],
      examples: ["resource list shop"], action: .administer(listResources)),
    VerbSpec(
      "resource", "delete", summary: "Delete a path, all below it and their methods",
      details: "Stages go on serving it until the next deployment.",
      arguments: [api, ArgumentSpec("PATH", help: "for example /pets")],
      options: [OptionSpec("--yes", help: "do not ask")],
      examples: ["resource delete shop /pets --yes"], action: .administer(deleteResource)),
  ]

  private static func createApi(_ session: AdminSession) throws {
    let invocation = session.invocation
    let receipt = try session.submit(
      .createRestApi(
        Command.CreateRestApi(
          name: invocation.argument(0), description: invocation.value("--description"),
          apiKeySource: invocation.value("--key-source"))))
    guard case .restApi(let id)? = receipt.subjects.first else { return }
    try session.reportApi(id, words: "created")
  }

  private static func listApis(_ session: AdminSession) throws {
    let state = try session.state
    let apis = state.apis.values.sorted {
      ($0.api.createdDate, $0.api.id) < ($1.api.createdDate, $1.api.id)
    }
    if session.output.isJSON { return session.output.json(session.jsonList(apis.map(\.api))) }
    var table = TextTable("ID", "NAME", "METHODS", "STAGES")
    for api in apis {
      let methods = api.methods.values.reduce(0) { $0 + $1.count }
      table.add(
        api.api.id, api.api.name, String(methods), api.stages.keys.sorted().joined(separator: ", "))
    }
    table.print(to: session.output, whenEmpty: "No APIs. Make one: keystile api create NAME")
  }

  private static func showApi(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    if session.output.isJSON { return session.output.json(session.json(api.api)) }
    session.output.fields([
      ("id", api.api.id), ("name", api.api.name), ("description", api.api.description ?? "—"),
      ("key source", api.api.apiKeySource.rawValue), ("created", api.api.createdDate.iso8601),
      ("stages", api.stages.isEmpty ? "none" : api.stages.keys.sorted().joined(separator: ", ")),
    ])
    TextTable(methodsOf: api).print(to: session.output, whenEmpty: "No methods.")
  }

  private static func setApi(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0)).api
    let members = [
      ("--name", "/name"), ("--description", "/description"), ("--key-source", "/apiKeySource"),
    ]
    let operations = members.compactMap { option, path in
      session.invocation.value(option).map { PatchOperation.replace(path, $0) }
    }
    try session.requireSomething(operations)
    try session.submit(
      .updateRestApi(Command.UpdateRestApi(restApiId: api.id, patchOperations: operations)))
    try session.reportApi(api.id, words: "changed")
  }

  private static func deleteApi(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    try session.confirm(
      "API \(api.api.name) will be deleted with \(CountText.of(api.stages.count, "stage")); "
        + "what they serve stops at once.", typing: api.api.name)
    try session.submit(.deleteRestApi(Command.DeleteRestApi(restApiId: api.api.id)))
    session.report(id: api.api.id, "deleted", json: [:])
  }

  private static func createResource(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0)).api
    let receipt = try session.submit(
      .ensureResourcePath(
        Command.EnsureResourcePath(restApiId: api.id, path: session.invocation.argument(1))))
    guard case .resource(_, let id)? = receipt.subjects.first,
      let resource = try session.state.apis[api.id]?.resources[id]
    else { return }
    session.report(id: id, resource.path, json: resource.wire())
  }

  private static func listResources(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    let resources = api.resources.values.sorted { $0.path < $1.path }
    if session.output.isJSON {
      return session.output.json(session.jsonList(resources, of: api))
    }
    var table = TextTable("ID", "PATH", "METHODS")
    for resource in resources {
      table.add(
        resource.id, resource.path,
        (api.methods[resource.id] ?? [:]).keys.sorted().joined(separator: " "))
    }
    table.print(to: session.output, whenEmpty: "No resources.")
  }

  private static func deleteResource(_ session: AdminSession) throws {
    let api = try session.api(session.invocation.argument(0))
    let resource = try session.resource(session.invocation.argument(1), of: api)
    let below = api.subtree(of: resource.id).count - 1
    try session.confirm(
      "\(resource.path) and \(CountText.of(below, "path")) below it will be deleted.")
    try session.submit(
      .deleteResource(Command.DeleteResource(restApiId: api.api.id, resourceId: resource.id)))
    session.report(id: resource.id, "deleted", json: [:])
  }
}
