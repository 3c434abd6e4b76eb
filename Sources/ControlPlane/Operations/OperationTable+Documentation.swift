import GatewayModel
import HTTPServer

extension OperationTable {
  private static let partPath = "/restapis/{restApiId}/documentation/parts"
  private static let versionPath = "/restapis/{restApiId}/documentation/versions"

  /// Documentation parts and versions.
  static let documentation: [OperationSpec] =
    [
      OperationSpec(
        "CreateDocumentationPart", .post, PathTemplate(partPath),
        body: .members([
          InputMember(
            "location",
            .structure([
              .text("type", isRequired: true), .text("path"), .text("method"),
              .text("statusCode"), .text("name"),
            ]), isRequired: true),
          .text("properties", isRequired: true),
        ]), status: 201, .making(Command.createDocumentationPart)),
      OperationSpec(
        "ImportDocumentationParts", .put, PathTemplate(partPath),
        query: [.text("mode"), .boolean("failOnWarnings", wireName: "failonwarnings")],
        body: .raw,
        .write(
          command: { (request, _) in
            .importDocumentationParts(
              Command.ImportDocumentationParts(
                restApiId: request["restApiId"], mode: request.text("mode"),
                failOnWarnings: request.flag("failOnWarnings"),
                body: String(decoding: request.rawBody, as: UTF8.self)))
          },
          answer: { outcome in
            let ids = outcome.subjects.compactMap { ref -> String? in
              if case .accessory(let part) = ref { part.key } else { nil }
            }
            return .json(WireList.imported(ids: ids, warnings: outcome.warnings))
          })),
      OperationSpec(
        "CreateDocumentationVersion", .post, PathTemplate(versionPath),
        body: .members([
          .text("documentationVersion", isRequired: true), .text("stageName"),
          .text("description"),
        ]), status: 201, .making(Command.createDocumentationVersion)),
    ]
    + AccessoryOperations<DocumentationPart>(
      collection: partPath, item: "{documentationPartId}",
      listQuery: [
        .text("type"), .text("nameQuery", wireName: "name"), .text("path"),
        .text("locationStatus"),
      ],
      key: { $0["documentationPartId"] },
      rows: { (request, state) throws(CommandError) in
        try state.documentationParts(
          of: request["restApiId"],
          matching: DocumentationQuery(
            type: request.text("type"), name: request.text("nameQuery"),
            path: request.text("path"), locationStatus: request.text("locationStatus")))
      }
    ).specs
    + AccessoryOperations<DocumentationVersion>(
      collection: versionPath, item: "{documentationVersion}",
      key: { $0["documentationVersion"] }
    ).specs
}
