import GatewayModel
import HTTPServer

extension OperationTable {
  /// The account and tags.
  static let account: [OperationSpec] = [
    OperationSpec(
      "GetAccount", .get, "/account",
      .json { (_, store) in store.state.account.wire }),
    OperationSpec(
      "UpdateAccount", .patch, "/account", body: .members([.patchOperations]),
      .write(Command.updateAccount) { outcome in outcome.store.state.account.wire }),
    OperationSpec(
      "TagResource", .put, "/tags/{resourceArn+}",
      body: .members([.textMap("tags", isRequired: true)]), status: 204,
      .write(Command.tagResource)),
    OperationSpec(
      "UntagResource", .delete, "/tags/{resourceArn+}",
      query: [.texts("tagKeys", isRequired: true)], status: 204, .write(Command.untagResource)),
    OperationSpec(
      "GetTags", .get, "/tags/{resourceArn+}", query: InputMember.paging,
      .json { (request, store) throws(CommandError) in
        WireList.tags(
          try store.state.tags(of: try ResourceArn(request["resourceArn"]).ref))
      }),
  ]
}
