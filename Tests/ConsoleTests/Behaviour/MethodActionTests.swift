import Console
import GatewayModel
import Terminal
import Testing

@Suite("Actions on methods and stages")
struct MethodActionTests {
  @Test("K turns the requirement of a key, and the drift of both stages shows at once")
  func toggleKey() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    #expect(driver.screen.shows("±1 undeployed"))
    try driver.type("3 j K")
    let method = driver.world.state.apis[Fixtures.api]?.methods["cata00"]?["GET"]
    #expect(method?.apiKeyRequired == false)
    #expect(driver.screen.shows("GET /catalog is open to all, as deployed"))
    #expect(!driver.screen.shows("undeployed and"))
    try driver.type("j K")
    #expect(driver.screen.shows("GET /orders is open to all, not yet deployed"))
    #expect(driver.screen.shows("± beta prod"))
    try driver.type("4")
    #expect(driver.screen.shows("apiKeyRequired true → false"))
  }

  @Test("K says why it does nothing on an API's row")
  func notAMethod() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("3 K")
    #expect(driver.screen.shows("this row is no method"))
  }

  @Test("A stage called prod is deleted by its name only")
  func deleteStage() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("4 G D")
    driver.type(text: "pro")
    try driver.type("Enter")
    #expect(driver.world.state.stage(Fixtures.prod) != nil)
    driver.type(text: "d")
    try driver.type("Enter")
    #expect(driver.world.state.stage(Fixtures.prod) == nil)
  }

  @Test("A method's detail tells how each stage serves it")
  func methodDetail() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("3 j")
    #expect(driver.screen.shows("open to all → key required ±"))
  }
}
