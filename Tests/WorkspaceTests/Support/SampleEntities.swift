import GatewayModel

/// One ordinary entity of every kind, with most members set.
enum SampleEntities {
  static let time = Timestamp(seconds: 1_700_000_000)
  static let later = Timestamp(microseconds: 1_700_000_060_000_250)

  static let apiKey = ApiKey(
    id: "k3jd72hs9a", value: "7Gq0Xv9LwA4sYtRbN2mKcE5uHfJ1dPzQ8iVoT6ax", name: "acme-web",
    description: "the \"web\" shop\nof ACME", enabled: true, customerId: "c-17",
    stageKeys: ["a1b2c3d4e5/prod"], tags: ["team": "shop", "tier": "gold"], createdDate: time,
    lastUpdatedDate: later)

  static let usagePlan = UsagePlan(
    id: "p1q2r3", name: "pro", description: "for shops", productCode: "m-1",
    apiStages: [
      ApiStage(
        apiId: "a1b2c3d4e5", stage: "prod",
        throttle: ["/pets/GET": ThrottleSettings(rateLimit: 0.5, burstLimit: 1)])
    ],
    throttle: ThrottleSettings(rateLimit: 12.5, burstLimit: 20),
    quota: QuotaSettings(limit: 5_000, offset: 2, period: .week), tags: ["a": "b"],
    createdDate: time)

  static let restApi = RestApi(
    id: "a1b2c3d4e5", name: "shop", description: "pets and more", version: "2",
    rootResourceId: "r000000000", binaryMediaTypes: ["image/png"], minimumCompressionSize: 1024,
    apiKeySource: .header, endpointConfiguration: EndpointConfiguration(types: ["REGIONAL"]),
    policy: "{}", disableExecuteApiEndpoint: false, tags: [:], createdDate: time)

  static let method = Method(
    httpMethod: "GET", apiKeyRequired: true, requestParameters: ["method.request.path.id": true],
    methodResponses: [
      "200": MethodResponse(statusCode: "200", responseModels: ["application/json": "Empty"])
    ],
    methodIntegration: Integration(
      type: .mock, requestTemplates: ["application/json": "{\"statusCode\": 200}"],
      cacheNamespace: "r1",
      integrationResponses: [
        "200": IntegrationResponse(
          statusCode: "200", responseTemplates: ["application/json": nil, "text/plain": "ok"])
      ]))

  static let resource = Resource(
    id: "r1s2t3", parentId: "r000000000", pathPart: "pets", path: "/pets")

  static let deployment = Deployment(
    id: "d4e5f6", description: "first", createdDate: later,
    snapshot: ApiSnapshot(
      routes: [SnapshotRoute(resourceId: "r1s2t3", path: "/pets", methods: [method])],
      gatewayResponses: [gatewayResponse], models: [model], requestValidators: [validator]))

  static let stage = Stage(
    stageName: "prod", deploymentId: "d4e5f6", variables: ["color": "blue"],
    methodSettings: ["*/*": MethodSetting(throttlingBurstLimit: 5, throttlingRateLimit: 2.5)],
    canarySettings: CanarySettings(percentTraffic: 10, deploymentId: "d0d0d0"), createdDate: time,
    lastUpdatedDate: later)

  static let gatewayResponse = GatewayResponse(
    responseType: .quotaExceeded, statusCode: "429",
    responseTemplates: ["application/json": "{\"message\":$context.error.messageString}"])

  static let model = Model(
    id: "m1n2o3", name: "Pet", schema: "{\"type\":\"object\"}", contentType: "application/json")

  static let validator = RequestValidator(id: "v1w2x3", name: "all", validateRequestBody: true)

  /// Every kind, in the order of the kinds.
  static let all: [Entity] =
    [
      .account(Account(cloudwatchRoleArn: "arn:aws:iam::000000000000:role/logs")),
      .apiKey(apiKey), .usagePlan(usagePlan),
      .usagePlanKey(UsagePlanKey(usagePlanId: "p1q2r3", keyId: "k3jd72hs9a", createdDate: later)),
      .usageAdjustment(
        UsageAdjustment(
          usagePlanId: "p1q2r3", keyId: "k3jd72hs9a",
          periodStart: CalendarDay(year: 2026, month: 3, day: 1), requests: -250)),
      .restApi(restApi), .resource("a1b2c3d4e5", resource),
      .method("a1b2c3d4e5", "r1s2t3", method), .deployment("a1b2c3d4e5", deployment),
      .stage("a1b2c3d4e5", stage), .gatewayResponse("a1b2c3d4e5", gatewayResponse),
      .model("a1b2c3d4e5", model), .requestValidator("a1b2c3d4e5", validator),
    ] + accessories.map { .accessory(AnyAccessory($0, of: "a1b2c3d4e5")) }
}
