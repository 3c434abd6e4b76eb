import Console
import GatewayModel
import Terminal
import Testing

@Suite("Undo and redo")
struct UndoTests {
  @Test("The toast offers what can be done next, in plain words")
  func hints() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("o")
    #expect(driver.screen.shows("disabled acme-batch  z undo"))
    try driver.type("z")
    #expect(driver.screen.shows("undid: disabled acme-batch  Z redo"))
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == true)
    try driver.type("Z")
    #expect(driver.screen.shows("redid: disabled acme-batch  z undo"))
  }

  @Test("A change that was not made in this console is asked about, with who made it")
  func elsewhere() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    var key = try #require(driver.world.state.keys["kacmestagi"])
    key.enabled = false
    key.description = "from a script"
    driver.send(
      driver.world.write(
        [.put(.apiKey(key))], "described acme-staging", actor: "you", surface: "cli"))
    try driver.type("z")
    #expect(driver.screen.shows("described acme-staging"))
    #expect(driver.screen.shows("you by cli"))
    #expect(driver.world.state.keys["kacmestagi"]?.description == "from a script")
    try driver.type("Enter z y")
    #expect(driver.world.state.keys["kacmestagi"]?.description == nil)
  }

  @Test("Taking something away asks, and for what serves production wants its name")
  func takingAway() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("n")
    driver.type(text: "partner")
    try driver.type("^S Esc z")
    #expect(driver.screen.shows("Takes away: key partner."))
    #expect(driver.world.state.keys.count == 8)
    try driver.type("Esc p Down Space ^S")
    #expect(driver.world.state.planKeys["plpro0"]?.count == 5)
    try driver.type("z")
    #expect(driver.screen.shows("Takes away: membership of partner in plan pro."))
    try driver.type("y")
    #expect(driver.world.state.planKeys["plpro0"]?.count == 4)
    try driver.type("z y")
    #expect(driver.world.state.keys.count == 7)
  }

  @Test("An import is taken back by typing its number")
  func imports() throws {
    let driver = ConsoleDriver(Fixtures.many(900))
    try driver.type("z y Enter")
    #expect(driver.screen.shows("This takes away 900 keys."))
    #expect(driver.world.state.keys.count == 900)
    try driver.type("^U 9 0 0 Enter")
    #expect(driver.world.state.keys.isEmpty)
  }

  @Test("Closing access asks")
  func closing() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("o o z")
    #expect(driver.screen.shows("Switches off the key acme-batch"))
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == true)
    try driver.type("y")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == false)
    // Switching it on again is nothing to ask about.
    try driver.type("z")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == true)
  }

  @Test("A deployment is taken back by its stage's name")
  func deployment() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("4 j d ^S")
    driver.type(text: "prod")
    try driver.type("Enter Esc z")
    #expect(driver.screen.shows("shop/prod serves dep001 again, for all callers at once."))
    try driver.type("Esc")
    #expect(driver.world.state.stage(Fixtures.prod)?.deploymentId != "dep001")
  }

  @Test("What a deletion took comes back at once")
  func deletion() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("j D y z")
    #expect(driver.console.overlays.isEmpty)
    #expect(driver.world.state.keys["kacmelegac"] != nil)
  }
}
