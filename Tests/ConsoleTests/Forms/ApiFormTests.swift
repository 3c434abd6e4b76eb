import Console
import GatewayModel
import Terminal
import Testing

@Suite("Forms of APIs and methods")
struct ApiFormTests {
  @Test("In an empty workspace n makes an API, then its first method")
  func tutorial() throws {
    let driver = ConsoleDriver(Fixtures.empty())
    try driver.type("3 n")
    driver.type(text: "pets")
    try driver.type("^S")
    #expect(
      driver.commands == [
        .createRestApi(Command.CreateRestApi(name: "pets", apiKeySource: "HEADER"))
      ])
    let id = try #require(driver.world.state.apis.keys.first)
    try driver.type("n Tab")
    driver.type(text: "pets/{petId}")
    try driver.type("^S")
    let resource = try #require(try state(of: id, driver).resource(path: "/pets/{petId}"))
    let method = try #require(try state(of: id, driver).methods[resource.id]?["GET"])
    #expect(method.apiKeyRequired)
    #expect(method.methodIntegration?.type == .mock)
    #expect(driver.screen.shows("created GET /pets/{petId}, not yet deployed"))
    #expect(driver.console.subject?.apiId == id)
  }

  private func state(of id: RestApiID, _ driver: ConsoleDriver) throws -> ApiState {
    try #require(driver.world.state.apis[id])
  }

  @Test("A proxy shows its address instead of the mock's fields, and needs one")
  func proxy() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("3 n Tab")
    driver.type(text: "stock")
    try driver.type("Tab Tab Tab Right")
    #expect(driver.screen.shows("Address"))
    #expect(!driver.screen.shows("Mock status"))
    try driver.type("Tab")
    driver.type(text: "nowhere")
    try driver.type("^S")
    #expect(driver.commands.isEmpty)
    #expect(driver.screen.shows("✗"))
    try driver.type("^U")
    driver.type(text: "http://127.0.0.1:9000/stock")
    try driver.type("^S")
    let api = try #require(driver.world.state.apis[Fixtures.api])
    let resource = try #require(api.resource(path: "/stock"))
    #expect(
      api.methods[resource.id]?["GET"]?.methodIntegration?.uri == "http://127.0.0.1:9000/stock")
  }

  @Test("A method that is there is refused at its verb")
  func twice() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("3 j n")
    try driver.type("Tab Tab Tab Space ^S")
    #expect(driver.commands.isEmpty)
    #expect(driver.screen.shows("Method already exists"))
  }

  @Test("A method is edited with its backend as one change")
  func editMethod() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("3 j e Space Tab Tab Tab ^U")
    driver.type(text: "204")
    try driver.type("^S")
    let method = try #require(
      driver.world.state.apis[Fixtures.api]?.methods["cata00"]?["GET"])
    #expect(method.apiKeyRequired == false)
    #expect(method.methodIntegration?.integrationResponses.keys.sorted() == ["204"])
    #expect(
      method.methodIntegration?.requestTemplates?["application/json"] == "{\"statusCode\": 204}")
    #expect(driver.commands.count == 1)
  }

  @Test("An API's own members are edited by a patch of what differs")
  func editApi() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("3 e Tab")
    driver.type(text: "the shop")
    try driver.type("^S")
    #expect(
      driver.commands == [
        .updateRestApi(
          Command.UpdateRestApi(
            restApiId: Fixtures.api, patchOperations: [.replace("/description", "the shop")]))
      ])
  }

  @Test("A resource is made below the path under the cursor, from the palette too")
  func resource() throws {
    let driver = ConsoleDriver(Fixtures.shop())
    try driver.type("3 :")
    driver.type(text: "new resource")
    try driver.type("Enter Tab")
    #expect(driver.screen.shows("New resource"))
    driver.type(text: "toys")
    try driver.type("^S")
    #expect(
      driver.commands == [
        .createResource(
          Command.CreateResource(
            restApiId: Fixtures.api, parentId: "root000000", pathPart: "toys"))
      ])
    #expect(driver.screen.shows("created resource toys, not yet deployed"))
    try driver.type(":")
    driver.type(text: "new API")
    try driver.type("Enter")
    #expect(driver.screen.shows("New API"))
  }
}
