import Console
import Enforcement
import GatewayModel

/// Workspaces that the tests of the console begin with.
enum Fixtures {
  static let now = Timestamp(microseconds: 1_772_805_727_000_000)
  static let api = "shop000000"
  static let prod = ApiStageID(apiId: api, stage: "prod")

  /// An empty workspace.
  static func empty() -> SimulatedWorld { SimulatedWorld(now: now) }

  /// A shop with two stages, three plans and seven keys; one method waits for a deployment.
  static func shop() -> SimulatedWorld {
    let world = SimulatedWorld(now: now)
    world.status.gateways = ["http://127.0.0.1:8080"]
    world.write(shopApi(), "created API shop", actor: "mona", surface: "cli")
    world.write(shopPlans(), "created plans", actor: "mona", surface: "cli")
    world.write(shopKeys(), "created keys", actor: "mona", surface: "api")
    let open = Method(
      httpMethod: "GET", apiKeyRequired: true, methodIntegration: Integration(type: .mock))
    world.write(
      [.put(.method(api, "cata00", open))], "GET /catalog requires a key, not yet deployed")
    use(world)
    return world
  }

  private static func shopApi() -> [Event] {
    let restApi = RestApi(id: api, name: "shop", rootResourceId: "root000000", createdDate: now)
    let resources = [
      Resource(id: "root000000", path: "/"),
      Resource(id: "orde00", parentId: "root000000", pathPart: "orders", path: "/orders"),
      Resource(id: "cata00", parentId: "root000000", pathPart: "catalog", path: "/catalog"),
      Resource(id: "pets00", parentId: "root000000", pathPart: "pets", path: "/pets"),
    ]
    let integration = Integration(type: .mock)
    let methods: [(ResourceID, Method)] = [
      ("orde00", Method(httpMethod: "GET", apiKeyRequired: true, methodIntegration: integration)),
      ("orde00", Method(httpMethod: "POST", apiKeyRequired: true, methodIntegration: integration)),
      ("cata00", Method(httpMethod: "GET", methodIntegration: integration)),
    ]
    var state = ApiState(api: restApi)
    for resource in resources { state.resources[resource.id] = resource }
    for (id, method) in methods { state.methods[id, default: [:]][method.httpMethod] = method }
    let deployment = Deployment(
      id: "dep001", description: "first", createdDate: now, snapshot: state.snapshot)
    let stages = ["beta", "prod"].map {
      Stage(
        stageName: $0, deploymentId: "dep001", createdDate: now, lastUpdatedDate: now)
    }
    return [.put(.restApi(restApi))] + resources.map { .put(.resource(api, $0)) }
      + methods.map { .put(.method(api, $0.0, $0.1)) } + [.put(.deployment(api, deployment))]
      + stages.map { .put(.stage(api, $0)) }
  }

  private static func shopPlans() -> [Event] {
    [
      UsagePlan(
        id: "plpro0", name: "pro", apiStages: [ApiStage(apiId: api, stage: "prod")],
        throttle: ThrottleSettings(rateLimit: 5, burstLimit: 10),
        quota: QuotaSettings(limit: 100_000, period: .month), createdDate: now),
      UsagePlan(
        id: "plbeta", name: "beta", apiStages: [ApiStage(apiId: api, stage: "beta")],
        createdDate: now),
      UsagePlan(id: "plnone", name: "unused", createdDate: now),
    ].map { .put(.usagePlan($0)) }
  }

  /// Names, ids, whether they are on, and their plans.
  private static let shopKeyRows: [(name: String, id: String, isOn: Bool, plans: [String])] = [
    ("acme-web", "kacmeweb00", true, ["plpro0"]),
    ("acme-batch", "kacmebatch", true, ["plpro0"]),
    ("acme-mobile", "kacmemobil", true, ["plpro0", "plbeta"]),
    ("acme-東京", "kacmetokyo", true, ["plpro0"]),
    ("acme-staging", "kacmestagi", false, ["plbeta"]),
    ("acme-legacy", "kacmelegac", true, []),
    ("globex", "kglobex000", true, ["plnone"]),
  ]

  private static func shopKeys() -> [Event] {
    shopKeyRows.flatMap { row -> [Event] in
      let key = ApiKey(
        id: row.id, value: "\(row.id)SECRETSECRETSECRETSECRETSE\(row.id.suffix(4))",
        name: row.name, enabled: row.isOn, createdDate: now, lastUpdatedDate: now)
      return [.put(.apiKey(key))]
        + row.plans.map {
          .put(.usagePlanKey(UsagePlanKey(usagePlanId: $0, keyId: row.id, createdDate: now)))
        }
    }
  }

  private static func use(_ world: SimulatedWorld) {
    world.readings[PlanKeyID(usagePlanId: "plpro0", keyId: "kacmeweb00")] = UsageReading(
      served: 4_120, throttled: 12, status2xx: 4_100, status5xx: 20, quotaUsed: 97_040)
    world.readings[PlanKeyID(usagePlanId: "plpro0", keyId: "kacmebatch")] = UsageReading(
      served: 900, throttled: 612, refused: 3, quotaUsed: 70_112)
    world.recorded = (0..<3).map { index in
      RequestRecord(
        id: "req-\(index)",
        time: Timestamp(microseconds: now.microseconds - Int64(index) * 900_000),
        stage: prod, httpMethod: "POST", path: "/orders", keyId: "kacmebatch",
        usagePlanId: "plpro0", status: 429, verdict: .throttled(.plan),
        sourceAddress: "10.0.4.7")
    }
  }

  /// Many keys, for what must not depend on their number.
  static func many(_ count: Int) -> SimulatedWorld {
    let world = SimulatedWorld(now: now)
    world.write(
      (0..<count).map { index in
        let id = "k\(100_000_000 + index)"
        return .put(
          .apiKey(
            ApiKey(
              id: id, value: "value-of-\(id)-0123456789", name: "customer-\(index)",
              enabled: index % 3 != 0, createdDate: now, lastUpdatedDate: now)))
      }, "imported keys")
    return world
  }
}
