import GatewayModel
import OpenAPI
import Workspace

extension VerbTable {
  static let openAPIVerbs = [
    VerbSpec(
      "api", "import", summary: "Make an API of an OpenAPI document, or bring one up to it",
      details: "OpenAPI 2.0 and 3.0 in JSON or YAML, with API Gateway's extensions; “-” reads "
        + "standard input. All of it is done or nothing. Stages go on serving what they serve until "
        + "the next deployment; keys and plans stay as they are.",
      arguments: [ArgumentSpec("FILE", help: "a document of at most 6 MB, or -")],
      options: [
        OptionSpec("--put", "API", help: "change this API instead of making one"),
        OptionSpec(
          "--mode", "MODE", help: "with --put: keep what the document lacks, or remove it",
          choices: ["merge", "overwrite"]),
        OptionSpec(
          "--base-path", "HOW", help: "what becomes of the document's base path",
          choices: ApiDefinition.BasePathHandling.allCases.map(\.rawValue)),
        OptionSpec(
          "--endpoint", "TYPE", help: "the endpoint type of a new API",
          choices: ["EDGE", "REGIONAL", "PRIVATE"]),
        OptionSpec("--dry-run", help: "print what would change, and change nothing"),
        OptionSpec("--fail-on-warnings", help: "change nothing if the document has a warning"),
        OptionSpec("--yes", help: "do not ask"),
      ],
      examples: [
        "api import shop.yaml --dry-run", "api import shop.yaml --put shop --mode overwrite --yes",
      ], makesWorkspace: true, action: .administer(importApi)),
    VerbSpec(
      "api", "export", summary: "Print what a stage serves as an OpenAPI document",
      details: "With the extensions of API Gateway, which are there unless told otherwise, the "
        + "document can be imported again.",
      arguments: [ArgumentSpec("API", help: "an API's id or name")],
      options: [
        OptionSpec("--stage", "STAGE", help: "the stage, if the API has several"),
        OptionSpec(
          "--format", "VERSION", help: "OpenAPI 3.0 unless told otherwise",
          choices: Dialect.allCases.map(\.rawValue)),
        OptionSpec("--yaml", help: "YAML instead of JSON"),
        OptionSpec(
          "--extensions", "LIST",
          help: "apigateway for all, none, or some of integrations,authorizers"),
      ],
      examples: ["api export shop --yaml > shop.yaml", "api export shop --format swagger"],
      action: .administer(exportApi)),
  ]

  private static func importApi(_ session: AdminSession) throws {
    let definition = try definition(session)
    let target = try session.invocation.value("--put").map { try session.api($0).api }
    let command = try importCommand(definition, into: target, session)
    let decision = try session.workspace().preview(command)
    let review = ImportReview(
      of: decision, from: definition, on: try session.state, output: session.output)
    if session.invocation.has("--dry-run") {
      if session.output.isJSON { return session.output.json(review.json) }
      review.lines.forEach { session.output.line($0) }
      return
    }
    if let target {
      review.lines.forEach { session.output.note($0) }
      if !decision.events.isEmpty {
        try session.confirm("API \(target.name) will be changed like this.")
      }
    } else {
      review.remarks.forEach { session.output.note($0) }
    }
    let receipt = try session.workspace().submitDurably(
      command, actor: session.actor, surface: .cli)
    guard case .restApi(let id)? = receipt.subjects.first,
      let api = try session.state.apis[id]?.api
    else { return }
    session.report(
      id: id, target == nil ? "imported" : "changed", json: json(of: api, definition.warnings))
  }

  private static func json(of api: RestApi, _ warnings: [String]) -> JSONValue {
    guard case .object(var object) = api.wire(.single), !warnings.isEmpty else {
      return api.wire(.single)
    }
    object.add("warnings", .array(warnings.map(JSONValue.string)))
    return .object(object)
  }

  private static func definition(_ session: AdminSession) throws -> ApiDefinition {
    let path = session.invocation.argument(0)
    let text = try session.text(
      ofFile: path, limitBytes: DocumentLimits.documentBytes,
      remedy: "an OpenAPI document in JSON or YAML")
    do throws(DocumentError) {
      return try OpenAPIImport.definition(of: Array(text.utf8))
    } catch {
      throw AdminRefusal(
        "invalid-document", "\(path): \(error.message)",
        remedy: "mend the document there, and try with --dry-run")
    }
  }

  private static func importCommand(
    _ definition: ApiDefinition, into target: RestApi?, _ session: AdminSession
  ) throws -> Command {
    let invocation = session.invocation
    let failOnWarnings = invocation.has("--fail-on-warnings")
    let basePath = invocation.value("--base-path")
    guard let target else {
      guard invocation.value("--mode") == nil else {
        throw CommandLineError("--mode needs --put.", verb: invocation.verb)
      }
      return .importRestApi(
        Command.ImportRestApi(
          definition: definition, failOnWarnings: failOnWarnings, basePath: basePath,
          endpointConfigurationTypes: invocation.value("--endpoint").map { [$0] }))
    }
    guard invocation.value("--endpoint") == nil else {
      throw CommandLineError("--endpoint is for a new API.", verb: invocation.verb)
    }
    return .putRestApi(
      Command.PutRestApi(
        restApiId: target.id, definition: definition, mode: invocation.value("--mode"),
        failOnWarnings: failOnWarnings, basePath: basePath))
  }

  private static func exportApi(_ session: AdminSession) throws {
    let invocation = session.invocation
    let api = try session.api(invocation.argument(0))
    let source = try ExportSource(
      exporting: ApiStageID(apiId: api.api.id, stage: try exportedStage(of: api, session)),
      of: try session.state, region: ResourceArn.defaultRegion)
    let list = invocation.value("--extensions") ?? "apigateway"
    let document = OpenAPIExport.document(
      of: source, as: invocation.value("--format").flatMap(Dialect.init) ?? .oas30,
      extensions: try ExportExtensions(list == "none" ? "" : list))
    let isYAML = invocation.has("--yaml")
    if session.output.isJSON, !isYAML { return session.output.json(document) }
    var text = OpenAPIExport.text(of: document, as: isYAML ? .yaml : .json)
    if text.last != "\n" { text += "\n" }
    guard session.output.isTerminal else { return session.output.document(text) }
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      session.output.line(AdminOutput.safe(String(line)))
    }
  }

  private static func exportedStage(
    of api: ApiState, _ session: AdminSession
  ) throws -> StageName {
    if let name = session.invocation.value("--stage") { return name }
    let names = api.stages.keys.sorted()
    guard let name = names.first else {
      throw AdminRefusal(
        "no-stage", "\(api.api.name) has no stage; what a stage serves is exported.",
        remedy: "keystile deploy \(Shell.quoted(api.api.name)) STAGE")
    }
    guard names.count == 1 else {
      throw AdminRefusal(
        "several-stages", "\(api.api.name) has the stages \(names.joined(separator: ", ")).",
        remedy: session.invocation.commandLine(adding: "--stage \(name)"))
    }
    return name
  }
}
