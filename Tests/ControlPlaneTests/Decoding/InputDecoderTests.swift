import GatewayModel
import Testing

@testable import ControlPlane

@Suite("Commands' inputs from members")
struct InputDecoderTests {
  @Test("Lists and maps that were not sent are empty where the input needs one; null is absent")
  func defaults() throws {
    let stage = try Self.decoded(ApiStage.self, ["apiId": "a", "stage": "s"])
    #expect(stage == ApiStage(apiId: "a", stage: "s"))
    let update = try Self.decoded(Command.UpdateApiKey.self, ["apiKey": "k"])
    #expect(update.patchOperations.isEmpty)
    let key = try Self.decoded(Command.CreateApiKey.self, ["name": nil, "enabled": true])
    #expect(key == Command.CreateApiKey(enabled: true))
  }

  @Test("Nested members, numbers of both kinds, and a null that means something")
  func nested() throws {
    let plan = try Self.decoded(
      Command.CreateUsagePlan.self,
      [
        "name": "p", "quota": ["limit": 5, "period": "DAY"], "throttle": ["rateLimit": 2],
        "apiStages": [["apiId": "a", "stage": "s", "throttle": ["/x/GET": ["burstLimit": 3]]]],
        "tags": ["a": "b"],
      ])
    #expect(
      plan
        == Command.CreateUsagePlan(
          name: "p",
          apiStages: [
            ApiStage(
              apiId: "a", stage: "s", throttle: ["/x/GET": ThrottleSettings(burstLimit: 3)])
          ], throttle: ThrottleSettings(rateLimit: 2), quota: QuotaInput(limit: 5, period: "DAY"),
          tags: ["a": "b"]))
    let response = try Self.decoded(
      Command.PutIntegrationResponse.self,
      [
        "restApiId": "a", "resourceId": "r", "httpMethod": "GET", "statusCode": "200",
        "responseTemplates": ["application/json": nil, "text/plain": "x"],
      ])
    #expect(response.responseTemplates == ["application/json": nil, "text/plain": "x"])
  }

  @Test("A member that is missing or of another type is named")
  func failures() {
    #expect {
      try Self.decoded(Command.DeleteApiKey.self, [:])
    } throws: { error in
      InputDecoder.message(error) == "Missing member apiKey"
    }
    #expect {
      try Self.decoded(Command.CreateUsagePlan.self, ["quota": ["limit": "many"]])
    } throws: { error in
      InputDecoder.message(error).hasPrefix("Member quota.limit cannot be read")
    }
  }

  private static func decoded<Input: Decodable>(
    _ type: Input.Type, _ value: JSONValue
  ) throws -> Input {
    try Input(from: InputDecoder(value))
  }
}
