import GatewayModel
import Testing

@testable import Workspace

@Suite struct ChangeSummaryTests {
  /// A line and what is told of it.
  struct Row: CustomTestStringConvertible {
    var words: String
    var changes: [EntityChange]
    var testDescription: String { words }

    init(_ words: String, _ changes: EntityChange...) {
      self.words = words
      self.changes = changes
    }
  }

  private static let api = "a1b2c3d4e5"

  private static func created(_ entity: Entity) -> EntityChange {
    EntityChange(ref: entity.ref, before: nil, after: entity)
  }

  private static func deleted(_ entity: Entity) -> EntityChange {
    EntityChange(ref: entity.ref, before: entity, after: nil)
  }

  private static func changed<Value>(
    _ value: Value, _ entity: (Value) -> Entity, _ change: (inout Value) -> Void
  ) -> EntityChange {
    var after = value
    change(&after)
    return EntityChange(ref: entity(value).ref, before: entity(value), after: entity(after))
  }

  private static func key(_ change: (inout ApiKey) -> Void) -> EntityChange {
    changed(SampleEntities.apiKey, Entity.apiKey, change)
  }

  private static func plan(_ change: (inout UsagePlan) -> Void) -> EntityChange {
    changed(SampleEntities.usagePlan, Entity.usagePlan, change)
  }

  private static func method(_ change: (inout Method) -> Void) -> EntityChange {
    changed(SampleEntities.method, { .method(api, "r1s2t3", $0) }, change)
  }

  private static func stage(_ change: (inout Stage) -> Void) -> EntityChange {
    changed(SampleEntities.stage, { .stage(api, $0) }, change)
  }

  private static let membership = Entity.usagePlanKey(
    UsagePlanKey(usagePlanId: "p1q2r3", keyId: "k3jd72hs9a", createdDate: SampleEntities.time))

  private static func grant(_ requests: Int, day: Int = 1) -> UsageAdjustment {
    UsageAdjustment(
      usagePlanId: "p1q2r3", keyId: "k3jd72hs9a",
      periodStart: CalendarDay(year: 2026, month: 3, day: day), requests: requests)
  }

  private static let successor = ApiKey(
    id: "n000000000", value: "x", name: "acme-web", createdDate: SampleEntities.time,
    lastUpdatedDate: SampleEntities.time)

  static let keysAndPlans: [Row] = [
    Row("created key acme-web", created(.apiKey(SampleEntities.apiKey))),
    Row("deleted key acme-web", deleted(.apiKey(SampleEntities.apiKey))),
    Row("disabled key acme-web", key { $0.enabled = false }),
    Row(
      "disabled key acme-web",
      key {
        $0.enabled = false
        $0.lastUpdatedDate = SampleEntities.time
      }),
    Row("name acme-web → acme on key acme", key { $0.name = "acme" }),
    Row(
      "enabled yes → no, customer c-17 → none on key acme-web",
      key {
        $0.enabled = false
        $0.customerId = nil
      }),
    Row(
      "new description on key acme-web", key { $0.description = String(repeating: "x", count: 99) }),
    Row("changed key acme-web", key { $0.stageKeys = [] }),
    Row("created 2 keys", created(.apiKey(SampleEntities.apiKey)), created(.apiKey(successor))),
    Row("rotated key acme-web", created(.apiKey(successor)), key { $0.enabled = false }),
    Row(
      "deleted key acme-web with 1 part", deleted(membership),
      deleted(.apiKey(SampleEntities.apiKey))),
    Row("rate 12.5 → 8 on plan pro", plan { $0.throttle?.rateLimit = 8 }),
    Row(
      "rate 12.5 → none, burst 20 → none on plan pro", plan { $0.throttle = nil }),
    Row("quota 5000/WEEK+2 → 1/DAY on plan pro", plan { $0.quota = .init(limit: 1, period: .day) }),
    Row("stage shop:prod removed on plan pro", plan { $0.apiStages = [] }),
    Row(
      "stage shop:test added on plan pro",
      plan { $0.apiStages.append(ApiStage(apiId: api, stage: "test")) }),
    Row(
      "shop:prod /pets/GET 0.5/s burst 1 → 3/s on plan pro",
      plan { $0.apiStages[0].throttle["/pets/GET"] = ThrottleSettings(rateLimit: 3) }),
    Row("put key acme-web in plan pro", created(membership)),
    Row("took key acme-web out of plan pro", deleted(membership)),
    Row("granted 250 requests to key acme-web in plan pro", created(.usageAdjustment(grant(250)))),
    Row(
      "cut 50 requests from key acme-web in plan pro",
      changed(grant(250), Entity.usageAdjustment) { $0.requests = 200 }),
    Row(
      "granted 10 requests to key acme-web in plan pro",
      EntityChange(
        ref: Entity.usageAdjustment(grant(1)).ref, before: .usageAdjustment(grant(250)),
        after: .usageAdjustment(grant(10, day: 2)))),
    Row(
      "rate 10000 → 500 on the account",
      changed(Account(), Entity.account) { $0.throttleSettings.rateLimit = 500 }),
  ]

