import Console
import GatewayModel
import Terminal
import Testing

/// Every write can be seen, and copied, as the AWS CLI would do it.
@Suite("Writes as lines of the AWS CLI")
struct CommandLineTests {
  /// Keys that lead to a change about to be made, and what its lines are about.
  private static let places: [(keys: String, verb: String)] = [
    ("n x", "create-api-key"), ("e Tab x", "update-api-key"), ("r", "create-api-key"),
    ("i Tab 5", "update-usage"), ("p Space", "create-usage-plan-key"), ("D", "delete-api-key"),
    ("2 n x", "create-usage-plan"), ("2 j e Tab Tab Tab ^U 7", "update-usage-plan"),
    ("2 m Space", "usage-plan-key"), ("2 G D", "delete-usage-plan"), ("3 N x", "create-rest-api"),
    ("3 n Tab x", "create-resource"), ("3 j e Tab Tab Space", "aws apigateway"),
    ("3 j D", "delete-method"), ("4 d", "create-deployment"), ("4 d ^S", "create-deployment"),
    ("4 e x", "update-stage"), ("4 D", "delete-stage"),
  ]

  @Test("Each form and each question shows its lines and copies them", arguments: places)
  func changes(_ place: (keys: String, verb: String)) throws {
    let shown = ConsoleDriver(Fixtures.shop())
    try shown.type(place.keys)
    try shown.type("^P")
    #expect(shown.screen.shows("─ AWS CLI"))
    #expect(shown.screen.shows(place.verb), "\(shown.screen.text)")
    try shown.type("y")
    let copied = ConsoleDriver(Fixtures.shop())
    try copied.type(place.keys)
    try copied.type("^Y")
    #expect(copied.world.copied == shown.world.copied)
    let text = try #require(copied.world.copied.last)
    #expect(text.contains(place.verb) && text.contains("aws apigateway "), "\(text)")
    #expect(!text.contains("SECRET"))
    #expect(copied.commands.isEmpty)
  }

  @Test("A line of the history is written as what it changed")
  func history() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("o 7 ^P")
    #expect(driver.screen.shows("aws apigateway update-api-key --api-key kacmebatch"))
    try driver.type("Esc U ^Y")
    let text = try #require(driver.world.copied.last)
    #expect(text.contains("path=/enabled,value=true"), "\(text)")
    try driver.type("Esc ^Y")
    #expect(try #require(driver.world.copied.last).contains("path=/enabled,value=false"))
  }

  @Test("What the newest change of a row changed is told member by member, secrets masked")
  func difference() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("o d")
    #expect(driver.screen.shows(" key acme-batch"))
    #expect(driver.screen.shows("- enabled       true"))
    #expect(driver.screen.shows("+ enabled       false"))
    #expect(!driver.screen.shows("lastUpdatedDate"))
    #expect(!driver.screen.text.contains("SECRET"))
    try driver.type("Esc 7 j d")
    #expect(driver.screen.shows("Changed by #4"))
    try driver.type("Esc j d")
    #expect(driver.screen.shows("+ createdDate   2026-03-06 14:02"))
    #expect(driver.screen.shows("+ value         ••••eb00"))
  }
}
