import GatewayModel

@testable import Enforcement

/// A small workspace, put together from events as a journal would give them.
struct Fixture {
  static let now = Timestamp(seconds: 1_780_000_000)
  static let stage = ApiStageID(apiId: "api0000001", stage: "prod")

  var state = GatewayState()
  private var sequence: Sequence64 = 0

  /// An API `api0000001` with stage `prod` and the methods named, `!` after one that requires a key.
  init(_ methods: [String] = ["GET /open", "GET /items!", "POST /items!"]) {
    put(
      .restApi(
        RestApi(
          id: Self.stage.apiId, name: "shop", rootResourceId: "root000001",
          createdDate: Self.now)))
    deploy(methods)
    putStage()
  }

  mutating func apply(_ events: [Event]) {
    sequence += 1
    state.apply(events, sequence: sequence)
  }

  mutating func put(_ entity: Entity) { apply([.put(entity)]) }

  mutating func deploy(
    _ methods: [String], id: DeploymentID = "dep001", source: ApiKeySource = .header,
    isDisabled: Bool = false
  ) {
    put(
      .deployment(
        Self.stage.apiId,
        Deployment(
          id: id, createdDate: Self.now,
          snapshot: Self.snapshot(methods, source: source, isDisabled: isDisabled))))
  }

  mutating func putStage(
    deployment: DeploymentID = "dep001", settings: [String: MethodSetting] = [:],
    canary: CanarySettings? = nil
  ) {
    put(
      .stage(
        Self.stage.apiId,
        Stage(
          stageName: Self.stage.stage, deploymentId: deployment, methodSettings: settings,
          canarySettings: canary, createdDate: Self.now, lastUpdatedDate: Self.now)))
  }

  mutating func putKey(_ id: ApiKeyID = "key0000001", value: String? = nil, enabled: Bool = true) {
    put(
      .apiKey(
        ApiKey(
          id: id, value: value ?? Self.value(of: id), enabled: enabled, createdDate: Self.now,
          lastUpdatedDate: Self.now)))
  }

  mutating func putPlan(
    _ id: UsagePlanID = "plan01", stages: [ApiStage]? = nil, throttle: ThrottleSettings? = nil,
    quota: QuotaSettings? = nil
  ) {
    put(
      .usagePlan(
        UsagePlan(
          id: id, name: id,
          apiStages: stages ?? [ApiStage(apiId: Self.stage.apiId, stage: Self.stage.stage)],
          throttle: throttle, quota: quota, createdDate: Self.now)))
  }

  mutating func join(_ key: ApiKeyID = "key0000001", _ plan: UsagePlanID = "plan01") {
    put(.usagePlanKey(UsagePlanKey(usagePlanId: plan, keyId: key, createdDate: Self.now)))
  }

  static func value(of key: ApiKeyID) -> String { "secret-value-of-\(key)" }

  static func snapshot(
    _ methods: [String], source: ApiKeySource = .header, isDisabled: Bool = false
  ) -> ApiSnapshot {
    var routes: [String: [Method]] = [:]
    for line in methods {
      let needsKey = line.hasSuffix("!")
      let words = (needsKey ? String(line.dropLast()) : line).split(separator: " ")
      routes[String(words[1]), default: []].append(
        Method(httpMethod: String(words[0]), apiKeyRequired: needsKey))
    }
    return ApiSnapshot(
      apiKeySource: source, disableExecuteApiEndpoint: isDisabled,
      routes: routes.sorted { $0.key < $1.key }.enumerated().map { index, route in
        SnapshotRoute(
          resourceId: "res\(index)", path: route.key,
          methods: route.value.sorted { $0.httpMethod < $1.httpMethod })
      })
  }
}