  static let apis: [Row] = [
    Row("created api shop", created(.restApi(SampleEntities.restApi))),
    Row(
      "created api shop and 1 more", created(.restApi(SampleEntities.restApi)),
      created(.resource(api, SampleEntities.resource))),
    Row(
      "deleted api shop with 2 parts", deleted(.stage(api, SampleEntities.stage)),
      deleted(.resource(api, SampleEntities.resource)), deleted(.restApi(SampleEntities.restApi))),
    Row(
      "key source HEADER → AUTHORIZER on api shop",
      changed(SampleEntities.restApi, Entity.restApi) { $0.apiKeySource = .authorizer }),
    Row("created resource /pets of api shop", created(.resource(api, SampleEntities.resource))),
    Row(
      "created method GET /pets of api shop", created(.method(api, "r1s2t3", SampleEntities.method))
    ),
    Row("GET /pets no longer requires a key in api shop", method { $0.apiKeyRequired = false }),
    Row(
      "timeout ms 29000 → 50 on method GET /pets of api shop",
      method { $0.methodIntegration?.timeoutInMillis = 50 }),
    Row(
      "deployed shop to prod (d4e5f6)", created(.deployment(api, SampleEntities.deployment)),
      stage { _ in }),
    Row(
      "created deployment d4e5f6 of api shop", created(.deployment(api, SampleEntities.deployment))),
    Row(
      "pointed shop prod to deployment d0d0d0 (was d4e5f6)", stage { $0.deploymentId = "d0d0d0" }),
    Row(
      "canary 10 % of d0d0d0 → none on stage prod of api shop", stage { $0.canarySettings = nil }),
    Row(
      "created gateway response QUOTA_EXCEEDED of api shop",
      created(.gatewayResponse(api, SampleEntities.gatewayResponse))),
    Row("deleted model Pet of api shop", deleted(.model(api, SampleEntities.model))),
    Row(
      "created validator all of api shop", created(.requestValidator(api, SampleEntities.validator))
    ),
  ]

  @Test(arguments: keysAndPlans + apis) func tells(row: Row) {
    #expect(ChangeSummary.text(of: row.changes, naming: Self.name) == row.words)
  }

  @Test func aKeyValueIsNeverTold() {
    let rows = [
      Self.created(.apiKey(SampleEntities.apiKey)),
      Self.key { $0.value = "somethingelsesomethingelse" },
    ]
    for change in rows {
      let words = ChangeSummary.text(of: [change], naming: { _ in nil })
      #expect(!words.contains(SampleEntities.apiKey.value.prefix(8)))
      #expect(!words.contains("something"))
    }
  }

  private static func name(_ ref: EntityRef) -> String? {
    SampleEntities.all.first { $0.ref == ref }?.displayName
  }
}
