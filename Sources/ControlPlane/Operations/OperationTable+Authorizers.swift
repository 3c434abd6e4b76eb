import GatewayModel
import HTTPServer

extension OperationTable {
  private static let authorizerPath = "/restapis/{restApiId}/authorizers"

  /// Authorizers, which are kept and shown; none can be asked here.
  static let authorizers: [OperationSpec] =
    [
      OperationSpec(
        "CreateAuthorizer", .post, PathTemplate(authorizerPath),
        body: .members([
          .text("name", isRequired: true), .text("type", isRequired: true),
          .texts("providerARNs"), .text("authType"), .text("authorizerUri"),
          .text("authorizerCredentials"), .text("identitySource"),
          .text("identityValidationExpression"), .integer("authorizerResultTtlInSeconds"),
        ]), status: 201, .making(Command.createAuthorizer)),
      OperationSpec(
        "TestInvokeAuthorizer", .post, PathTemplate(authorizerPath + "/{authorizerId}"),
        body: .members([
          .textMap("headers"), InputMember("multiValueHeaders", .map(.list(.text))),
          .text("pathWithQueryString"), .text("body"), .textMap("stageVariables"),
          .textMap("additionalContext"),
        ]),
        .impossible { (request, store) throws(CommandError) in
          let authorizer = try store.state.existing(
            Authorizer.self, request["authorizerId"], of: request["restApiId"])
          return "A local gateway cannot ask the authorizer '\(authorizer.name)': "
            + "neither Lambda functions nor user pools are here"
        }),
    ]
    + AccessoryOperations<Authorizer>(
      collection: authorizerPath, item: "{authorizerId}", key: { $0["authorizerId"] }
    ).specs
}
