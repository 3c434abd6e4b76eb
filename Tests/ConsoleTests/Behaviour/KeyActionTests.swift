import Console
import GatewayModel
import Terminal
import Testing

@Suite("Actions on keys")
struct KeyActionTests {
  private static let size = Size(width: 120, height: 40)

  @Test("o switches a key off at once, z takes it back, Z does it again")
  func toggle() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("o")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == false)
    #expect(driver.screen.shows("disabled acme-batch"))
    #expect(driver.screen.shows("z undo"))
    try driver.type("z")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == true)
    try driver.type("Z")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == false)
  }

  @Test("Marked keys change as one journal line")
  func toggleMarked() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let head = driver.world.state.sequence
    try driver.type("Space Space o")
    #expect(driver.world.state.sequence == head + 1)
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == false)
    #expect(driver.world.state.keys["kacmelegac"]?.enabled == false)
    #expect(driver.screen.shows("disabled 2 keys"))
  }

  @Test("A key is edited only in the form the user saw")
  func conflict() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let world = driver.world
    var key = try #require(world.state.keys["kacmebatch"])
    let submission = Submission(
      .deleteApiKey(Command.DeleteApiKey(apiKey: key.id)),
      expecting: [.apiKey(key.id): world.state.revision(of: .apiKey(key.id)) ?? 0],
      label: "deleted acme-batch")
    key.name = "acme-batch-2"
    world.write([.put(.apiKey(key))], "renamed acme-batch", actor: "mona", surface: "cli")
    let events = world.carryOut(.submit(EffectID(number: 1), submission))
    guard case .outcome(_, .conflict(let conflict)) = events.first else {
      Issue.record("no conflict in \(events)")
      return
    }
    #expect(conflict.theirs.actor == "mona")
    #expect(world.state.keys[key.id] != nil)
  }

  @Test("The value is masked, shown for ten seconds on request, and the showing is noted")
  func reveal() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let value = try #require(driver.world.state.keys["kacmebatch"]?.value)
    #expect(!driver.screen.shows(value))
    try driver.type("x")
    #expect(driver.screen.shows(value))
    #expect(driver.world.revealed == ["kacmebatch"])
    for _ in 0..<9 { driver.tick() }
    #expect(driver.screen.shows(value))
    driver.tick()
    #expect(!driver.screen.shows(value))
  }

  @Test("A value that is shown is hidden again by the same key")
  func hide() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let value = try #require(driver.world.state.keys["kacmebatch"]?.value)
    try driver.type("x x")
    #expect(!driver.screen.shows(value))
    #expect(driver.world.revealed == ["kacmebatch"])
  }

  @Test("Copying a value names it in the toast and never shows it")
  func copy() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let value = try #require(driver.world.state.keys["kacmebatch"]?.value)
    try driver.type("Y")
    #expect(driver.world.copied == [value])
    #expect(driver.world.revealed == ["kacmebatch"])
    #expect(driver.screen.shows("value of acme-batch copied by OSC 52"))
    #expect(!driver.screen.shows(value))
    try driver.type("y i")
    #expect(driver.world.copied.last == "kacmebatch")
    try driver.type("y j")
    #expect(driver.world.copied.last?.contains("\"name\": \"acme-batch\"") == true)
    #expect(driver.world.copied.last?.contains(value) == false)
  }

  @Test("The menu's cursor does what its keys do")
  func menuCursor() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("y Down Enter")
    #expect(driver.world.copied == ["acme-batch"])
    try driver.type("a Enter")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == false)
  }

  @Test("The JSON of a key is what the command line prints, without its value")
  func json() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let value = try #require(driver.world.state.keys["kacmebatch"]?.value)
    try driver.type("J")
    #expect(driver.screen.shows("  \"enabled\": true"))
    #expect(driver.screen.shows("\"createdDate\": \(Fixtures.now.seconds)"))
    #expect(!driver.screen.shows("\"value\""))
    try driver.type("^Y")
    let copied = try #require(driver.world.copied.last)
    let key = try #require(driver.world.state.keys["kacmebatch"])
    #expect(try JSONValue(reading: copied) == key.wire(.single))
    #expect(!copied.contains(value))
  }

  @Test("Deleting asks, Enter never confirms, and what serves production wants its name")
  func delete() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("D")
    #expect(driver.screen.shows("Delete acme-batch?"))
    #expect(driver.screen.shows("1 plan membership"))
    try driver.type("Enter")
    #expect(driver.world.state.keys["kacmebatch"] != nil)
    try driver.type("D")
    driver.type(text: "acme-batch")
    try driver.type("Enter")
    #expect(driver.world.state.keys["kacmebatch"] == nil)
    #expect(driver.screen.shows("deleted acme-batch"))
    try driver.type("z")
    #expect(driver.world.state.planKeys["plpro0"]?["kacmebatch"] != nil)
  }

  @Test("What serves no production is deleted by one letter, not by Enter")
  func deleteHarmless() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("j D")
    #expect(driver.screen.shows("Delete acme-legacy?"))
    try driver.type("Enter")
    #expect(driver.world.state.keys["kacmelegac"] != nil)
    try driver.type("D D d")
    #expect(driver.world.state.keys["kacmelegac"] != nil)
    #expect(driver.screen.shows("the keys here: Esc Cancel, y Delete"))
    try driver.type("y")
    #expect(driver.world.state.keys["kacmelegac"] == nil)
  }

  @Test("Several rows are deleted by typing their number")
  func deleteMarked() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("* D D y Enter")
    #expect(driver.world.state.keys.count == 7)
    try driver.type("^U 7 Enter")
    #expect(driver.world.state.keys.isEmpty)
  }

  @Test("What was typed before a question is seen is no answer to it")
  func typedAhead() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.typeAhead("j D y")
    #expect(driver.screen.shows("Delete acme-legacy?"))
    try driver.type("Esc")
    try driver.typeAhead("* D 7 Enter")
    #expect(driver.world.state.keys.count == 7)
    try driver.type("7 Enter")
    #expect(driver.world.state.keys.isEmpty)
  }

  @Test("A refusal is told in the model's own words, before any question")
  func refusal() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 j D")
    #expect(driver.console.overlays.isEmpty)
    #expect(driver.world.state.plans["plpro0"] != nil)
    #expect(driver.console.news.toast?.kind == .error)
  }

  @Test("A quick hand undoes and redoes its own change before the journal has been read for it")
  func quickUndo() throws {
    let world = Fixtures.shop()
    world.knowsCorrections = false
    let driver = ConsoleDriver(world)
    try driver.type("z")
    #expect(driver.screen.shows("nothing to undo"))
    try driver.type("o z")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == true)
    try driver.type("Z")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == false)
    try driver.type("Z")
    #expect(driver.screen.shows("nothing to redo"))
  }

  @Test("A workspace open for reading only changes nothing and says so")
  func readOnly() throws {
    let world = Fixtures.shop()
    world.status.isReadOnly = true
    let driver = ConsoleDriver(world)
    let head = world.state.sequence
    try driver.type("o")
    #expect(driver.screen.shows("open for reading only"))
    try driver.type("z D")
    #expect(world.state.sequence == head)
    #expect(driver.screen.shows("READ ONLY"))
  }
}
