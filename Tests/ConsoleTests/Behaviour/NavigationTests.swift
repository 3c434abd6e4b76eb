import Console
import GatewayModel
import Terminal
import Testing

@Suite("Ways through the console")
struct NavigationTests {
  @Test("Esc goes up step by step and never quits; q at the top does")
  func escape() throws {
    let driver = ConsoleDriver(Fixtures.shop(), size: Size(width: 80, height: 24))
    try driver.type("+ Space / a Enter Enter Esc Esc Esc Esc Esc Esc")
    #expect(driver.wanted.isEmpty)
    #expect(driver.screen.shows("sort name"))
    try driver.type("q")
    #expect(driver.wanted == [.quit])
  }

  @Test("q leaves the detail first")
  func quitSteps() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("Enter q")
    #expect(driver.wanted.isEmpty)
    try driver.type("q")
    #expect(driver.wanted == [.quit])
  }

  @Test("^C twice within a second quits, once does not")
  func interrupt() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("^C")
    driver.tick()
    driver.tick()
    try driver.type("^C")
    #expect(driver.wanted.isEmpty)
    try driver.type("^C")
    #expect(driver.wanted == [.quit])
  }

  @Test("From a key through its plan to a stage and back again")
  func drill() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("Enter / Esc Enter")
    let lines = driver.screen.frame.lines
    let detailTop = try #require(lines.firstIndex { $0.contains("┌─ acme-batch") })
    let throttle = try #require(lines.firstIndex { $0.contains("throttle   5 r/s burst 10") })
    for _ in 0..<(throttle - detailTop - 1) { try driver.type("j") }
    try driver.type("Enter")
    #expect(driver.console.subject == .usagePlan("plpro0"))
    try driver.type("[")
    #expect(driver.console.subject == .apiKey("kacmebatch"))
    try driver.type("]")
    #expect(driver.console.subject == .usagePlan("plpro0"))
  }

  @Test("Tab goes round the panes and the detail, h and l go to and fro")
  func panes() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("Tab Tab Tab")
    #expect(driver.console.focus == .stages)
    try driver.type("Tab")
    #expect(driver.console.isDetailFocused)
    try driver.type("Tab")
    #expect(driver.console.focus == .keys)
    try driver.type("l l h")
    #expect(driver.console.focus == .plans)
  }

  @Test("The palette finds an action by its words, runs it, and offers it first afterwards")
  func palette() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type(":")
    driver.type(text: "on off")
    try driver.type("Enter")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == false)
    try driver.type(": Enter")
    #expect(driver.world.state.keys["kacmebatch"]?.enabled == true)
    try driver.type(":")
    driver.type(text: "require key")
    #expect(driver.screen.shows("disabled: on Methods only"))
    try driver.type("Enter")
    #expect(driver.screen.shows("require key: on Methods only"))
  }

  @Test("Help is filterable and runs what it shows")
  func help() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("?")
    driver.type(text: "reveal")
    try driver.type("Enter")
    #expect(driver.world.revealed == ["kacmebatch"])
  }

  @Test("A long text is read to its end at every size, and back from there at once")
  func longText() throws {
    for size in [Size(width: 60, height: 15), Size(width: 120, height: 40)] {
      let driver = ConsoleDriver(Fixtures.shop(), size: size)
      var key = try #require(driver.world.state.keys["kacmebatch"])
      key.description = String(repeating: "many words ", count: 300)
      key.tags = ["zz": "the end"]
      driver.send(driver.world.write([.put(.apiKey(key))], "described it", surface: "cli"))
      try driver.type("J G")
      #expect(driver.screen.shows("the end"), "\(driver.screen.text)")
      let end = driver.screen.text
      try driver.type("k")
      #expect(driver.screen.text != end)
    }
  }

  @Test("The mouse chooses, opens, sorts, scrolls and switches tabs")
  func mouse() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    driver.send(TerminalEvent.mouse(MouseEvent(.click, at: Point(x: 5, y: 7))))
    #expect(driver.console.subject == .apiKey("kacmemobil"))
    driver.send(TerminalEvent.mouse(MouseEvent(.doubleClick, at: Point(x: 5, y: 6))))
    #expect(driver.console.isDetailFocused)
    #expect(driver.console.subject == .apiKey("kacmelegac"))
    driver.send(TerminalEvent.mouse(MouseEvent(.click, at: Point(x: 3, y: 4))))
    #expect(driver.screen.shows("sort name▼"))
    driver.send(TerminalEvent.mouse(MouseEvent(.click, at: Point(x: 16, y: 1))))
    #expect(driver.console.focus == .plans)
    driver.send(TerminalEvent.mouse(MouseEvent(.wheelDown, at: Point(x: 5, y: 4))))
    #expect(driver.console.focus == .keys)
  }

  @Test(
    "A half typed sequence shows itself, and its other half counts by itself if it fits nothing")
  func sequences() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("G")
    #expect(driver.screen.shows("7/7"))
    try driver.type("g")
    #expect(driver.screen.shows("g …"))
    try driver.type("g")
    #expect(driver.screen.shows("1/7"))
    try driver.type("g j")
    #expect(driver.screen.shows("2/7"))
  }

  @Test("- goes to the last place and back again")
  func lastPlace() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("j 7 -")
    #expect(driver.console.screen == nil && driver.console.focus == .keys)
    #expect(driver.console.subject == .apiKey("kacmelegac"))
    try driver.type("-")
    #expect(driver.console.screen == .history)
    try driver.type("- 2 - -")
    #expect(driver.console.focus == .plans)
  }
}
