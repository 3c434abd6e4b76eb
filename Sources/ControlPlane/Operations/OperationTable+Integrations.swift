import GatewayModel
import HTTPServer

extension OperationTable {
  /// The backends of methods and how their answers are taken.
  static let integrations: [OperationSpec] = [
    OperationSpec(
      "PutIntegration", .put, PathTemplate(methodPath + "/integration"),
      body: .members([
        .text("type", isRequired: true),
        .text("integrationHttpMethod", wireName: "httpMethod"), .text("uri"),
        .text("connectionType"), .text("connectionId"), .text("credentials"),
        .textMap("requestParameters"), .textMap("requestTemplates"),
        .text("passthroughBehavior"), .text("cacheNamespace"), .texts("cacheKeyParameters"),
        .text("contentHandling"), .integer("timeoutInMillis"),
        .structure("tlsConfig", [.boolean("insecureSkipVerification")]),
        .text("responseTransferMode"), .text("integrationTarget"),
      ]), status: 201,
      .write(
        command: { (request, _) throws(CommandError) in
          var input: Command.PutIntegration = try request.decoded()
          input.insecureSkipVerification = request.insecureSkipVerification
          return .putIntegration(input)
        },
        answer: { (outcome) throws(CommandError) in .json(try outcome.integration().wire) })),
    OperationSpec(
      "GetIntegration", .get, PathTemplate(methodPath + "/integration"),
      .json { (request, store) throws(CommandError) in
        try store.state.existingIntegration(request.methodName).2.wire
      }),
    OperationSpec(
      "UpdateIntegration", .patch, PathTemplate(methodPath + "/integration"),
      body: .members([.patchOperations]),
      .write(Command.updateIntegration) { (outcome) throws(CommandError) in
        try outcome.integration().wire
      }),
    OperationSpec(
      "DeleteIntegration", .delete, PathTemplate(methodPath + "/integration"), status: 204,
      .write(Command.deleteIntegration)),
    OperationSpec(
      "PutIntegrationResponse", .put,
      PathTemplate(methodPath + "/integration/responses/{statusCode}"),
      body: .members([
        .text("selectionPattern"), .textMap("responseParameters"),
        InputMember("responseTemplates", .mapOfNullable(.text)), .text("contentHandling"),
      ]), status: 201,
      .write(Command.putIntegrationResponse) { (outcome) throws(CommandError) in
        try outcome.integrationResponse()
      }),
    OperationSpec(
      "GetIntegrationResponse", .get,
      PathTemplate(methodPath + "/integration/responses/{statusCode}"),
      .json { (request, store) throws(CommandError) in
        try store.state.existingIntegrationResponse(request["statusCode"], of: request.methodName)
          .wire
      }),
    OperationSpec(
      "UpdateIntegrationResponse", .patch,
      PathTemplate(methodPath + "/integration/responses/{statusCode}"),
      body: .members([.patchOperations]),
      .write(Command.updateIntegrationResponse) { (outcome) throws(CommandError) in
        try outcome.integrationResponse()
      }),
    OperationSpec(
      "DeleteIntegrationResponse", .delete,
      PathTemplate(methodPath + "/integration/responses/{statusCode}"), status: 204,
      .write(Command.deleteIntegrationResponse)),
  ]
}

extension OperationRequest {
  /// The one member of `tlsConfig`; the command has it flat.
  fileprivate var insecureSkipVerification: Bool? {
    guard case .object(let object)? = input["tlsConfig"],
      case .bool(let skips)? = object["insecureSkipVerification"]
    else { return nil }
    return skips
  }
}

extension WriteOutcome {
  fileprivate func integration() throws(CommandError) -> Integration {
    guard let integration = try method().methodIntegration else {
      throw CommandError(.notFound, "The entity is gone")
    }
    return integration
  }

  fileprivate func integrationResponse() throws(CommandError) -> JSONValue {
    guard let response = try integration().integrationResponses[request["statusCode"]] else {
      throw CommandError(.notFound, "The entity is gone")
    }
    return response.wire
  }
}
