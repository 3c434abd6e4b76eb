import GatewayModel
import Testing

@Suite struct AWSApiCommandLineTests {
  private static let lines: [(command: Command, line: String)] = apis + methods + stages

  private static let apis: [(command: Command, line: String)] = [
    (
      .createRestApi(
        .init(
          name: "shop", version: "1", minimumCompressionSize: 10,
          endpointConfiguration: .init(types: ["REGIONAL"]), disableExecuteApiEndpoint: false)),
      "create-rest-api --name shop --api-version 1 --minimum-compression-size 10 "
        + #"--endpoint-configuration '{"types":["REGIONAL"]}' --no-disable-execute-api-endpoint"#
    ),
    (
      .updateRestApi(
        .init(restApiId: "a", patchOperations: [.add("/binaryMediaTypes/image~1png", "")])),
      "update-rest-api --rest-api-id a --patch-operations "
        + #"'[{"op":"add","path":"/binaryMediaTypes/image~1png","value":""}]'"#
    ),
    (.deleteRestApi(.init(restApiId: "a")), "delete-rest-api --rest-api-id a"),
    (
      .createResource(.init(restApiId: "a", parentId: "r", pathPart: "{id}")),
      "create-resource --rest-api-id a --parent-id r --path-part '{id}'"
    ),
    (
      .updateResource(
        .init(restApiId: "a", resourceId: "r", patchOperations: [.replace("/pathPart", "b")])),
      "update-resource --rest-api-id a --resource-id r "
        + "--patch-operations op=replace,path=/pathPart,value=b"
    ),
    (
      .deleteResource(.init(restApiId: "a", resourceId: "r")),
      "delete-resource --rest-api-id a --resource-id r"
    ),
    (
      .putGatewayResponse(
        .init(restApiId: "a", responseType: "THROTTLED", statusCode: "430")),
      "put-gateway-response --rest-api-id a --response-type THROTTLED --status-code 430"
    ),
    (
      .deleteModel(.init(restApiId: "a", modelName: "Pet")),
      "delete-model --rest-api-id a --model-name Pet"
    ),
    (
      .createRequestValidator(
        .init(restApiId: "a", name: "all", validateRequestBody: true)),
      "create-request-validator --rest-api-id a --name all --validate-request-body"
    ),
  ]

  private static let methods: [(command: Command, line: String)] = [
    (
      .putMethod(
        .init(
          restApiId: "a", resourceId: "r", httpMethod: "GET", apiKeyRequired: true,
          requestParameters: ["method.request.path.id": true])),
      "put-method --rest-api-id a --resource-id r --http-method GET --authorization-type NONE "
        + #"--api-key-required --request-parameters '{"method.request.path.id":true}'"#
    ),
    (
      .requiringKey(true, for: "GET", at: "r", of: "a"),
      "update-method --rest-api-id a --resource-id r --http-method GET "
        + "--patch-operations op=replace,path=/apiKeyRequired,value=true"
    ),
    (
      .putIntegration(
        .init(
          restApiId: "a", resourceId: "r", httpMethod: "ANY", type: "HTTP_PROXY",
          integrationHttpMethod: "ANY", uri: "http://b/{id}", timeoutInMillis: 500,
          insecureSkipVerification: true)),
      "put-integration --rest-api-id a --resource-id r --http-method ANY --type HTTP_PROXY "
        + "--integration-http-method ANY --uri 'http://b/{id}' --timeout-in-millis 500 "
        + #"--tls-config '{"insecureSkipVerification":true}'"#
    ),
    (
      .putIntegrationResponse(
        .init(
          restApiId: "a", resourceId: "r", httpMethod: "GET", statusCode: "200",
          responseTemplates: ["application/json": nil])),
      "put-integration-response --rest-api-id a --resource-id r --http-method GET "
        + #"--status-code 200 --response-templates '{"application/json":""}'"#
    ),
    (
      .deleteMethodResponse(
        .init(restApiId: "a", resourceId: "r", httpMethod: "GET", statusCode: "200")),
      "delete-method-response --rest-api-id a --resource-id r --http-method GET --status-code 200"
    ),
  ]

  private static let stages: [(command: Command, line: String)] = [
    (
      .createDeployment(
        .init(
          restApiId: "a", stageName: "prod", variables: ["host": "b"],
          canarySettings: .init(percentTraffic: 50))),
      "create-deployment --rest-api-id a --stage-name prod --variables host=b "
        + #"--canary-settings '{"percentTraffic":50.0}'"#
    ),
    (
      .createStage(.init(restApiId: "a", stageName: "prod", deploymentId: "d")),
      "create-stage --rest-api-id a --stage-name prod --deployment-id d"
    ),
    (
      .rollingBack(ApiStageID(apiId: "a", stage: "prod"), to: "d"),
      "update-stage --rest-api-id a --stage-name prod "
        + "--patch-operations op=replace,path=/deploymentId,value=d"
    ),
    (
      .promotingCanary(of: ApiStageID(apiId: "a", stage: "prod")),
      "update-stage --rest-api-id a --stage-name prod --patch-operations "
        + "op=copy,path=/deploymentId,from=/canarySettings/deploymentId "
        + "op=copy,path=/variables,from=/canarySettings/stageVariableOverrides "
        + "op=remove,path=/canarySettings"
    ),
    (
      .deleteStage(.init(restApiId: "a", stageName: "prod")),
      "delete-stage --rest-api-id a --stage-name prod"
    ),
  ]

  @Test(arguments: lines)
  func writesTheLine(command: Command, line: String) {
    #expect(command.awsCommandLine == "aws apigateway \(line)")
  }

  @Test func hasNoLineForResourcesNamedByPath() {
    let byPath = Command.requiringKey(true, for: "GET", at: "/pets", of: "a")
    #expect(byPath.awsCommandLine == nil)
    #expect(Command.creatingResourcePath("/pets", of: "a").awsCommandLine == nil)
    #expect(
      Command.createResource(.init(restApiId: "a", parentId: "/", pathPart: "x")).awsCommandLine
        == nil)
  }

  @Test func writesALineForEachStepOfASetUp() {
    let setUp = Command.settingUpMethod(
      "GET", at: "r", of: "a", requiresKey: false, backend: .mock(status: 200, body: "{}"))
    #expect(setUp.awsCommandLine?.split(separator: "\n").count == 4)
  }
}
