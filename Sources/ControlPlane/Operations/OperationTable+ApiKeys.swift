import HTTPServer
import GatewayModel

extension OperationTable {
  /// API keys.
  static let apiKeys: [OperationSpec] = [
    OperationSpec(
      "CreateApiKey", .post, "/apikeys",
      body: .members([
        .text("name"), .text("description"), .boolean("enabled"), .boolean("generateDistinctId"),
        .text("value"),
        InputMember("stageKeys", .list(.structure([.text("restApiId"), .text("stageName")]))),
        .text("customerId"), .textMap("tags"),
      ]), status: 201,
      .write(Command.createApiKey) { (outcome) throws(CommandError) in
        try outcome.apiKey().wire(.created, includeValue: true)
      }),
    OperationSpec(
      "ImportApiKeys", .post, "/apikeys", fixedQuery: QueryItem("mode", "import"),
      query: [
        .text("format", isRequired: true), .boolean("failOnWarnings", wireName: "failonwarnings"),
      ], body: .raw, status: 201,
      .write(
        command: { (request, _) throws(CommandError) in
          .importApiKeys(
            Command.ImportApiKeys(
              body: String(decoding: request.rawBody, as: UTF8.self), format: request["format"],
              failOnWarnings: request.flag("failOnWarnings")))
        },
        answer: { outcome in
          .json(WireList.imported(ids: outcome.apiKeyIds, warnings: outcome.warnings))
        })),
    OperationSpec(
      "GetApiKey", .get, "/apikeys/{apiKey}", query: [.boolean("includeValue")],
      .json { (request, store) throws(CommandError) in
        try store.state.requireKey(request["apiKey"])
          .wire(.single, includeValue: request.flag("includeValue"))
      }),
    OperationSpec(
      "GetApiKeys", .get, "/apikeys",
      query: InputMember.paging + [
        .text("nameQuery", wireName: "name"), .text("customerId"), .boolean("includeValues"),
      ],
      .json { (request, store) throws(CommandError) in try store.apiKeyPage(request) }),
    OperationSpec(
      "UpdateApiKey", .patch, "/apikeys/{apiKey}", body: .members([.patchOperations]),
      .write(Command.updateApiKey) { (outcome) throws(CommandError) in
        try outcome.apiKey().wire(.single)
      }),
    OperationSpec(
      "DeleteApiKey", .delete, "/apikeys/{apiKey}", status: 202, .write(Command.deleteApiKey)),
  ]
}

extension WriteOutcome {
  fileprivate func apiKey() throws(CommandError) -> ApiKey {
    try subject { if case .apiKey(let key) = $0 { key } else { nil } }
  }

  fileprivate var apiKeyIds: [ApiKeyID] {
    subjects.compactMap { if case .apiKey(let id) = $0 { id } else { nil } }
  }
}

extension ControlPlaneStore {
  fileprivate func apiKeyPage(_ request: OperationRequest) throws(CommandError) -> JSONValue {
    let keys = state.keys
    let prefix = request.text("nameQuery") ?? ""
    let customer = request.text("customerId").flatMap { $0.isEmpty ? nil : $0 }
    let includesValues = request.flag("includeValues")
    return try PageRequest(request, list: "apikeys").answer(orders.keys(state)) { id in
      guard let key = keys[id], prefix.isEmpty || key.name?.hasPrefix(prefix) == true,
        customer == nil || key.customerId == customer
      else { return nil }
      return key.wire(.listed, includeValue: includesValues)
    }
  }
}
