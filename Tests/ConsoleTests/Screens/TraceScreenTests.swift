import Console
import Enforcement
import GatewayModel
import Terminal
import Testing

@Suite("The tracer")
struct TraceScreenTests {
  @Test("t on a key explains its newest refusal step by step")
  func explain() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("t")
    #expect(driver.console.screen == .trace)
    #expect(driver.screen.shows("request req-0"))
    #expect(driver.screen.shows("429 Too Many Requests"))
    #expect(driver.screen.shows("plan limit"))
    #expect(driver.screen.shows("✗ refused"))
    #expect(driver.screen.shows("0.0 tokens, 1 needed; 5 r/s, burst 10"))
    #expect(driver.screen.shows("#2 plan pro"))
  }

  @Test("n and p go from refusal to refusal and stop at the ends")
  func refusals() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("6")
    #expect(driver.screen.shows("refusal 1/3"))
    try driver.type("n n n")
    #expect(driver.screen.shows("refusal 3/3"))
    #expect(driver.screen.shows("this is the oldest recorded one"))
    try driver.type("p")
    #expect(driver.screen.shows("request req-1"))
  }

  @Test("A proposal is done after a question, and the trace shows what came of it")
  func fix() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.world.recorded = [
      RequestRecord(
        id: "r", time: Fixtures.now, stage: Fixtures.prod, httpMethod: "GET", path: "/orders",
        keyId: "kacmelegac", status: 403, verdict: .keyInNoPlan)
    ]
    try driver.type("6")
    #expect(driver.screen.shows("put key acme-legacy in plan pro"))
    #expect(driver.screen.shows("then: admitted"))
    try driver.type("f")
    #expect(driver.screen.shows("makes 1 plan membership"))
    #expect(driver.commands.isEmpty)
    try driver.type("Enter")
    #expect(
      driver.commands == [
        .createUsagePlanKey(
          Command.CreateUsagePlanKey(usagePlanId: "plpro0", keyId: "kacmelegac"))
      ])
    #expect(driver.screen.shows("Admitted"))
    #expect(driver.screen.shows("It was refused (no plan) then"))
  }

  @Test("A request put together by hand is decided without being sent")
  func compose() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("6 c Right Tab Tab")
    driver.type(text: "orders")
    try driver.type("Tab ^U")
    driver.type(text: "acme-staging")
    try driver.type("Enter")
    #expect(driver.screen.shows("composed  GET /prod/orders"))
    #expect(driver.screen.shows("the key is disabled"))
    #expect(driver.screen.shows("enable key acme-staging"))
    #expect(driver.commands.isEmpty)
  }

  @Test("o leads to the entity that set the rule")
  func rule() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("t g g j j j j j j j j j j o")
    #expect(driver.console.subject == .usagePlan("plpro0"))
    #expect(driver.console.screen == nil)
  }

  @Test("A key without refusals offers to try a request")
  func nothingRefused() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("j t")
    #expect(driver.screen.shows("Try a request"))
    #expect(driver.screen.shows("acme-legacy"))
  }

  @Test("On the smallest terminal the refused step stays in sight wherever the cursor is")
  func smallest() throws {
    let driver = ConsoleDriver(Fixtures.shop(), size: Size(width: 40, height: 10))
    try driver.type("t")
    Golden.expect(driver.screen, "screen-trace-40x10")
    for _ in 0..<4 {
      #expect(driver.screen.shows("429 Too Many Requests"))
      #expect(driver.screen.shows("11 plan limit           ✗ refused"))
      #expect(driver.screen.shows("0.0 tokens, 1 needed"))
      try driver.type("j")
    }
    try driver.type("g g")
    #expect(driver.screen.shows("too many requests: limit of the"))
  }

  @Test("A template that cannot be run is named, for the request is admitted and answered 500")
  func templateFaults() throws {
    let world = Fixtures.shop()
    let broken = Method(
      httpMethod: "GET", apiKeyRequired: false,
      methodIntegration: Integration(
        type: .mock, requestTemplates: ["application/json": "#if($input.body)"]))
    world.write([.put(.method(Fixtures.api, "orde00", broken))], "broke GET /orders")
    var state = try #require(world.state.apis[Fixtures.api])
    let deployment = Deployment(
      id: "dep002", createdDate: Fixtures.now, snapshot: state.snapshot)
    state.stages["prod"]?.deploymentId = "dep002"
    let stage = try #require(state.stages["prod"])
    world.write(
      [.put(.deployment(Fixtures.api, deployment)), .put(.stage(Fixtures.api, stage))], "deployed")
    let driver = ConsoleDriver(world)
    try driver.type("6 c Right Tab Tab")
    driver.type(text: "orders")
    try driver.type("Enter")
    #expect(driver.screen.shows("composed  GET /prod/orders"))
    #expect(driver.screen.shows("Admitted, then answered 500"))
    #expect(driver.screen.shows("answered 500: request template for application/json"))
  }
}
