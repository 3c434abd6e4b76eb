import GatewayModel
import TestSupport
import Testing

@testable import Enforcement

/// Tables changed event by event decide like tables built from the state the events lead to.
@Suite("Incremental tables")
struct IncrementalTests {
  static let keys = (1...4).map { "key000000\($0)" }
  static let plans = ["plan01", "plan02", "plan03"]
  static let apis = ["api0000001", "api0000002"]
  static let stages = ["prod", "beta"]
  static let deployments = ["dep001", "dep002", "dep003"]
  static let methodSets = [
    ["GET /items!", "ANY /{proxy+}"], ["GET /items", "POST /items!"], ["ANY /items/{id}!"],
  ]
  static let today = Fixture.now.day

  func throttle(_ random: inout SeededRandom) -> ThrottleSettings? {
    random.chance(50)
      ? nil : ThrottleSettings(rateLimit: Double(random.below(3)), burstLimit: random.below(3))
  }

  func plan(_ random: inout SeededRandom) -> UsagePlan {
    let stages = (0..<random.below(4)).map { _ in
      var limits: [String: ThrottleSettings] = [:]
      for key in ["/items/GET", "/{proxy+}/ANY"] where random.chance(30) {
        limits[key] = ThrottleSettings(rateLimit: 1, burstLimit: random.below(3))
      }
      return ApiStage(
        apiId: random.element(of: Self.apis), stage: random.element(of: Self.stages),
        throttle: limits)
    }
    let quota = QuotaSettings(limit: random.below(3), period: .day)
    return UsagePlan(
      id: random.element(of: Self.plans), name: "plan", apiStages: stages,
      throttle: throttle(&random), quota: random.chance(50) ? quota : nil, createdDate: Fixture.now)
  }

  func stage(_ random: inout SeededRandom) -> Stage {
    var settings: [String: MethodSetting] = [:]
    for key in ["*/*", "~1items/GET"] where random.chance(30) {
      settings[key] = MethodSetting(
        throttlingBurstLimit: random.below(3) - 1, throttlingRateLimit: Double(random.below(3) - 1))
    }
    let canary = CanarySettings(
      percentTraffic: 50, deploymentId: random.element(of: Self.deployments))
    return Stage(
      stageName: random.element(of: Self.stages),
      deploymentId: random.element(of: Self.deployments), methodSettings: settings,
      canarySettings: random.chance(30) ? canary : nil, createdDate: Fixture.now,
      lastUpdatedDate: Fixture.now)
  }

  func entity(_ random: inout SeededRandom) -> Entity {
    let key = random.element(of: Self.keys)
    let planId = random.element(of: Self.plans)
    let api = random.element(of: Self.apis)
    switch random.below(9) {
    case 0: return .account(Account(throttleSettings: throttle(&random) ?? ThrottleSettings()))
    case 1:
      let value = Fixture.value(of: key) + (random.chance(20) ? "-next" : "")
      return .apiKey(
        ApiKey(
          id: key, value: value, enabled: random.chance(80), createdDate: Fixture.now,
          lastUpdatedDate: Fixture.now))
    case 2: return .usagePlan(plan(&random))
    case 3:
      return .usagePlanKey(UsagePlanKey(usagePlanId: planId, keyId: key, createdDate: Fixture.now))
    case 4:
      return .usageAdjustment(
        UsageAdjustment(
          usagePlanId: planId, keyId: key, periodStart: Self.today, requests: random.below(5) - 2))
    case 5:
      return .restApi(RestApi(id: api, name: "a", rootResourceId: "r", createdDate: Fixture.now))
    case 6:
      return .deployment(
        api,
        Deployment(
          id: random.element(of: Self.deployments), createdDate: Fixture.now,
          snapshot: Fixture.snapshot(random.element(of: Self.methodSets))))
    default: return .stage(api, stage(&random))
    }
  }

  /// What every key gets at every place: verdict, key, plan, and the limits it met.
  func answers(_ gateway: Gateway) -> [String] {
    var answers: [String] = []
    for api in Self.apis + ["nope"] {
      for stage in Self.stages {
        for (verb, path) in [("GET", "/items"), ("POST", "/items"), ("GET", "/items/7")] {
          for key in Self.keys.map(Fixture.value) + [""] {
            for point in [10.0, 90] {
              let admission = gateway.call(
                verb, path, key: key, stage: ApiStageID(apiId: api, stage: stage),
                canaryPoint: point)
              answers.append(
                "\(admission.verdict) \(admission.keyId ?? "") \(admission.usagePlanId ?? "")"
                  + " \(admission.deployment?.id ?? "") \(admission.method?.throttleKey ?? "")"
                  + " \(admission.retryAfterNanoseconds)")
            }
          }
        }
      }
    }
    return answers
  }

  @Test("Any events, applied one by one or at once, give the same decisions", arguments: 1...20)
  func matchesRebuilt(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var state = GatewayState()
    let incremental = Gateway(state)
    var known: [EntityRef] = []
    for sequence in 1...300 {
      let event: Event
      if random.chance(25), !known.isEmpty {
        event = .deleted(random.element(of: known))
      } else {
        let entity = entity(&random)
        known.append(entity.ref)
        event = .put(entity)
      }
      state.apply([event], sequence: Sequence64(sequence))
      incremental.tables.apply([event], at: incremental.nanoseconds)
      guard sequence % 50 == 0 else { continue }
      // Fresh buckets and counters on both sides: time for refills, another day for quotas.
      let rebuilt = Gateway(state)
      incremental.nanoseconds += 1_000_000_000_000
      rebuilt.nanoseconds = incremental.nanoseconds
      let meters = InMemoryMeters()
      #expect(
        answers(copy(of: incremental, meters)) == answers(copy(of: rebuilt, InMemoryMeters())),
        "seed \(seed), after \(sequence) events")
    }
  }

  /// The gateway with its counters at 0: decisions of one round must not reach into the next.
  func copy(of gateway: Gateway, _ meters: InMemoryMeters) -> Gateway {
    gateway.meters = meters
    gateway.tables.forgetUsageSlots()
    return gateway
  }

  @Test("The index keeps its entries through growth and removal", arguments: 1...5)
  func byteIndex(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var index = ByteIndex()
    var expected: [Int32: UInt64] = [:]
    for step in 0..<5_000 {
      let entry = Int32(random.below(400))
      if let hash = expected[entry] {
        index.remove(hash, entry)
        expected[entry] = nil
      } else {
        // Few different homes, so that chains are long and wrap around.
        let hash = UInt64(random.below(7)) &* 0xFFFF_FFFF_FFFF_FFFB
        index.insert(hash, entry)
        expected[entry] = hash
      }
      #expect(index.count == expected.count)
      if step % 100 == 0 {
        for entry in Int32(0)..<400 {
          let hash = expected[entry] ?? 0
          let found = index.find(hash) { $0 == entry }
          #expect((found == entry) == (expected[entry] != nil), "seed \(seed), step \(step)")
        }
      }
    }
  }
}

extension EnforcementTables {
  /// Makes the tables ask their meters for slots again.
  fileprivate mutating func forgetUsageSlots() {
    anonymousSlot = .none
    for number in keys.elements.indices { keys[Int32(number)].refusalSlot = .none }
    for number in members.elements.indices { members[Int32(number)].slot = .none }
  }
}
