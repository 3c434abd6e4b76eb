import DataPlane
import GatewayModel
import TestSupport
import Testing

@Suite struct GatewayResponseTests {
  @Test func anApiSaysItInItsOwnWords() throws {
    let fixture = try GatewayFixture(methods: [("/pets", .mock(keyRequired: true))])
    fixture.apply([
      .put(
        .gatewayResponse(
          GatewayFixture.api,
          GatewayResponse(
            responseType: .invalidApiKey, statusCode: "401",
            responseParameters: [
              "gatewayresponse.header.X-Why": "'a key, please'",
              "gatewayresponse.header.X-Stage": "context.stage",
            ],
            responseTemplates: [
              "application/json":
                "{\"error\":$context.error.messageString,\"at\":\"${context.stage}\",\"fee\":\"$5\"}"
            ])))
    ])
    try fixture.deploy("dep002")
    let answer = try fixture.get("/api0000001/prod/pets")
    #expect(answer.status == 401)
    #expect(answer.text == "{\"error\":\"Forbidden\",\"at\":\"prod\",\"fee\":\"$5\"}")
    #expect(answer.header("x-why") == "a key, please")
    #expect(answer.header("x-stage") == "prod")
    #expect(answer.header("x-amzn-errortype") == "ForbiddenException")
  }

  @Test func theDefaultOfAClassActsForTheOthers() throws {
    let fixture = try GatewayFixture(methods: [("/pets", .mock(keyRequired: true))])
    fixture.apply([
      .put(
        .gatewayResponse(
          GatewayFixture.api, GatewayResponse(responseType: .default4XX, statusCode: "404")))
    ])
    try fixture.deploy("dep002")
    #expect(try fixture.get("/api0000001/prod/pets").status == 404)
    #expect(
      try fixture.get("/api0000001/prod/none").text
        == "{\"message\":\"Missing Authentication Token\"}")
  }
}
