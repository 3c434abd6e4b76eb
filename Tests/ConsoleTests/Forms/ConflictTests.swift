import Console
import GatewayModel
import Terminal
import Testing

@Suite("Conflicts")
struct ConflictTests {
  /// A form in which a rate was typed while somebody else changed the plan.
  private static func met() throws -> ConsoleDriver {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("2 j e Tab Tab Tab ^U")
    driver.type(text: "7")
    var plan = try #require(driver.world.state.plans["plpro0"])
    plan.throttle?.burstLimit = 99
    driver.send(
      driver.world.write(
        [.put(.usagePlan(plan))], "raised the burst of pro", actor: "mona", surface: "cli"))
    #expect(driver.screen.shows("changed by somebody else since this was opened"))
    try driver.type("^S")
    #expect(driver.screen.shows("mona (cli) was faster"))
    #expect(driver.world.state.plans["plpro0"]?.throttle?.rateLimit == 5)
    return driver
  }

  @Test("Both sides are shown, and theirs can be kept")
  func theirs() throws {
    let driver = try Self.met()
    #expect(driver.screen.shows("you saw"))
    #expect(driver.screen.shows("99"))
    try driver.type("t")
    #expect(driver.console.overlays.isEmpty)
    #expect(
      driver.world.state.plans["plpro0"]?.throttle
        == ThrottleSettings(rateLimit: 5, burstLimit: 99))
  }

  @Test("The form opens again on top of theirs, with what was typed")
  func onTop() throws {
    let driver = try Self.met()
    try driver.type("r ^S")
    #expect(
      driver.world.state.plans["plpro0"]?.throttle
        == ThrottleSettings(rateLimit: 7, burstLimit: 99))
    #expect(driver.console.overlays.isEmpty)
  }

  @Test(
    "What was deleted meanwhile says who deleted it, and can only be left", arguments: ["e", "p"])
  func deleted(_ form: String) throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("j \(form)")
    if form == "e" { driver.type(text: "x") } else { try driver.type("Space") }
    driver.send(
      driver.world.write(
        [.deleted(.apiKey("kacmelegac"))], "deleted acme-legacy", actor: "mona", surface: "cli"))
    if form == "e" { driver.type(text: "y") }
    #expect(!driver.screen.shows("Invalid API Key"))
    try driver.type("^S")
    #expect(driver.screen.shows("mona (cli) was faster"))
    #expect(driver.screen.shows("deleted acme-legacy"))
    #expect(driver.screen.shows("is gone"))
    #expect(!driver.screen.shows("Invalid API Key"))
    #expect(!driver.screen.shows("r on top"))
    try driver.type("t")
    #expect(driver.console.overlays.isEmpty)
  }

  @Test("Esc leads back to the form as it was, which meets the conflict again")
  func back() throws {
    let driver = try Self.met()
    try driver.type("Esc")
    #expect(driver.screen.shows("Plan pro"))
    try driver.type("^S")
    #expect(driver.screen.shows("mona (cli) was faster"))
  }
}
