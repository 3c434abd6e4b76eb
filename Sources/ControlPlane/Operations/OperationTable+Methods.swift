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
    OperationSpec(
      "TestInvokeMethod", .post, PathTemplate(methodPath),
      body: .members([
        .text("pathWithQueryString"), .text("body"), .textMap("headers"),
        InputMember("multiValueHeaders", .map(.list(.text))), .text("clientCertificateId"),
        .textMap("stageVariables"),
      ]),
      .deferred { (request, store, responder) throws(CommandError) in
        let name = request.methodName
        _ = try store.state.existingMethod(name)
        guard let test = store.environment.testMethod, let api = store.state.apis[name.restApiId]
        else {
          throw CommandError(.notImplemented, "This control plane runs without a gateway to test")
        }
        try test(request.methodTest, api) { responder.answer(.json($0.wire)) }
      }),
  ]
}

extension OperationRequest {
  /// The method a request's path names.
  var methodName: MethodName {
    MethodName(self["restApiId"], self["resourceId"], self["httpMethod"])
  }

  /// The request that tries a method; of a header in both maps, the one with many values counts.
  fileprivate var methodTest: MethodTestCall {
    MethodTestCall(
      resourceId: self["resourceId"], httpMethod: self["httpMethod"],
      pathWithQueryString: text("pathWithQueryString"),
      headers: textMap("headers").mapValues { [$0] }
        .merging(textLists("multiValueHeaders")) { $1 },
      body: self["body"], stageVariables: textMap("stageVariables"))
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
