import Console
import Doctor
import Enforcement
import GatewayModel
import Terminal
import Testing

@Suite("Live counters and the checklist")
struct LiveTests {
  private static let member = PlanKeyID(usagePlanId: "plpro0", keyId: "kacmebatch")

  @Test("Requests per second, quota and refusals move while requests arrive")
  func counters() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.tick()
    driver.world.readings[Self.member]?.served += 30
    driver.world.readings[Self.member]?.throttled += 12
    driver.world.readings[Self.member]?.quotaUsed += 19_888
    driver.tick()
    #expect(driver.screen.shows("42.0 r/s"))
    #expect(driver.screen.shows("served     930 today"))
    #expect(driver.screen.shows("624 throttled"))
    #expect(driver.screen.shows("used       90 000 of 100 000"))
    #expect(driver.screen.shows("left       10 000, whole again 2026-04-01"))
    #expect(driver.screen.shows("90%"))
    #expect(driver.screen.shows("429 plan rate"))
  }

  @Test("A key that is refused for its pace says so in the list, until that is over")
  func throttled() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.tick()
    #expect(!driver.screen.shows("too fast"))
    driver.world.readings[Self.member]?.throttled += 1
    driver.tick()
    #expect(driver.screen.shows("pro   too fast"))
    #expect(driver.screen.shows("state      too fast"))
    for _ in 0..<UsageSamples.throttledSeconds { driver.tick() }
    #expect(!driver.screen.shows("too fast"))
  }

  @Test("What a key was refused outside its plans counts once, and also when it has none")
  func outsidePlans() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.tick()
    for (name, key) in [("acme-mobile", "kacmemobil"), ("acme-legacy", "kacmelegac")] {
      driver.world.usageOutsidePlans[key] = UsageReading(refused: 7, status4xx: 7)
      try driver.type("/")
      driver.type(text: name)
      try driver.type("Enter")
      driver.tick()
      #expect(driver.screen.shows("0 throttled  7 otherwise"), "\(name)")
      driver.world.usageOutsidePlans[key]?.refused += 3
      driver.tick()
      #expect(driver.screen.shows("3.0 r/s"), "\(name)")
      try driver.type("Esc")
    }
    try driver.type("5")
    #expect(driver.screen.shows("23 refused"))
    #expect(driver.screen.shows("acme-legacy"))
  }

  @Test("Counters that begin again at midnight are no negative rate")
  func midnight() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.tick()
    driver.world.readings[Self.member] = UsageReading(served: 7)
    driver.tick()
    #expect(driver.screen.shows("7.0 r/s"))
  }

  @Test("At most a named number of keys is sampled, each for a minute")
  func sampleLimits() {
    var samples = UsageSamples()
    let keys = (0..<1_000).map { "k\($0)" }
    for second in 0..<100 {
      samples.sample(keys, at: Int64(second) * 1_000) { _ in UsageReading(served: second * 3) }
    }
    #expect(samples.rates(of: "k0").count == UsageSamples.ringSeconds)
    #expect(samples.rate(of: "k0") == 3)
    #expect(samples.rates(of: "k999").isEmpty)
    for second in 100..<102 {
      samples.sample(["other"], at: Int64(second) * 1_000) { _ in UsageReading() }
    }
    #expect(samples.rate(of: "other") == 0)
  }

  @Test("The minute in the list is twelve means of five seconds, whose seconds never change")
  func minute() {
    var samples = UsageSamples()
    var served = 0
    var seen: [[Double]] = []
    for second in 0...73 {
      served += second
      samples.sample(["k"], at: Int64(second) * 1_000) { _ in UsageReading(served: served) }
      seen.append(samples.minute(of: "k"))
    }
    #expect(seen[0].isEmpty)
    #expect(seen[3] == [2])
    #expect(seen[7] == [3, 6.5])
    #expect(seen[60] == (0..<12).map { Double($0) * 5 + 3 })
    #expect(seen[73].count == 12)
    #expect(seen[73].suffix(2) == [68, 72])
    #expect(seen[73].dropLast(1).last == seen[70].last)
  }

  @Test("Each step of the tutorial ticks itself off when it is done, by whomever")
  func checklist() throws {
    let driver = ConsoleDriver(Fixtures.empty())
    #expect(driver.screen.shows("First steps: 0 of 8 done"))
    #expect(driver.screen.shows("▶ 1 Create an API"))
    for key in ["3 N", "3 n", "1 n", "3 K", "4 d", "2 n", "1 p", "4 c"] {
      #expect(driver.screen.shows("  \(key) "), "the key \(key) is cut off")
    }
    let shop = Fixtures.shop()
    var done = 0
    for line in shop.lines {
      let events = line.refs.compactMap { shop.state.entity($0) }.filter { entity in
        if case .apiKey(let key) = entity { return key.id == "kacmeweb00" }
        if case .usagePlanKey(let member) = entity { return member.keyId == "kacmeweb00" }
        return true
      }
      driver.send(
        driver.world.write(events.map(Event.put), line.summary, actor: "mona", surface: "cli"))
      let now = (1...8).last { driver.screen.shows("First steps: \($0) of 8 done") } ?? done
      #expect(now >= done)
      done = now
    }
    #expect(done == 7)
    driver.world.recorded = [
      RequestRecord(
        id: "r", time: Fixtures.now, stage: Fixtures.prod, httpMethod: "GET", path: "/orders",
        keyId: "kacmeweb00", status: 200)
    ]
    driver.tick()
    #expect(!driver.screen.shows("First steps"))
  }

  @Test("Where the checklist has no room, the next step stands above the rows")
  func nextStep() throws {
    let world = Fixtures.empty()
    let driver = ConsoleDriver(world, size: Size(width: 80, height: 24))
    #expect(!driver.screen.shows("next 3 N"))
    let key = ApiKey(
      id: "k0", value: "SECRETSECRETSECRETSECRET", name: "web", createdDate: Fixtures.now,
      lastUpdatedDate: Fixtures.now)
    driver.send(driver.world.write([.put(.apiKey(key))], "created web"))
    #expect(driver.screen.shows("1 of 8 done, next 3 N  Create an API"))
  }

  @Test("A workspace with many keys needs no tutorial")
  func noChecklist() {
    #expect(!ConsoleDriver(Fixtures.many(10)).screen.shows("First steps"))
  }

  @Test("The doctor's findings show in the header after the first second")
  func doctor() {
    let driver = ConsoleDriver(Fixtures.shop())
    #expect(!driver.screen.shows("doctor"))
    driver.tick()
    #expect(driver.screen.shows("doctor ▲"))
  }

  @Test("What the past tells late is looked at though nothing changed since")
  func lateObservations() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.tick()
    try driver.type("8")
    #expect(!driver.screen.shows("Plan “pro” opened"))
    driver.world.lostStages = [
      Observations.LostStage(
        usagePlanId: "plpro0", stage: ApiStageID(apiId: Fixtures.api, stage: "beta"), sequence: 3)
    ]
    driver.tick()
    #expect(driver.screen.shows("Plan “pro” opened"), "\(driver.screen.text)")
  }

  @Test("A toast goes after six seconds, and a follower that lags is told")
  func toastAndAge() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("o")
    for _ in 0..<5 { driver.tick() }
    #expect(driver.screen.shows("✓ disabled acme-batch"))
    driver.tick()
    #expect(!driver.screen.shows("✓ disabled acme-batch"))
    driver.world.status.followerAgeMilliseconds = 7_000
    driver.tick()
    #expect(driver.screen.shows("7 s old"))
  }

  @Test("Moving the cursor among many keys reads the counters of none that is not seen")
  func readsNoMore() throws {
    let world = Fixtures.many(5_000)
    let driver = ConsoleDriver(world)
    try driver.type("G j k PgUp")
    #expect(driver.screen.shows("/5 000"))
    driver.tick()
    driver.tick()
    #expect(driver.console.samples.rates(of: "k100000000").isEmpty)
  }

  @Test("A change by others tells who made it and through what, and marks its row for a while")
  func foreign() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    var plan = try #require(driver.world.state.plans["plpro0"])
    plan.throttle?.burstLimit = 99
    driver.send(
      driver.world.write(
        [.put(.usagePlan(plan))], "burst 10 → 99 on plan pro", actor: "terraform",
        surface: "control"))
    #expect(driver.screen.shows("control terraform burst 10 → 99 on plan pro"))
    #expect(driver.screen.shows("◆pro"))
    for _ in 0..<9 { driver.tick() }
    #expect(driver.screen.shows("◆pro"))
    driver.tick()
    #expect(!driver.screen.shows("◆"))
    try driver.type("1 o")
    #expect(!driver.screen.shows("◆"))
    #expect(driver.screen.shows("you disabled acme-batch"))
  }

  @Test("A line that is told anew in better words stays one line")
  func toldAnew() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    var line = HistoryLine(
      sequence: 48, time: Fixtures.now, actor: "ana", surface: "cli", summary: "changed key web",
      refs: [.apiKey("kacmebatch")])
    driver.send(.changed([WorldChange(line: line, isOwn: false)]))
    line.summary = "name web → shop on key shop"
    driver.send(.changed([WorldChange(line: line, isOwn: false)]))
    #expect(driver.console.news.lines.filter { $0.sequence == 48 } == [line])
    #expect(driver.screen.shows("cli ana name web → shop"))
  }
}
