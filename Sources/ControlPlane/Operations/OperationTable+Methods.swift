import GatewayModel
import HTTPServer

extension OperationTable {
  static let methodPath = "/restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}"

  /// Methods and what they declare to answer.
  static let methods: [OperationSpec] = [
    OperationSpec(
      "PutMethod", .put, PathTemplate(methodPath),
      body: .members([
        .text("authorizationType", isRequired: true), .text("authorizerId"),
        .boolean("apiKeyRequired"), .text("operationName"),
        InputMember("requestParameters", .map(.boolean)), .textMap("requestModels"),
        .text("requestValidatorId"), .texts("authorizationScopes"),
      ]), status: 201,
      .write(Command.putMethod) { (outcome) throws(CommandError) in try outcome.method().wire }),
    OperationSpec(
      "GetMethod", .get, PathTemplate(methodPath),
      .json { (request, store) throws(CommandError) in
        try store.state.existingMethod(request.methodName).1.wire
      }),
    OperationSpec(
      "UpdateMethod", .patch, PathTemplate(methodPath), body: .members([.patchOperations]),
      .write(Command.updateMethod) { (outcome) throws(CommandError) in
        try outcome.method().wire
      }),
    OperationSpec(
      "DeleteMethod", .delete, PathTemplate(methodPath), status: 204,
      .write(Command.deleteMethod)),
    OperationSpec(
      "PutMethodResponse", .put, PathTemplate(methodPath + "/responses/{statusCode}"),
      body: .members([
        InputMember("responseParameters", .map(.boolean)), .textMap("responseModels"),
      ]), status: 201,
      .write(Command.putMethodResponse) { (outcome) throws(CommandError) in
        try outcome.methodResponse()
      }),
    OperationSpec(
      "GetMethodResponse", .get, PathTemplate(methodPath + "/responses/{statusCode}"),
      .json { (request, store) throws(CommandError) in
        try store.state.existingMethodResponse(request["statusCode"], of: request.methodName).wire
      }),
    OperationSpec(
      "UpdateMethodResponse", .patch, PathTemplate(methodPath + "/responses/{statusCode}"),
      body: .members([.patchOperations]), status: 201,
      .write(Command.updateMethodResponse) { (outcome) throws(CommandError) in
        try outcome.methodResponse()
      }),
    OperationSpec(
      "DeleteMethodResponse", .delete, PathTemplate(methodPath + "/responses/{statusCode}"),
      status: 204, .write(Command.deleteMethodResponse)),
  ]
}

extension OperationRequest {
  /// The method a request's path names.
  var methodName: MethodName {
    MethodName(self["restApiId"], self["resourceId"], self["httpMethod"])
  }
}

extension WriteOutcome {
  /// The method that was written.
  func method() throws(CommandError) -> Method {
    try subject { if case .method(_, _, let method) = $0 { method } else { nil } }
  }

  fileprivate func methodResponse() throws(CommandError) -> JSONValue {
    guard let response = try method().methodResponses[request["statusCode"]] else {
      throw CommandError(.notFound, "The entity is gone")
    }
    return response.wire
  }
}
