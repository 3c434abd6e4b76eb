import GatewayModel
import TestSupport

/// Entities of every kind with members of every shape, from a seed.
struct RandomEntities {
  private var numbers: SeededRandom

  init(seed: UInt64) {
    numbers = SeededRandom(seed: seed)
  }

  /// Text with all that JSON must escape, and what it need not.
  mutating func text() -> String {
    let alphabet: [Character] = [
      "a", "b", "Z", "0", "9", " ", "-", "_", "/", "\\", "\"", "\n", "\t", "\u{1}", "\u{7f}", "é",
      "漢", "😀", "{", "}", "\u{2028}", "~",
    ]
    return String((0..<number(0...12)).map { _ in alphabet.randomElement(using: &numbers) ?? "a" })
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }

  mutating func flag() -> Bool { Bool.random(using: &numbers) }

  mutating func rate() -> Double {
    flag() ? Double(number(0...10_000)) : Double.random(in: 0...1e6, using: &numbers)
  }

  mutating func time() -> Timestamp {
    Timestamp(microseconds: Int64.random(in: -1_000...4_000_000_000_000_000, using: &numbers))
  }

  mutating func maybe<Value>(_ make: (inout RandomEntities) -> Value) -> Value? {
    flag() ? make(&self) : nil
  }

  mutating func list<Value>(_ make: (inout RandomEntities) -> Value) -> [Value] {
    (0..<number(0...3)).map { _ in make(&self) }
  }

  mutating func map<Value>(_ make: (inout RandomEntities) -> Value) -> [String: Value] {
    Dictionary(list { ($0.text(), make(&$0)) }, uniquingKeysWith: { $1 })
  }

  mutating func pick<Value: CaseIterable>(_ type: Value.Type) -> Value
  where Value.AllCases == [Value] {
    Value.allCases[number(0...Value.allCases.count - 1)]
  }

  mutating func entity(_ kind: EntityKind) -> Entity {
    let api = text()
    return switch kind {
    case .account: .account(account())
    case .apiKey: .apiKey(apiKey())
    case .usagePlan: .usagePlan(usagePlan())
    case .usagePlanKey:
      .usagePlanKey(UsagePlanKey(usagePlanId: text(), keyId: text(), createdDate: time()))
    case .usageAdjustment:
      .usageAdjustment(
        UsageAdjustment(
          usagePlanId: text(), keyId: text(), periodStart: CalendarDay(number: number(-9...40_000)),
          requests: number(-500...500)))
    case .restApi: .restApi(restApi())
    case .resource:
      .resource(
        api,
        Resource(
          id: text(), parentId: maybe { $0.text() }, pathPart: maybe { $0.text() }, path: text()))
    case .method: .method(api, text(), method())
    case .deployment:
      .deployment(
        api,
        Deployment(
          id: text(), description: maybe { $0.text() }, createdDate: time(), snapshot: snapshot()))
    case .stage: .stage(api, stage())
    case .gatewayResponse: .gatewayResponse(api, gatewayResponse())
    case .model: .model(api, model())
    case .requestValidator: .requestValidator(api, validator())
    case .authorizer, .documentationPart, .documentationVersion, .clientCertificate,
      .domainName, .domainNameAccessAssociation, .basePathMapping, .vpcLink:
      .accessory(AnyAccessory(accessory(kind), of: api))
    }
  }

  mutating func throttle() -> ThrottleSettings {
    ThrottleSettings(rateLimit: maybe { $0.rate() }, burstLimit: maybe { $0.number(0...9_999) })
  }

  mutating func account() -> Account {
    Account(
      cloudwatchRoleArn: maybe { $0.text() }, throttleSettings: throttle(),
      features: list { $0.text() }, apiKeyVersion: text())
  }

  mutating func apiKey() -> ApiKey {
    ApiKey(
      id: text(), value: text(), name: maybe { $0.text() }, description: maybe { $0.text() },
      enabled: flag(), customerId: maybe { $0.text() }, stageKeys: list { $0.text() },
      tags: map { $0.text() }, createdDate: time(), lastUpdatedDate: time())
  }

  mutating func usagePlan() -> UsagePlan {
    UsagePlan(
      id: text(), name: text(), description: maybe { $0.text() }, productCode: maybe { $0.text() },
      apiStages: list { entities in
        ApiStage(
          apiId: entities.text(), stage: entities.text(),
          throttle: entities.map { $0.throttle() })
      },
      throttle: maybe { $0.throttle() },
      quota: maybe {
        QuotaSettings(
          limit: $0.number(0...9_999), offset: $0.number(0...6), period: $0.pick(QuotaPeriod.self))
      },
      tags: map { $0.text() }, createdDate: time())
  }
}
