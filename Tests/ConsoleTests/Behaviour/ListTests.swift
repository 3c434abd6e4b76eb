import Console
import GatewayModel
import Terminal
import Testing

@Suite("Lists")
struct ListTests {
  private static func names(_ driver: ConsoleDriver) -> [String] {
    driver.screen.frame.lines.compactMap { line in
      ["acme-batch", "acme-legacy", "acme-mobile", "acme-staging", "acme-web", "globex"]
        .first { line.contains($0) && line.contains("••••") }
    }
  }

  private static func zoomed(_ world: SimulatedWorld) throws -> ConsoleDriver {
    let driver = ConsoleDriver(world)
    try driver.type("+")
    return driver
  }

  @Test("A filter narrows with every letter; Esc shows all again")
  func filter() throws {
    let driver = try Self.zoomed(Fixtures.shop())
    try driver.type("/")
    driver.type(text: "WEB")
    #expect(Self.names(driver) == ["acme-web"])
    try driver.type("Enter")
    #expect(driver.screen.shows("1 of 7"))
    try driver.type("Esc")
    #expect(Self.names(driver).count == 6)
  }

  @Test("A filter can look in one column, leave out, and take wide characters")
  func filterTerms() throws {
    let driver = try Self.zoomed(Fixtures.shop())
    for (text, expected) in [
      ("plan:beta", ["acme-mobile", "acme-staging"]), ("state:off", ["acme-staging"]),
      ("acme !web !mob", ["acme-batch", "acme-legacy", "acme-staging"]),
      ("plan:pro web", ["acme-web"]),
    ] {
      try driver.type("/ ^U")
      driver.type(text: text)
      #expect(Self.names(driver) == expected, "\(text)")
      try driver.type("Esc")
    }
    try driver.type("/")
    driver.type(text: "東")
    #expect(driver.screen.shows("acme-東京"))
    #expect(Self.names(driver).isEmpty)
  }

  @Test("A longer filter gives what it would give from the beginning, and a shorter one too")
  func narrowing() throws {
    let driver = try Self.zoomed(Fixtures.shop())
    try driver.type("/")
    driver.type(text: "acme-s")
    #expect(Self.names(driver) == ["acme-staging"])
    try driver.type("Backspace")
    #expect(Self.names(driver).count == 5)
    driver.type(text: "w")
    #expect(Self.names(driver) == ["acme-web"])
  }

  @Test("Rows can be ordered by any column, both ways")
  func sort() throws {
    let driver = try Self.zoomed(Fixtures.shop())
    try driver.type("S")
    #expect(Self.names(driver).first == "globex")
    try driver.type("<")
    #expect(driver.screen.shows("sort quota▼"))
    #expect(Self.names(driver).prefix(2) == ["acme-web", "acme-batch"])
    try driver.type(">")
    #expect(driver.screen.shows("sort name▲"))
  }

  @Test("The cursor stays on its row when others come, go and change")
  func cursorStays() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("j j j j")
    #expect(driver.console.subject == .apiKey("kacmeweb00"))
    let key = ApiKey(
      id: "kaaaaaaaaa", value: "0123456789012345678901", name: "aaa", enabled: true,
      createdDate: Fixtures.now, lastUpdatedDate: Fixtures.now)
    driver.send(
      driver.world.write([.put(.apiKey(key))], "created aaa", actor: "mona", surface: "api"))
    #expect(driver.console.subject == .apiKey("kacmeweb00"))
    #expect(driver.screen.shows("6/8"))
    #expect(driver.screen.shows("mona created aaa"))
    driver.send(
      driver.world.write([.deleted(.apiKey("kaaaaaaaaa"))], "deleted aaa", surface: "cli"))
    #expect(driver.console.subject == .apiKey("kacmeweb00"))
    #expect(driver.screen.shows("5/7"))
  }

  @Test("Rows that others change stand out for two seconds, own ones do not")
  func flash() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    let plain = driver.screen.frame.style(at: Point(x: 2, y: 7))
    var key = try #require(driver.world.state.keys["kacmelegac"])
    key.enabled = false
    driver.send(
      driver.world.write([.put(.apiKey(key))], "disabled", actor: "mona", surface: "api"))
    #expect(driver.screen.frame.style(at: Point(x: 2, y: 6)) != plain)
    driver.tick()
    driver.tick()
    #expect(driver.screen.frame.style(at: Point(x: 2, y: 6)) == plain)
    try driver.type("o")
    #expect(driver.screen.frame.style(at: Point(x: 2, y: 6)) == plain)
  }

  @Test("Lost news are made good by listing anew")
  func gap() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.world.write([.deleted(.apiKey("kglobex000"))], "deleted globex")
    driver.send(
      driver.world.write([.deleted(.apiKey("kacmeweb00"))], "deleted acme-web", surface: "cli"))
    #expect(driver.screen.shows("1 Keys 5"))
    #expect(!driver.screen.shows("globex"))
  }

  @Test("Follow narrows the other panes to what belongs to the cursor")
  func follow() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 j f")
    #expect(driver.screen.shows("1/4"))
    #expect(!driver.screen.shows("acme-legacy"))
    try driver.type("k")
    #expect(!driver.screen.shows("acme-batch"))
    #expect(driver.screen.shows("1/2"))
    try driver.type("f")
    #expect(driver.screen.shows("/7"))
  }

  @Test("Ranges of marks follow the cursor; all and none work under a filter")
  func marks() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("v j j v")
    #expect(driver.console.subjects.count == 3)
    try driver.type("\\ /")
    driver.type(text: "acme-m")
    try driver.type("Enter *")
    #expect(driver.console.subjects == [.apiKey("kacmemobil")])
    try driver.type("Esc Esc")
    #expect(driver.screen.shows("1 marked") == false)
  }

  @Test("A paste is no row of commands: it filters")
  func paste() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.send(TerminalEvent.paste("qQDo"))
    #expect(driver.wanted.isEmpty)
    #expect(driver.screen.shows("nothing fits the filter"))
  }
}
