import Console
import GatewayModel
import Terminal
import Testing

@Suite("Forms of keys")
struct KeyFormTests {
  @Test("A key is made from what was typed, and its value is shown once")
  func create() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("n")
    #expect(driver.screen.shows("New API key"))
    driver.type(text: "partner")
    try driver.type("Tab")
    driver.type(text: "Partner Ltd")
    try driver.type("^S")
    #expect(
      driver.commands == [
        .createApiKey(
          Command.CreateApiKey(name: "partner", description: "Partner Ltd", enabled: true))
      ])
    let key = try #require(driver.world.state.keys.values.first { $0.name == "partner" })
    #expect(driver.screen.shows(key.value))
    #expect(driver.world.revealed == [key.id])
    try driver.type("y")
    #expect(driver.world.copied == [key.value])
    try driver.type("Esc")
    #expect(!driver.screen.shows(key.value))
    #expect(driver.console.subject == .apiKey(key.id))
    #expect(driver.screen.shows("created key partner"))
  }

  @Test("A value that is too short is refused at its field, and nothing is asked for")
  func refusedValue() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("n Tab Tab Tab")
    driver.type(text: "short")
    #expect(driver.screen.shows("✗"))
    #expect(!driver.screen.shows("short"))
    try driver.type("^S")
    #expect(driver.commands.isEmpty)
    #expect(driver.screen.shows("1 error"))
    driver.type(text: "-but-now-long-enough")
    #expect(!driver.screen.shows("✗"))
  }

  @Test("An edit sends only what differs, with the revision that was seen")
  func edit() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let seen = driver.world.state.revision(of: .apiKey("kacmebatch"))
    try driver.type("e ^U")
    driver.type(text: "acme-nightly")
    try driver.type("^S")
    let submission = try #require(driver.lastSubmission)
    #expect(
      submission.command
        == .updateApiKey(
          Command.UpdateApiKey(
            apiKey: "kacmebatch", patchOperations: [.replace("/name", "acme-nightly")])))
    #expect(submission.expecting == [.apiKey("kacmebatch"): seen])
    #expect(driver.world.state.keys["kacmebatch"]?.name == "acme-nightly")
    #expect(driver.console.overlays.isEmpty)
  }

  @Test("Tags are changed by the commands that tag")
  func tags() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("e Tab Tab Tab Tab")
    driver.type(text: "team=billing")
    try driver.type("^S")
    #expect(driver.world.state.keys["kacmebatch"]?.tags == ["team": "billing"])
  }

  @Test("Nothing typed is nothing asked for; Esc asks before it throws away what was typed")
  func discard() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("e ^S")
    #expect(driver.commands.isEmpty)
    #expect(driver.screen.shows("nothing was changed"))
    try driver.type("e Esc")
    #expect(driver.console.overlays.isEmpty)
    try driver.type("e")
    driver.type(text: "x")
    try driver.type("Esc Enter")
    #expect(driver.screen.shows("Key acme-batch"))
    try driver.type("Esc d")
    #expect(driver.screen.shows("the keys here: Esc Cancel, y Discard"))
    try driver.type("y")
    #expect(driver.console.overlays.isEmpty)
    #expect(driver.commands.isEmpty)
  }

  @Test("A rotation keeps the old key on unless told otherwise")
  func rotate() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("r ^S")
    #expect(
      driver.commands == [
        .rotateApiKey(Command.RotateApiKey(apiKey: "kacmebatch", keepOld: true))
      ])
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == true)
    try driver.type("Esc r")
    #expect(driver.screen.shows("Rotate key acme-batch"))
    try driver.type("Space ^S")
    guard case .rotateApiKey(let second)? = driver.commands.last else {
      Issue.record("no rotation in \(driver.commands)")
      return
    }
    #expect(second.keepOld == false)
    #expect(driver.world.state.keys[second.apiKey]?.enabled == false)
  }

  @Test("A key is given more requests of its quota in this period")
  func grant() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("i")
    #expect(driver.screen.shows("70 112 used, 29 888 left"))
    try driver.type("Tab ^U")
    driver.type(text: "50000")
    try driver.type("^S")
    #expect(
      driver.commands == [
        .updateUsage(
          Command.UpdateUsage(
            usagePlanId: "plpro0", keyId: "kacmebatch",
            patchOperations: [.replace("/remaining", "50000")]))
      ])
    #expect(driver.screen.shows("50 000"))
  }

  @Test("The AWS CLI line of what was typed is shown and copied")
  func commandLine() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("e ^U")
    driver.type(text: "acme-nightly")
    try driver.type("^P")
    #expect(driver.screen.shows("aws apigateway update-api-key"))
    try driver.type("Esc ^Y")
    #expect(driver.world.copied.first?.contains("acme-nightly") == true)
    #expect(driver.screen.shows("Key acme-batch"))
  }

  @Test("Forms open for reading only say so")
  func readOnly() throws {
    let world = Fixtures.shop()
    world.status.isReadOnly = true
    let driver = ConsoleDriver(world)
    try driver.type("n")
    #expect(driver.console.overlays.isEmpty)
    #expect(driver.screen.shows("open for reading only"))
  }
}
