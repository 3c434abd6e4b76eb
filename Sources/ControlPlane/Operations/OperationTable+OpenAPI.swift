import GatewayModel
import HTTPServer
import OpenAPI

extension OperationTable {
  /// Import, put and export of OpenAPI documents.
  static let openAPI: [OperationSpec] = [
    OperationSpec(
      "ImportRestApi", .post, "/restapis", fixedQuery: QueryItem("mode", "import"),
      query: [
        .boolean("failOnWarnings", wireName: "failonwarnings"),
        InputMember("parameters", .map(.text)),
      ], body: .raw, status: 201,
      .importing(
        command: { (request) throws(CommandError) in
          let parameters = DocumentParameters(request)
          return .importRestApi(
            Command.ImportRestApi(
              definition: try parameters.definition(of: request.rawBody),
              failOnWarnings: request.flag("failOnWarnings"), basePath: parameters["basepath"],
              endpointConfigurationTypes: parameters["endpointConfigurationTypes"].map {
                $0.split(separator: ",").map(String.init)
              }))
        },
        answer: { (outcome) throws(CommandError) in
          .json(try outcome.importedApi(.created))
        })),
    OperationSpec(
      "PutRestApi", .put, "/restapis/{restApiId}",
      query: [
        .text("mode"), .boolean("failOnWarnings", wireName: "failonwarnings"),
        InputMember("parameters", .map(.text)),
      ], body: .raw,
      .importing(
        command: { (request) throws(CommandError) in
          let parameters = DocumentParameters(request)
          return .putRestApi(
            Command.PutRestApi(
              restApiId: request["restApiId"],
              definition: try parameters.definition(of: request.rawBody),
              mode: request.text("mode"), failOnWarnings: request.flag("failOnWarnings"),
              basePath: parameters["basepath"]))
        },
        answer: { (outcome) throws(CommandError) in
          .json(try outcome.importedApi(.single))
        })),
    OperationSpec(
      "GetExport", .get, PathTemplate(stagePath + "/exports/{exportType}"),
      query: [InputMember("parameters", .map(.text))],
      .read { (request, store) throws(CommandError) in
        try export(request, from: store.state)
      }),
  ]

  private static func export(
    _ request: OperationRequest, from state: GatewayState
  ) throws(CommandError) -> OperationAnswer {
    let source = try ExportSource(
      exporting: ApiStageID(apiId: request["restApiId"], stage: request["stageName"]), of: state,
      region: ResourceArn.defaultRegion)
    guard let dialect = Dialect(rawValue: request["exportType"]) else {
      throw CommandError(
        .badRequest, "Invalid export type specified. Valid options are oas30,swagger",
        field: "exportType", remedy: "Ask for oas30 or swagger.")
    }
    let extensions = try ExportExtensions(DocumentParameters(request)["extensions"] ?? "")
    let format = try OpenAPIExport.Format(accept: request.accept)
    let document = OpenAPIExport.document(of: source, as: dialect, extensions: extensions)
    let name = OpenAPIExport.fileName(of: source, as: dialect, format: format)
    return OperationAnswer(
      .bytes(
        Array(OpenAPIExport.text(of: document, as: format).utf8),
        contentType: "application/octet-stream"),
      headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")])
  }
}

/// The free query of an import or export, whose names clients write in either case.
private struct DocumentParameters {
  private let values: [String: String]

  init(_ request: OperationRequest) {
    values = Dictionary(
      request.textMap("parameters").map { ($0.key.lowercased(), $0.value) },
      uniquingKeysWith: { $1 })
  }

  subscript(name: String) -> String? { values[name.lowercased()] }

  /// The definition of a document, without its documentation if the query says to ignore it.
  func definition(of body: [UInt8]) throws(CommandError) -> ApiDefinition {
    do throws(DocumentError) {
      var definition = try OpenAPIImport.definition(of: body)
      if self["ignore"] == "documentation" { definition.documentation = nil }
      return definition
    } catch {
      throw error.refusal
    }
  }
}

extension WriteOutcome {
  /// The API as it is now, with the warnings of its document.
  fileprivate func importedApi(_ form: WireForm) throws(CommandError) -> JSONValue {
    let api = try subject { if case .restApi(let api) = $0 { api } else { nil } }
    guard !warnings.isEmpty, case .object(var object) = api.wire(form) else {
      return api.wire(form)
    }
    object.add("warnings", .array(warnings.map(JSONValue.string)))
    return .object(object)
  }
}
