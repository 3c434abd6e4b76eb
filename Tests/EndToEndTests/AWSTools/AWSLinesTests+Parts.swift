import GatewayModel
import Testing

extension AWSLinesTests {
  /// Writes on the parts of an API, and deletions that are taken back.
  static let parts: [Write] = documents + settings + deletions

  private static let documents: [Write] = [
    (
      "make an authorizer",
      { state in
        .createAuthorizer(
          Command.CreateAuthorizer(
            restApiId: try api(state), name: "tokens", type: "TOKEN",
            authorizerUri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
              + "arn:aws:lambda:us-east-1:123456789012:function:tokens/invocations",
            identitySource: "method.request.header.Auth", authorizerResultTtlInSeconds: 60))
      }
    ),
    (
      "make a model",
      { state in
        .createModel(
          Command.CreateModel(
            restApiId: try api(state), name: "Pet", description: "a pet",
            schema: #"{"type":"object"}"#, contentType: "application/json"))
      }
    ),
    (
      "change a model that came with the API",
      { state in
        .updateModel(
          Command.UpdateModel(
            restApiId: try api(state), modelName: "Error",
            patchOperations: [.replace("/description", "ours")]))
      }
    ),
    (
      "make a validator",
      { state in
        .createRequestValidator(
          Command.CreateRequestValidator(
            restApiId: try api(state), name: "all", validateRequestBody: true,
            validateRequestParameters: false))
      }
    ),
    (
      "make a gateway response",
      { state in
        .putGatewayResponse(
          Command.PutGatewayResponse(
            restApiId: try api(state), responseType: "THROTTLED", statusCode: "503",
            responseTemplates: ["application/json": #"{"message":"it's too much"}"#]))
      }
    ),
    (
      "document",
      { state in
        .createDocumentationPart(
          Command.CreateDocumentationPart(
            restApiId: try api(state),
            location: DocumentationPartLocation(type: "METHOD", path: "/orders", method: "POST"),
            properties: #"{"description":"all orders"}"#))
      }
    ),
    (
      "freeze the documentation",
      { state in
        .createDocumentationVersion(
          Command.CreateDocumentationVersion(
            restApiId: try api(state), documentationVersion: "v1", description: "first"))
      }
    ),
  ]

  private static let settings: [Write] = [
    (
      "change the API",
      { state in
        .updateRestApi(
          Command.UpdateRestApi(
            restApiId: try api(state),
            patchOperations: [
              .replace("/description", "all we sell"),
              PatchOperation(op: "add", path: "/binaryMediaTypes/image~1png"),
            ]))
      }
    ),
    ("take that back", nil),
    (
      "change a backend",
      { state in
        .updateIntegration(
          Command.UpdateIntegration(
            restApiId: try api(state), resourceId: try orders(state), httpMethod: "POST",
            patchOperations: [.replace("/timeoutInMillis", "5000")]))
      }
    ),
    ("deploy what changed", { state in try deploy(state) }),
    (
      "set the stage up",
      { state in
        .updateStage(
          Command.UpdateStage(
            restApiId: try api(state), stageName: "prod",
            patchOperations: [
              .replace("/description", "for all"), .replace("/variables/host", "example.com"),
              .replace("/*/*/throttling/burstLimit", "7"),
              .replace("/~1orders/POST/throttling/rateLimit", "2.5"),
              .replace("/documentationVersion", "v1"),
            ]))
      }
    ),
    ("set the stage back", nil),
    ("set the stage up again", nil),
    (
      "make a link",
      { _ in
        .createVpcLink(
          Command.CreateVpcLink(
            name: "inside",
            targetArns: [
              "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a/1"
            ], tags: ["team": "shop"]))
      }
    ),
    (
      "delete the link",
      { state in
        .deleteAccessory(
          Command.DeleteAccessory(
            AccessoryRef(VpcLink.self, try #require(state.vpcLinks.keys.first))))
      }
    ),
    ("bring the link back", nil),
  ]

  private static let deletions: [Write] = [
    (
      "delete a method",
      { state in
        .deleteMethod(
          Command.DeleteMethod(
            restApiId: try api(state), resourceId: try orders(state), httpMethod: "POST"))
      }
    ),
    ("bring the method back", nil),
    (
      "delete a resource",
      { state in
        .deleteResource(
          Command.DeleteResource(restApiId: try api(state), resourceId: try orders(state)))
      }
    ),
    ("bring the resource back", nil),
    (
      "delete the stage",
      { state in
        .deleteStage(Command.DeleteStage(restApiId: try api(state), stageName: "prod"))
      }
    ),
    ("bring the stage back", nil),
    (
      "delete the whole API",
      { state in .deleteRestApi(Command.DeleteRestApi(restApiId: try api(state))) }
    ),
    ("bring the whole API back", nil),
  ]

  private static func orders(_ state: GatewayState) throws -> ResourceID {
    try #require(
      state.apis[try api(state)]?.resources.values.first { $0.path == "/orders" }
    ).id
  }
}
