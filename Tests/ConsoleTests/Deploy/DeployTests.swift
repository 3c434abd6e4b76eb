import Console
import Enforcement
import GatewayModel
import Terminal
import Testing

@Suite("Deploying and rolling back")
struct DeployTests {
  @Test("The review shows what would change; only the stage's name deploys")
  func deploy() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("4 j d")
    #expect(driver.screen.shows("shop/prod"))
    #expect(driver.screen.shows("GET /catalog now wants a key"))
    #expect(driver.screen.shows("+ apiKeyRequired"))
    try driver.type("Tab")
    driver.type(text: "catalog wants keys")
    try driver.type("^S Enter")
    #expect(driver.commands.isEmpty)
    #expect(driver.screen.shows("To "))
    try driver.type("^S")
    driver.type(text: "prod")
    try driver.type("Enter")
    #expect(
      driver.commands == [
        .createDeployment(
          Command.CreateDeployment(
            restApiId: Fixtures.api, stageName: "prod", description: "catalog wants keys"))
      ])
    #expect(driver.screen.shows("Watch shop/prod"))
    #expect(driver.world.state.undeployedChanges(of: Fixtures.prod).isEmpty)
  }

  @Test("The review tells what the deployment would have meant to recorded requests")
  func rehearsal() throws {
    let world = Fixtures.shop()
    world.recorded = []
    let driver = ConsoleDriver(world)
    try driver.type("4 j d")
    #expect(!driver.screen.shows("decided again"))
    try driver.type("Esc")

    world.recorded = (0..<3).map { number in
      RequestRecord(
        id: "req-\(number)", time: world.now, stage: Fixtures.prod, httpMethod: "GET",
        path: "/catalog", status: 200)
    }
    try driver.type("4 j d")
    #expect(driver.screen.shows("decided again"))
    #expect(driver.screen.shows("3 × GET /catalog"))
  }

  @Test("The review is read to its end at every size, and says when there is more")
  func wholeReview() throws {
    for size in [(40, 10), (60, 12), (80, 24), (120, 12), (120, 40)].map({
      Size(width: $0.0, height: $0.1)
    }) {
      let world = Fixtures.shop()
      world.write(
        (0..<30).map { index in
          .put(
            .method(
              Fixtures.api, "pets00",
              Method(httpMethod: "GET", operationName: "step \(index)")))
        } + [
          .put(
            .method(
              Fixtures.api, "pets00",
              Method(httpMethod: "PUT", methodIntegration: Integration(type: .mock)))),
          .deleted(.method(Fixtures.api, "orde00", httpMethod: "GET")),
        ], "changed methods")
      let driver = ConsoleDriver(world, size: size)
      try driver.type("4 j d")
      var seen = ""
      var turns = 0
      while driver.screen.shows("more below: PgDn"), turns < 40 {
        seen += driver.screen.text
        try driver.type("PgDn")
        turns += 1
      }
      seen += driver.screen.text
      #expect(!driver.screen.shows("more below"), "\(size)")
      for part in ["GET /catalog", "GET /pets", "PUT /pets", "GET /orders", "apiKeyRequired"] {
        #expect(seen.contains(part), "\(part) at \(size)")
      }
      #expect(turns == 0 || driver.screen.shows("above: PgUp"))
    }
  }

  @Test("The question is read whole in the smallest terminal")
  func smallQuestion() throws {
    let driver = ConsoleDriver(Fixtures.shop(), size: Size(width: 40, height: 10))
    try driver.type("4 j d ^S")
    #expect(driver.screen.shows("1 method"))
    #expect(driver.screen.shows("for all callers."))
    #expect(driver.screen.shows("type prod to confirm"))
    var turns = 0
    while driver.screen.shows("more below: Down"), turns < 20 {
      try driver.type("Down")
      turns += 1
    }
    #expect(driver.screen.shows("wants a key"))
  }

  @Test("After a deployment its refusals are counted, and b leads back")
  func watchAndBack() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("4 j d ^S")
    driver.type(text: "prod")
    try driver.type("Enter")
    driver.world.advance(milliseconds: 1_000)
    driver.world.recorded.insert(
      RequestRecord(
        id: "after", time: driver.world.now, stage: Fixtures.prod, httpMethod: "GET",
        path: "/catalog", status: 403, verdict: .missingKey), at: 0)
    driver.tick()
    #expect(driver.screen.shows("1 request, 1 refused"))
    #expect(driver.screen.shows("1 no key"))
    try driver.type("b")
    #expect(driver.screen.shows("would change 1 method"))
    try driver.type("Enter")
    driver.type(text: "prod")
    try driver.type("Enter")
    #expect(driver.commands.last == .rollingBack(Fixtures.prod, to: "dep001"))
    #expect(driver.world.state.stage(Fixtures.prod)?.deploymentId == "dep001")
  }

  @Test("A new stage needs a name of letters, digits and hyphens")
  func newStage() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("4 n ^S")
    #expect(driver.screen.shows("The new stage needs a name"))
    try driver.type("Tab")
    driver.type(text: "no good")
    try driver.type("^S")
    #expect(driver.commands.isEmpty)
    try driver.type("^U")
    driver.type(text: "dev")
    try driver.type("^S")
    driver.type(text: "dev")
    try driver.type("Enter")
    #expect(
      driver.world.state.stage(ApiStageID(apiId: Fixtures.api, stage: "dev")) != nil)
    try driver.type("Esc")
    #expect(driver.console.overlays.isEmpty)
  }

  @Test("Neither the review nor the list of deployments waits for the journal")
  func waitsForNothing() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("4 j d")
    driver.tick()
    try driver.type("Esc r")
    driver.tick()
    #expect(driver.screen.shows("mona"))
    #expect(driver.world.pageReads == 0)
  }

  @Test("What is served already is not rolled back to")
  func served() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("4 r")
    #expect(driver.screen.shows("served now"))
    try driver.type("Enter")
    #expect(driver.screen.shows("serves dep001 already"))
    #expect(driver.commands.isEmpty)
  }

  @Test("A stage's settings are edited by a patch of what differs")
  func editStage() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("4 j e Tab")
    driver.type(text: "host=10.0.0.1")
    try driver.type("Tab")
    driver.type(text: "20")
    try driver.type("^S")
    #expect(
      driver.commands == [
        .updateStage(
          Command.UpdateStage(
            restApiId: Fixtures.api, stageName: "prod",
            patchOperations: [
              .replace("/variables/host", "10.0.0.1"), .replace("/*/*/throttling/rateLimit", "20"),
            ]))
      ])
    let stage = try #require(driver.world.state.stage(Fixtures.prod))
    #expect(stage.variables == ["host": "10.0.0.1"])
    #expect(stage.methodSettings["*/*"]?.throttlingRateLimit == 20)
  }

  @Test("A call of the stage is copied with a key it admits, and the copying is noted")
  func call() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("4 j c")
    let line = try #require(driver.world.copied.first)
    #expect(line.hasPrefix("curl -X GET -H 'x-api-key: "))
    #expect(line.hasSuffix("'http://127.0.0.1:8080/shop000000/prod/orders'"))
    #expect(driver.world.revealed.count == 1)
  }

  @Test("Review, watch and rollback as their golden files")
  func draw() throws {
    for size in [(80, 24), (120, 40), (60, 15)].map({ Size(width: $0.0, height: $0.1) }) {
      let driver = ConsoleDriver(Fixtures.shop(), size: size)
      try driver.type("4 j d")
      Golden.expect(driver.screen, "deploy-review-\(size)")
      try driver.type("^S")
      Golden.expect(driver.screen, "deploy-question-\(size)")
      driver.type(text: "prod")
      try driver.type("Enter")
      Golden.expect(driver.screen, "deploy-watch-\(size)")
      try driver.type("b")
      Golden.expect(driver.screen, "deploy-rollback-\(size)")
    }
  }
}
