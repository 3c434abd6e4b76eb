import GatewayModel
import Testing

/// The shapes of APIs and their parts: which members are there, and how.
@Suite struct ApiWireTests {
  private let now = Timestamp(microseconds: 1_790_000_000_900_000)

  /// Expects a value's text; line breaks in the expectation are for reading only.
  private func expect(
    _ value: JSONValue, is lines: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = lines.filter { $0 != "\n" }
    #expect(value.text == text, sourceLocation: sourceLocation)
  }

  private func expect(
    _ value: JSONValue, holds text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(value.text.contains(text), sourceLocation: sourceLocation)
  }

  @Test func printsAnApi() {
    var api = RestApi(id: "a1", name: "shop", rootResourceId: "r1", createdDate: now)
    let bare = #"""
      {"apiKeySource":"HEADER","createdDate":1790000000,"disableExecuteApiEndpoint":false,
      "endpointConfiguration":{"ipAddressType":"ipv4","types":["EDGE"]},
      "id":"a1","name":"shop","rootResourceId":"r1"}
      """#
    expect(api.wire(.created), is: bare)
    expect(api.wire(.listed), is: bare)
    expect(api.wire(.single), holds: #","tags":{}}"#)
    api.policy = #"{"Version":"x"}"#
    api.binaryMediaTypes = ["image/png"]
    // The text of the member is the policy with its quotes escaped, escaped again as JSON.
    expect(api.wire(.created), holds: #""policy":"{\\\"Version\\\":\\\"x\\\"}""#)
    expect(api.wire(.created), holds: #""binaryMediaTypes":["image/png"]"#)
  }

  @Test func printsResources() {
    expect(Resource(id: "r", path: "/").wire(), is: #"{"id":"r","path":"/"}"#)
    let pets = Resource(id: "p", parentId: "r", pathPart: "pets", path: "/pets")
    let methods = ["GET": GatewayModel.Method(httpMethod: "GET")]
    expect(
      pets.wire(methods: methods),
      is: #"""
        {"id":"p","parentId":"r","path":"/pets","pathPart":"pets",
        "resourceMethods":{"GET":{}}}
        """#)
    expect(
      pets.wire(methods: methods, embedsMethods: true),
      holds: #""GET":{"apiKeyRequired":false,"authorizationType":"NONE","httpMethod":"GET"}"#)
  }

  @Test func printsEmptyMapsOnlyWhenGiven() {
    var method = GatewayModel.Method(httpMethod: "GET", requestParameters: [:])
    method.methodResponses["200"] = MethodResponse(statusCode: "200", responseModels: [:])
    expect(
      method.wire,
      is: #"""
        {"apiKeyRequired":false,"authorizationType":"NONE","httpMethod":"GET",
        "methodResponses":{"200":{"responseModels":{},"statusCode":"200"}},
        "requestParameters":{}}
        """#)
  }

  @Test func printsIntegrations() {
    var integration = Integration(type: .mock, cacheNamespace: "r1")
    expect(
      integration.wire,
      is: #"""
        {"cacheKeyParameters":[],"cacheNamespace":"r1",
        "passthroughBehavior":"WHEN_NO_MATCH","timeoutInMillis":29000,"type":"MOCK"}
        """#)
    integration.insecureSkipVerification = true
    integration.integrationResponses["200"] = IntegrationResponse(
      statusCode: "200", selectionPattern: "", responseTemplates: ["application/json": nil])
    expect(integration.wire, holds: #""tlsConfig":{"insecureSkipVerification":true}"#)
    expect(
      integration.wire,
      holds: #"{"200":{"responseTemplates":{"application/json":null},"selectionPattern":"","#)
  }

  @Test func printsGatewayResponses() {
    expect(
      EffectiveGatewayResponse(of: .throttled, among: [:]).wire,
      is: #"""
        {"defaultResponse":true,"responseParameters":{},
        "responseTemplates":{"application/json":"{\"message\":$context.error.messageString}"},
        "responseType":"THROTTLED","statusCode":"429"}
        """#)
    let classDefault = EffectiveGatewayResponse(of: .default4XX, among: [:]).wire.text
    #expect(!classDefault.contains("statusCode"))
  }

  @Test func printsModelsAndValidators() {
    expect(
      Model(id: "m", name: "Pet", schema: "{}", contentType: "application/json").wire,
      is: #"{"contentType":"application/json","id":"m","name":"Pet","schema":"{}"}"#)
    expect(
      RequestValidator(id: "v", name: "n").wire,
      is: #"""
        {"id":"v","name":"n","validateRequestBody":false,
        "validateRequestParameters":false}
        """#)
  }

  @Test func printsDeployments() {
    let method = GatewayModel.Method(httpMethod: "GET", apiKeyRequired: true)
    let route = SnapshotRoute(resourceId: "r", path: "/", methods: [method])
    let deployment = Deployment(
      id: "d", createdDate: now, snapshot: ApiSnapshot(routes: [route]))
    expect(deployment.wire(), is: #"{"createdDate":1790000000,"id":"d"}"#)
    expect(
      deployment.wire(embedsSummary: true),
      is: #"""
        {"apiSummary":{"/":{"GET":{"apiKeyRequired":true,
        "authorizationType":"NONE"}}},"createdDate":1790000000,"id":"d"}
        """#)
  }

  @Test func printsStages() {
    var stage = Stage(
      stageName: "prod", deploymentId: "d", createdDate: now, lastUpdatedDate: now)
    expect(
      stage.wire,
      is: #"""
        {"cacheClusterEnabled":false,"cacheClusterStatus":"NOT_AVAILABLE",
        "createdDate":1790000000,"deploymentId":"d","lastUpdatedDate":1790000000,
        "methodSettings":{},"stageName":"prod","tracingEnabled":false}
        """#)
    stage.canarySettings = CanarySettings(percentTraffic: 50, deploymentId: "e")
    stage.variables = ["a": "b"]
    expect(stage.wire, holds: #"{"deploymentId":"e","percentTraffic":50.0,"useStageCache":false}"#)
    expect(stage.wire, holds: #""variables":{"a":"b"}"#)
    expect(
      MethodSetting().wire,
      is: #"""
        {"cacheDataEncrypted":false,"cacheTtlInSeconds":300,"cachingEnabled":false,
        "dataTraceEnabled":false,"metricsEnabled":false,
        "requireAuthorizationForCacheControl":true,"throttlingBurstLimit":5000,
        "throttlingRateLimit":10000.0,"unauthorizedCacheControlHeaderStrategy":
        "SUCCEED_WITH_RESPONSE_HEADER"}
        """#)
  }
}
