import TestSupport
import Testing

/// The tutorial's AWS command lines, in its order, with the real `aws`.
@Suite(
  "The tutorial by the AWS command line",
  .enabled(if: AWSTool.aws.isWanted, "\(AWSTool.aws.remedy)"))
struct AWSCommandLineTests {
  @Test("The tutorial's lines lead to 403, 200 and 429")
  func tutorial() throws {
    let workspace = try ControlledWorkspace()
    let (api, resource) = try mockedApi(workspace)
    let stage = ["--rest-api-id", api, "--stage-name", "prod"]
    try workspace.aws("apigateway", "create-deployment", stage[0], stage[1], stage[2], stage[3])
    let path = "/\(api)/prod/pets"
    try workspace.gateway.wait(forStatus: 200, of: path)

    let key = try workspace.aws("apigateway", "create-api-key", "--name", "MyApiKey", "--enabled")
    let plan = try workspace.aws(
      "apigateway", "create-usage-plan", "--name", "MyUsagePlan", "--throttle",
      "burstLimit=100,rateLimit=50", "--quota", "limit=1000,period=MONTH")
    let planID = try #require(plan["id"].string)
    let keyID = try #require(key["id"].string)
    try workspace.aws(
      "apigateway", "create-usage-plan-key", "--usage-plan-id", planID, "--key-id", keyID,
      "--key-type", "API_KEY")
    try workspace.aws(
      "apigateway", "update-method", "--rest-api-id", api, "--resource-id", resource,
      "--http-method", "GET", "--patch-operations", "op=replace,path=/apiKeyRequired,value=true")

    // The tutorial's pitfalls, each by its symptom: not deployed, then a plan without the stage.
    let secret = try #require(key["value"].string)
    #expect(try workspace.gateway.get(path).status == 200)
    try workspace.aws("apigateway", "create-deployment", stage[0], stage[1], stage[2], stage[3])
    try workspace.gateway.wait(forStatus: 403, of: path)
    #expect(try workspace.gateway.get(path, key: secret).status == 403)
    try workspace.aws(
      "apigateway", "update-usage-plan", "--usage-plan-id", planID, "--patch-operations",
      "op=add,path=/apiStages,value=\(api):prod")
    try workspace.gateway.wait(forStatus: 200, of: path, key: secret)
    #expect(try workspace.gateway.get(path).text == #"{"message":"Forbidden"}"#)

    try expectLimits(workspace, path: path, key: secret, plan: planID)
  }

  @Test("What the AWS command line changes is on the console at once, with whose credential it was")
  func console() throws {
    let workspace = try ControlledWorkspace()
    let terminal = try workspace.bench.console()
    try terminal.wait(forText: "First steps")
    let key = try workspace.aws("apigateway", "create-api-key", "--name", "from-aws")
    try terminal.wait(for: "the key and who made it") { screen in
      screen.shows("from-aws") && screen.shows("tools (KEYS") && screen.shows("control")
    }
    let history = try workspace.bench.json("history", try #require(key["id"].string))
    #expect(history["items"][0]["surface"].string == "control", "\(history)")
    #expect(history["items"][0]["actor"].string?.hasPrefix("tools (KEYS") == true, "\(history)")
  }

  /// An API whose GET on /pets is mocked and asks for no key yet.
  private func mockedApi(_ workspace: ControlledWorkspace) throws -> (api: String, resource: String)
  {
    let made = try workspace.aws("apigateway", "create-rest-api", "--name", "shop")
    let api = try #require(made["id"].string)
    let root = try #require(made["rootResourceId"].string)
    let resource = try #require(
      try workspace.aws(
        "apigateway", "create-resource", "--rest-api-id", api, "--parent-id", root,
        "--path-part", "pets")["id"].string)
    let method = ["--rest-api-id", api, "--resource-id", resource, "--http-method", "GET"]
    func call(_ words: String...) throws {
      try workspace.run(.aws, ["apigateway", words[0]] + method + words.dropFirst())
    }
    try call("put-method", "--authorization-type", "NONE")
    try call("put-method-response", "--status-code", "200")
    try call(
      "put-integration", "--type", "MOCK", "--request-templates",
      #"{"application/json": "{\"statusCode\": 200}"}"#)
    try call(
      "put-integration-response", "--status-code", "200", "--response-templates",
      #"{"application/json": "[\"Rex\"]"}"#)
    return (api, resource)
  }

  /// Past the burst, then past the quota.
  private func expectLimits(
    _ workspace: ControlledWorkspace, path: String, key: String, plan: String
  ) throws {
    try workspace.aws(
      "apigateway", "update-usage-plan", "--usage-plan-id", plan, "--patch-operations",
      "op=replace,path=/throttle/rateLimit,value=0.001",
      "op=replace,path=/throttle/burstLimit,value=1")
    try workspace.gateway.wait(forStatus: 429, of: path, key: key)
    let throttled = try workspace.gateway.get(path, key: key)
    #expect(throttled.text == #"{"message":"Too Many Requests"}"#, "\(throttled)")
    try workspace.aws(
      "apigateway", "update-usage-plan", "--usage-plan-id", plan, "--patch-operations",
      "op=remove,path=/throttle", "op=replace,path=/quota/limit,value=1")
    try workspace.gateway.wait(forStatus: 429, of: path, key: key)
    let exceeded = try workspace.gateway.get(path, key: key)
    #expect(exceeded.text == #"{"message":"Limit Exceeded"}"#, "\(exceeded)")
  }
}
