import GatewayModel
import HTTPServer

/// The operations that are the same for every kind of accessory: get, list, update and delete.
///
/// A kind says where its collection is and how a request names one; its Create has members of its own
/// and a row of its own.
struct AccessoryOperations<Value: Accessory> {
  /// The path of the collection.
  let collection: String
  /// The labels that name one below it.
  let item: String
  /// Members in the query that help to name one.
  var itemQuery: [InputMember] = []
  /// Members in the query of a list, besides its page.
  var listQuery: [InputMember] = []
  /// Whether there is an operation that changes one.
  var isMutable = true
  /// Whether there is an operation that gets one.
  var isGettable = true
  /// The name of the one a request is about.
  let key: @Sendable (OperationRequest) -> String
  /// The rows of a list; nil lists all.
  var rows: (@Sendable (OperationRequest, GatewayState) throws(CommandError) -> [Value])?

  /// The rows of the table.
  var specs: [OperationSpec] {
    var specs: [OperationSpec] = []
    if isGettable { specs.append(get) }
    specs.append(list)
    if isMutable { specs.append(update) }
    return specs + [delete]
  }

  private var itemPath: PathTemplate { PathTemplate("\(collection)/\(item)") }

  private var get: OperationSpec {
    OperationSpec(
      "Get\(Value.operationNoun)", .get, itemPath, query: itemQuery,
      .json { [key] (request, store) throws(CommandError) in
        try store.state.existing(Value.self, key(request), of: request.text("restApiId"))
          .wire(.single)
      })
  }

  private var list: OperationSpec {
    OperationSpec(
      "Get\(Value.operationNoun)s", .get, PathTemplate(collection),
      query: listQuery + InputMember.paging,
      .json { [collection, rows] (request, store) throws(CommandError) in
        let apiId = request.text("restApiId")
        if let apiId { _ = try store.state.existingApi(apiId) }
        let all =
          if let rows {
            try rows(request, store.state)
          } else {
            store.state.listed(Value.self, of: apiId)
          }
        let page = try PageRequest(
          request, list: "\(collection) \(apiId ?? request["domainName"])")
        return page.answer(
          all, key: { [$0.key.isEmpty ? $0.displayName ?? "" : $0.key] },
          print: { $0.wire(.listed) })
      })
  }

  private var update: OperationSpec {
    OperationSpec(
      "Update\(Value.operationNoun)", .patch, itemPath, query: itemQuery,
      body: .members([.patchOperations]),
      .write(
        command: { [key] (request, _) throws(CommandError) in
          let operations = try request.decoded(PatchInput.self).patchOperations ?? []
          return .updateAccessory(
            Command.UpdateAccessory(
              AccessoryRef(Value.self, key(request), of: request.text("restApiId")),
              patchOperations: operations))
        },
        answer: { (outcome) throws(CommandError) in .json(try outcome.accessory(.single)) }))
  }

  private var delete: OperationSpec {
    OperationSpec(
      "Delete\(Value.operationNoun)", .delete, itemPath, query: itemQuery, status: 202,
      .write(
        command: { [key] (request, _) in
          .deleteAccessory(
            Command.DeleteAccessory(
              AccessoryRef(Value.self, key(request), of: request.text("restApiId"))))
        },
        answer: { _ in .empty }))
  }

  private struct PatchInput: Decodable {
    var patchOperations: [PatchOperation]?
  }
}

extension WriteOutcome {
  /// The accessory a write was about, as API Gateway prints it.
  func accessory(_ form: WireForm) throws(CommandError) -> JSONValue {
    try subject { if case .accessory(let accessory) = $0 { accessory.value } else { nil } }
      .wire(form)
  }
}

extension OperationHandler {
  /// A write that makes an accessory, answered with it.
  static func making<Input: Decodable & Sendable>(
    _ command: @escaping @Sendable (Input) -> Command
  ) -> OperationHandler {
    .write(command) { (outcome) throws(CommandError) in try outcome.accessory(.created) }
  }
}
