import Console
import GatewayModel
import Terminal
import Testing

@Suite("Main screen")
struct MainScreenTests {
  private static let sizes = [
    Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 60, height: 15),
  ]

  @Test("A shop looks as its golden files", arguments: sizes)
  func shop(_ size: Size) throws {
    let driver = ConsoleDriver(Fixtures.shop(), size: size)
    driver.tick()
    driver.tick()
    Golden.expect(driver.screen, "shop-keys-\(size)")
    try driver.type("Enter")
    Golden.expect(driver.screen, "shop-key-detail-\(size)")
    try driver.type("Esc 2")
    Golden.expect(driver.screen, "shop-plans-\(size)")
    try driver.type("3 j")
    Golden.expect(driver.screen, "shop-methods-\(size)")
    try driver.type("4")
    Golden.expect(driver.screen, "shop-stages-\(size)")
    try driver.type("1 +")
    Golden.expect(driver.screen, "shop-keys-zoomed-\(size)")
  }

  @Test("An empty workspace explains itself", arguments: sizes)
  func empty(_ size: Size) {
    Golden.expect(ConsoleDriver(Fixtures.empty(), size: size).screen, "empty-\(size)")
  }

  @Test("Help, palette, menu and question look as their golden files", arguments: sizes)
  func overlays(_ size: Size) throws {
    let driver = ConsoleDriver(Fixtures.shop(), size: size)
    for (keys, name) in [("?", "help"), (":", "palette"), ("a", "actions"), ("y", "copy")] {
      try driver.type(keys)
      Golden.expect(driver.screen, "overlay-\(name)-\(size)")
      try driver.type("Esc")
      #expect(driver.console.overlays.isEmpty)
    }
  }

  @Test("A terminal that is too small says what it needs")
  func tooSmall() {
    let driver = ConsoleDriver(Fixtures.shop(), size: Size(width: 39, height: 9))
    #expect(driver.screen.shows("40x10"))
    driver.resize(to: Size(width: 40, height: 10))
    #expect(driver.screen.shows("acme-batch"))
  }

  @Test("The header leaves out what does not fit rather than cutting it")
  func header() {
    let driver = ConsoleDriver(Fixtures.empty(), size: Size(width: 50, height: 10))
    #expect(driver.screen.shows("● live no gateway"))
    driver.resize(to: Size(width: 40, height: 10))
    #expect(driver.screen.shows("● live"))
    #expect(!driver.screen.shows("no ga"))
    let world = Fixtures.shop()
    world.status.path = "/tmp/a-workspace-of-a-long-name"
    let narrow = ConsoleDriver(world, size: Size(width: 40, height: 10))
    #expect(narrow.screen.shows(" a-workspace-of-a-long-name │ ● live"))
  }

  @Test("+ gives the pane the whole width and takes it back, as _ does")
  func zoom() throws {
    let driver = ConsoleDriver(Fixtures.shop(), size: Size(width: 120, height: 40))
    try driver.type("+")
    #expect(!driver.screen.shows("2 Plans ─"))
    try driver.type("+")
    #expect(driver.screen.shows("2 Plans ─"))
    try driver.type("+ _")
    #expect(driver.screen.shows("2 Plans ─"))
  }

  @Test("Many refusals of a key do not push what it opens out of sight")
  func refusals() throws {
    let world = Fixtures.shop()
    let newest = try #require(world.recorded.first)
    world.recorded = (0..<20).map { index in
      var request = newest
      request.id = "req-\(index)"
      return request
    }
    let driver = ConsoleDriver(world, size: Size(width: 120, height: 40))
    #expect(driver.screen.text.split(separator: "\n").count { $0.contains("429 plan rate") } == 5)
    #expect(driver.screen.shows("what it opens"))
  }

  @Test("Help that is cut is told in full for the row under the cursor, in menu, palette and help")
  func wholeHelp() throws {
    let whole = "make a successor with the same plans; the old key stays on until you switch it off"
    for (open, down) in [("a", 5), (":", 5), ("?", 4)] {
      let driver = ConsoleDriver(Fixtures.shop(), size: Size(width: 60, height: 24))
      try driver.type(open)
      for _ in 0..<down { try driver.type("Down") }
      let words = driver.screen.text.split { "│\n ".contains($0) }.joined(separator: " ")
      #expect(words.contains(whole), "\(open)\n\(driver.screen.text)")
    }
  }

  @Test("Every size from 1x1 on is drawn without a trap")
  func everySize() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    for width in stride(from: 1, through: 160, by: 7) {
      for height in stride(from: 1, through: 60, by: 5) {
        driver.resize(to: Size(width: width, height: height))
        try driver.type("j Tab Enter Esc k")
      }
    }
    driver.resize(to: Size(width: 120, height: 40))
    try driver.type("1")
    #expect(driver.screen.shows("acme-web"))
  }

  @Test("A terminal without Unicode gets ASCII only")
  func asciiGlyphs() throws {
    let world = Fixtures.shop()
    world.capabilities.hasUnicode = false
    let driver = ConsoleDriver(world, size: Size(width: 120, height: 40), glyphs: .ascii)
    for line in driver.screen.text.split(separator: "\n") where !line.contains("東京") {
      for character in line where !character.isASCII {
        Issue.record("\(character) in \(line)")
      }
    }
  }

  @Test("Whose traffic it is, and whether anything can be changed, is told at every size")
  func marks() {
    for (width, height) in [(40, 10), (60, 15), (80, 24), (120, 40)] {
      for name in ["/srv/d", "/srv/a-workspace-of-a-rather-long-name"] {
        let world = Fixtures.shop()
        world.status.path = name
        world.status.hasDemoTraffic = true
        let driver = ConsoleDriver(world, size: Size(width: width, height: height))
        #expect(driver.screen.shows("│ demo traffic │"), "\(driver.screen.text)")
        #expect(driver.screen.shows("live"))
      }
    }
  }
}
