import Console
import Foundation
import GatewayModel
import Terminal
import Testing

/// Forms, lists to tick and questions by the mouse alone.
@Suite("Forms by the mouse")
struct FormMouseTests {
  private static let sizes = [Size(width: 120, height: 40), Size(width: 80, height: 24)]

  private static func click(_ driver: ConsoleDriver, on text: String, plus columns: Int = 0) throws
  {
    let lines = driver.screen.frame.lines
    let row = try #require(lines.lastIndex { $0.contains(text) }, "\(text): \(driver.screen.text)")
    let before = try #require(lines[row].range(of: text)).lowerBound
    let column = DisplayText(String(lines[row][..<before])).width
    driver.send(
      TerminalEvent.mouse(MouseEvent(.click, at: Point(x: column + columns, y: row))))
  }

  @Test("A click goes to a field, before the character it points at", arguments: sizes)
  func text(_ size: Size) throws {
    let driver = ConsoleDriver(Fixtures.shop(), size: size)
    try driver.type("2 j e")
    try Self.click(driver, on: "[100000", plus: 1)
    driver.type(text: "7")
    #expect(driver.screen.shows("[7100000"))
    try Self.click(driver, on: "[pro", plus: 3)
    driver.type(text: "-")
    #expect(driver.screen.shows("[pr-o"))
  }

  @Test("A click ticks one of several, and steps a choice", arguments: sizes)
  func choices(_ size: Size) throws {
    let driver = ConsoleDriver(Fixtures.shop(), size: size)
    try driver.type("2 j e")
    try Self.click(driver, on: "shop/beta ○")
    #expect(driver.screen.shows("shop/beta ✓"))
    #expect(driver.screen.shows("shop/prod ✓"))
    try Self.click(driver, on: "[MONTH")
    #expect(!driver.screen.shows("[MONTH"))
  }

  @Test("A click ticks a row of a list")
  func ticks() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("p")
    try Self.click(driver, on: "[ ] beta")
    #expect(driver.screen.shows("[✓] beta"))
    try Self.click(driver, on: "[✓] beta", plus: 6)
    #expect(driver.screen.shows("[ ] beta"))
  }

  @Test("A click on a button answers; a destructive one waits for its phrase")
  func buttons() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("j j D")
    try Self.click(driver, on: "[Cancel", plus: 1)
    #expect(driver.console.overlays.isEmpty)
    try driver.type("2 G D")
    try Self.click(driver, on: "[Delete", plus: 1)
    #expect(driver.world.state.plans["plnone"] == nil)
    try driver.type("4 G D")
    try Self.click(driver, on: "[Delete", plus: 1)
    #expect(driver.screen.shows("not yet: type prod"))
    #expect(driver.world.state.stage(Fixtures.prod) != nil)
    driver.type(text: "prod")
    try Self.click(driver, on: "[Delete", plus: 1)
    #expect(driver.world.state.stage(Fixtures.prod) == nil)
  }

  @Test("A click from before a question is seen is no answer to it")
  func early() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 G D")
    let lines = driver.screen.frame.lines
    let row = try #require(lines.firstIndex { $0.contains("[Delete") })
    let before = try #require(lines[row].range(of: "[Delete")).lowerBound
    let point = Point(x: DisplayText(String(lines[row][..<before])).width + 1, y: row)
    try driver.type("Esc")
    try driver.screen.type(keys: "D")
    driver.screen.send(.mouse(MouseEvent(.click, at: point)))
    try driver.typeAhead("Left")
    #expect(driver.screen.shows("[Delete"))
    #expect(driver.world.state.plans["plnone"] != nil)
  }

  @Test("A request is put together by clicks")
  func compose() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("6 c")
    try Self.click(driver, on: "[GET")
    #expect(!driver.screen.shows("[GET"))
  }
}
