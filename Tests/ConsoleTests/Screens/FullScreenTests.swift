import Console
import GatewayModel
import Terminal
import Testing

@Suite("Usage, History and Doctor")
struct FullScreenTests {
  @Test("The journal is listed newest first, filtered, and opened line by line")
  func history() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("7")
    #expect(driver.screen.shows("1/4"))
    try driver.type("/")
    driver.type(text: "plans")
    try driver.type("Enter")
    #expect(driver.screen.shows("1/1"))
    try driver.type("Enter")
    #expect(driver.screen.shows("Journal line #2"))
    #expect(driver.screen.shows("  plan pro"))
    try driver.type("Esc Esc g g Enter")
    #expect(driver.screen.shows("  method GET /catalog"))
    #expect(!driver.screen.shows("cata00"))
  }

  @Test("H lists what happened to one row; A lists all again")
  func entityHistory() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("o H")
    #expect(driver.screen.shows("History › acme-batch"))
    #expect(driver.screen.shows("1/2"))
    try driver.type("A")
    #expect(driver.screen.shows("1/5"))
  }

  @Test("A line is taken back after a question, if nothing was changed since")
  func undoLine() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("o j o 7 j U")
    #expect(driver.screen.shows("Take back #5?"))
    try driver.type("Enter")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == true)
    #expect(driver.world.state.keys["kacmelegac"]?.enabled == false)
    #expect(driver.screen.shows("undid: disabled acme-batch"))
    try driver.type("j j U 7 Enter")
    #expect(driver.screen.shows("it was changed since"))
  }

  @Test("A long journal is read page by page as one scrolls")
  func paging() throws {
    let world = Fixtures.shop()
    for index in 0..<1_000 {
      var key = try #require(world.state.keys["kglobex000"])
      key.description = "edit \(index)"
      world.write([.put(.apiKey(key))], "edit \(index)")
    }
    let driver = ConsoleDriver(world)
    try driver.type("7")
    #expect(driver.screen.shows("1/200+"))
    for _ in 0..<6 { try driver.type("G") }
    #expect(driver.screen.shows("created API shop"))
  }

  @Test("Findings come with their reason and commands that can be copied")
  func doctor() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.tick()
    try driver.type("8")
    #expect(driver.screen.shows("what mends it; y copies"))
    let subject = try #require(driver.console.subject)
    try driver.type("y")
    #expect(driver.world.copied.first?.contains("keystile ") == true)
    try driver.type("Enter")
    #expect(driver.console.screen == nil)
    #expect(driver.console.subject == subject)
  }

  @Test("The busiest keys come first, with rates, quotas and the reasons of refusals")
  func usage() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let member = PlanKeyID(usagePlanId: "plpro0", keyId: "kacmebatch")
    try driver.type("5")
    #expect(driver.console.subject == .apiKey("kacmeweb00"))
    driver.world.readings[member]?.throttled += 9_000
    driver.tick()
    #expect(driver.screen.shows("9 000.0"))
    #expect(driver.screen.shows("3  plan rate"))
    #expect(driver.screen.shows("5 020 served"))
    try driver.type("g g Enter")
    #expect(driver.console.screen == nil)
    #expect(driver.console.subject == .apiKey("kacmebatch"))
  }

  @Test("No rate is told of less than a second, in which a client in bursts would look too fast")
  func shortRates() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let member = PlanKeyID(usagePlanId: "plpro0", keyId: "kacmebatch")
    try driver.type("5")
    driver.world.readings[member]?.throttled += 7
    driver.world.advance(milliseconds: 600)
    try driver.type("1 5")
    #expect(!driver.screen.shows("11.7"))
    driver.world.advance(milliseconds: 400)
    try driver.type("1 5")
    #expect(driver.screen.shows(" 7.0 "))
  }

  @Test("On the smallest terminal the row under the cursor is still told")
  func smallest() throws {
    let driver = ConsoleDriver(Fixtures.shop(), size: Size(width: 40, height: 10))
    driver.tick()
    try driver.type("5")
    #expect(driver.screen.shows("▶acme-web"))
    try driver.type("8")
    #expect(driver.screen.shows("1/"))
    let first = driver.screen.text
    try driver.type("j")
    #expect(driver.screen.shows("2/"))
    #expect(driver.screen.text != first)
  }

  @Test("Each screen as its golden files")
  func draw() throws {
    for size in [(80, 24), (120, 40), (60, 15)].map({ Size(width: $0.0, height: $0.1) }) {
      let driver = ConsoleDriver(Fixtures.shop(), size: size)
      driver.tick()
      driver.tick()
      for (keys, name) in [("5", "usage"), ("6", "trace"), ("7", "history"), ("8", "doctor")] {
        try driver.type(keys)
        Golden.expect(driver.screen, "screen-\(name)-\(size)")
      }
      try driver.type("6 c")
      Golden.expect(driver.screen, "screen-compose-\(size)")
    }
  }

  @Test("Where there is nothing yet, no key is offered that would do nothing")
  func nothingYet() throws {
    let driver = ConsoleDriver(Fixtures.empty(), size: Size(width: 80, height: 24))
    driver.tick()
    try driver.type("6")
    #expect(driver.screen.shows("Nothing was refused yet."))
    #expect(!driver.screen.shows("n older") && !driver.screen.shows("c compose…"))
    try driver.type("7")
    #expect(!driver.screen.shows("⏎ open") && !driver.screen.shows("U undo this"))
    try driver.type("8")
    #expect(driver.screen.shows("Doctor › nothing is wrong"))
    #expect(driver.screen.text.split(separator: "\n").count { $0.hasPrefix("┌") } == 1)
  }
}
