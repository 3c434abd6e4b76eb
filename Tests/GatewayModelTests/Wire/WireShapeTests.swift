import GatewayModel
import Testing

@Suite struct WireShapeTests {
  private let now = Timestamp(microseconds: 1_796_083_200_750_000)

  private func key(_ change: (inout ApiKey) -> Void = { _ in }) -> ApiKey {
    var key = ApiKey(
      id: "k4n5u6fj8p", value: "secretsecretsecretsecret", name: "web", createdDate: now,
      lastUpdatedDate: now)
    change(&key)
    return key
  }

  @Test func printsAKeyAsRecorded() {
    let dates = "\"createdDate\":1796083200"
    let bare =
      "\(dates),\"enabled\":false,\"id\":\"k4n5u6fj8p\",\"lastUpdatedDate\":1796083200,"
      + "\"name\":\"web\",\"stageKeys\":[]"
    #expect(
      key().wire(.created, includeValue: true).text
        == "{\(bare),\"value\":\"secretsecretsecretsecret\"}")
    #expect(key().wire(.single).text == "{\(bare),\"tags\":{}}")
    #expect(key().wire(.listed).text == "{\(bare)}")
    let full = key {
      $0.tags = ["b": "2", "a": "1"]
      $0.name = nil
      $0.description = "d"
      $0.customerId = "c"
      $0.stageKeys = ["shop/prod"]
    }
    #expect(
      full.wire(.created).text
        == "{\(dates),\"customerId\":\"c\",\"description\":\"d\",\"enabled\":false,"
        + "\"id\":\"k4n5u6fj8p\",\"lastUpdatedDate\":1796083200,\"stageKeys\":[\"shop/prod\"],"
        + "\"tags\":{\"a\":\"1\",\"b\":\"2\"}}")
  }

  @Test func printsAPlanAsRecorded() {
    var plan = UsagePlan(id: "cqdia0", name: "pro", createdDate: now)
    #expect(plan.wire(.created).text == #"{"apiStages":[],"id":"cqdia0","name":"pro"}"#)
    #expect(plan.wire(.single).text == #"{"apiStages":[],"id":"cqdia0","name":"pro","tags":{}}"#)
    plan.throttle = ThrottleSettings(rateLimit: 2, burstLimit: 1)
    plan.quota = QuotaSettings(limit: 10, period: .day)
    plan.tags = ["t": "v"]
    plan.apiStages = [
      ApiStage(apiId: "shop", stage: "prod"),
      ApiStage(
        apiId: "shop", stage: "beta",
        throttle: ["/pets/GET": ThrottleSettings(rateLimit: 0.5), "//GET": ThrottleSettings()]),
    ]
    #expect(
      plan.wire(.created).text
        == #"{"apiStages":[{"apiId":"shop","stage":"prod"},"#
        + #"{"apiId":"shop","stage":"beta","throttle":{"//GET":{},"/pets/GET":{"rateLimit":0.5}}}],"#
        + #""id":"cqdia0","name":"pro","quota":{"limit":10,"offset":0,"period":"DAY"},"#
        + #""tags":{"t":"v"},"throttle":{"burstLimit":1,"rateLimit":2.0}}"#)
    #expect(!plan.wire(.listed).text.contains("tags"))
  }

  @Test func printsTheRestAsRecorded() throws {
    let member = UsagePlanKey(usagePlanId: "cqdia0", keyId: "k4n5u6fj8p", createdDate: now)
    #expect(
      member.wire(key: key()).text
        == #"{"id":"k4n5u6fj8p","name":"web","type":"API_KEY","value":"secretsecretsecretsecret"}"#)
    #expect(!member.wire(key: key(), includeValue: false).text.contains("secret"))
    let report = UsageReport(
      usagePlanId: "cqdia0", startDate: try #require(CalendarDay("2026-09-01")),
      endDate: try #require(CalendarDay("2026-09-13")),
      days: ["58v93i1885": [.init(used: 137, remaining: 999_863), .init(used: 0, remaining: 5)]])
    #expect(
      report.wire.text
        == #"{"endDate":"2026-09-13","startDate":"2026-09-01","usagePlanId":"cqdia0","#
        + #""values":{"58v93i1885":[[137,999863],[0,5]]}}"#)
    #expect(
      Account().wire.text
        == #"{"apiKeyVersion":"4","features":["UsagePlans"],"#
        + #""throttleSettings":{"burstLimit":5000,"rateLimit":10000.0}}"#)
    #expect(WireList.page(["a"], position: "p").text == #"{"item":["a"],"position":"p"}"#)
    #expect(WireList.page([], name: "items").text == #"{"items":[]}"#)
    #expect(
      WireList.imported(ids: ["k"], warnings: ["w"]).text == #"{"ids":["k"],"warnings":["w"]}"#)
    #expect(WireList.imported(ids: ["k"], warnings: []).text == #"{"ids":["k"]}"#)
    #expect(WireList.tags([:]).text == #"{"tags":{}}"#)
    #expect(WireList.error(CommandError(.conflict, "no", remedy: "r")).text == #"{"message":"no"}"#)
  }
}
