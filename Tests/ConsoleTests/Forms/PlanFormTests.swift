import Console
import GatewayModel
import Terminal
import Testing

@Suite("Forms of plans")
struct PlanFormTests {
  @Test("A plan is made with its limits and stages")
  func create() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 n")
    driver.type(text: "gold")
    try driver.type("Tab Tab Tab")
    driver.type(text: "50")
    try driver.type("Tab")
    driver.type(text: "100")
    try driver.type("Tab")
    driver.type(text: "9000")
    try driver.type("Tab Left Tab Tab Right Space ^S")
    #expect(
      driver.commands == [
        .createUsagePlan(
          Command.CreateUsagePlan(
            name: "gold", apiStages: [ApiStage(apiId: Fixtures.api, stage: "prod")],
            throttle: ThrottleSettings(rateLimit: 50, burstLimit: 100),
            quota: QuotaInput(limit: 9_000, offset: 0, period: "WEEK")))
      ])
    #expect(driver.screen.shows("created plan gold"))
    guard case .usagePlan(let id) = driver.console.subject else {
      Issue.record("the cursor is not on the new plan")
      return
    }
    #expect(driver.world.state.plans[id]?.name == "gold")
  }

  @Test("What lacks is told at its field only after a try to save")
  func required() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 n")
    #expect(!driver.screen.shows("✗"))
    try driver.type("^S")
    #expect(driver.screen.shows("Name must not be empty"))
    #expect(driver.commands.isEmpty)
  }

  @Test("An offset the period does not have is refused at its field in the model's words")
  func offset() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 j e Tab Tab Tab Tab Tab Tab Left Tab ^U")
    driver.type(text: "9")
    try driver.type("^S")
    #expect(driver.commands.isEmpty)
    let lines = driver.screen.frame.lines
    let row = try #require(lines.firstIndex { $0.contains("Offset        [9") })
    #expect(lines[row + 1].contains("✗"))
  }

  @Test("A number is kept as it is typed or pasted, and refused where it is none")
  func numbers() throws {
    for (text, isPasted) in [("10,5", false), ("-10,5", true), ("1e5x", false)] {
      let driver = ConsoleDriver(Fixtures.shop())
      try driver.type("2 j e Tab Tab Tab ^U")
      if isPasted { driver.send(.paste(text)) } else { driver.type(text: text) }
      try driver.type("^S")
      #expect(driver.screen.shows("[\(text)"))
      #expect(driver.screen.shows("✗ Invalid value for rateLimit"))
      #expect(driver.commands.isEmpty)
    }
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("3 e Tab Tab Tab ^U")
    driver.type(text: "1k")
    try driver.type("^S")
    #expect(driver.screen.shows("✗ Invalid minimum compression size, must be between"))
    #expect(driver.commands.isEmpty)
  }

  @Test("An error is read in full at every size")
  func wholeErrors() throws {
    for size in [
      Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 60, height: 15),
    ] {
      let driver = ConsoleDriver(Fixtures.shop(), size: size)
      try driver.type("2 j e Tab Tab Tab ^U")
      driver.type(text: "-7")
      #expect(driver.screen.shows("✗ Invalid value"))
      let form = driver.screen.text.split(separator: "\n").drop { !$0.contains("✗") }
      #expect(form.allSatisfy { !$0.contains("…") }, "\(size)\n\(driver.screen.text)")
    }
  }

  @Test("A list of plans to tick that is empty says what makes one")
  func noPlan() throws {
    let driver = ConsoleDriver(Fixtures.many(1))
    try driver.type("p")
    #expect(driver.screen.shows("there is no plan yet: Esc, then 2 n makes one"))
  }

  @Test("A limit that is emptied goes, the others stay")
  func removeLimits() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 j e Tab Tab Tab ^U Tab Tab ^U ^S")
    guard case .updateUsagePlan(let update)? = driver.commands.last else {
      Issue.record("no update in \(driver.commands)")
      return
    }
    #expect(
      update.patchOperations == [
        .remove("/throttle"), .replace("/throttle/burstLimit", "10"), .remove("/quota"),
      ])
    let plan = try #require(driver.world.state.plans["plpro0"])
    #expect(plan.throttle == ThrottleSettings(burstLimit: 10))
    #expect(plan.quota == nil)
  }

  @Test("Stages are opened and closed by their ticks")
  func stages() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 j j e Tab Tab Tab Tab Tab Tab Space ^S")
    #expect(driver.world.state.plans["plnone"]?.apiStages.map(\.stage) == ["beta"])
  }

  @Test("Keys are put into a plan and taken out as one journal line")
  func members() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let head = driver.world.state.sequence
    try driver.type("2 j m")
    #expect(driver.screen.shows("Keys of plan pro"))
    driver.type(text: "legacy")
    try driver.type("Space ^U")
    driver.type(text: "batch")
    try driver.type("Space ^S")
    #expect(driver.world.state.sequence == head + 1)
    let members = driver.world.state.planKeys["plpro0"] ?? [:]
    #expect(members["kacmelegac"] != nil)
    #expect(members["kacmebatch"] == nil)
  }

  @Test("A key is put into plans; one that would give it two plans of a stage is refused")
  func plansOfKey() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("j p")
    #expect(driver.screen.shows("Plans of acme-legacy"))
    try driver.type("Space Enter")
    #expect(
      driver.commands == [
        .createUsagePlanKey(
          Command.CreateUsagePlanKey(usagePlanId: "plbeta", keyId: "kacmelegac"))
      ])
    #expect(driver.console.overlays.isEmpty)
  }

  @Test("The list of a plan's keys says when nothing fits, and Esc leaves it")
  func filter() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 m")
    driver.type(text: "nobody")
    #expect(driver.screen.shows("nothing fits the filter"))
    try driver.type("Esc")
    #expect(driver.console.overlays.isEmpty)
    try driver.type("m Space Esc")
    #expect(driver.screen.shows("Discard the ticks?"))
    try driver.type("y")
    #expect(driver.console.overlays.isEmpty)
    #expect(driver.commands.isEmpty)
  }
}
