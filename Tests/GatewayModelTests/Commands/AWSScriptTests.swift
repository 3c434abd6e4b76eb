import TestSupport
import Testing

@testable import GatewayModel

/// Commands and changes as the lines of the AWS CLI that do the same.
@Suite("AWS CLI scripts")
struct AWSScriptTests {
  private static let now = Timestamp(microseconds: 1_772_805_727_000_000)
  private static let secret = "the-value-that-nobody-may-read"

  /// An API with `/orders`, a plan with a quota, and a key in it.
  private static func state() -> GatewayState {
    var state = GatewayState()
    let api = RestApi(id: "shop000000", name: "shop", rootResourceId: "root00", createdDate: now)
    let key = ApiKey(
      id: "key0000000", value: secret, name: "web", enabled: true, createdDate: now,
      lastUpdatedDate: now)
    let plan = UsagePlan(
      id: "plan00", name: "gold", apiStages: [ApiStage(apiId: api.id, stage: "prod")],
      throttle: ThrottleSettings(rateLimit: 5, burstLimit: 10),
      quota: QuotaSettings(limit: 1_000, period: .month), createdDate: now)
    let resources = [
      Resource(id: "root00", path: "/"),
      Resource(id: "orde00", parentId: "root00", pathPart: "orders", path: "/orders"),
    ]
    state.apply(
      [.put(.restApi(api)), .put(.apiKey(key)), .put(.usagePlan(plan))]
        + Model.defaults(newId: { "mod000" }).map { .put(.model(api.id, $0)) }
        + resources.map { .put(.resource(api.id, $0)) }
        + [
          .put(
            .usagePlanKey(
              UsagePlanKey(usagePlanId: plan.id, keyId: key.id, createdDate: now)))
        ], sequence: 1)
    return state
  }

  @Test("A command of the AWS CLI's own is its one line")
  func single() {
    let command = Command.deleteUsagePlan(Command.DeleteUsagePlan(usagePlanId: "plan00"))
    #expect(
      AWSScript(command, in: Self.state()).lines
        == ["aws apigateway delete-usage-plan --usage-plan-id plan00"])
  }

  @Test("A path is made part by part, and later lines name its new ids")
  func path() {
    let command = Command.settingUpMethod(
      "GET", at: "/orders/{id}", of: "shop000000", requiresKey: true,
      backend: .mock(status: 200, body: "{}"))
    let lines = AWSScript(command, in: Self.state()).lines
    #expect(
      lines.first
        == "resource_1=$(aws apigateway create-resource --rest-api-id shop000000 --parent-id orde00 "
        + "--path-part '{id}' --query id --output text)")
    #expect(lines.count == 5)
    for line in lines.dropFirst() {
      #expect(line.contains(#"--rest-api-id shop000000 --resource-id "$resource_1" "#), "\(line)")
    }
  }

  @Test("Each part below a new one is made in the id of the one before")
  func deepPath() {
    let command = Command.creatingResourcePath("/a/b", of: "shop000000")
    let lines = AWSScript(command, in: Self.state()).lines
    #expect(lines.count == 2)
    #expect(lines[0].contains("--parent-id root00 --path-part a"))
    #expect(lines[1].contains(#"resource_2=$(aws apigateway create-resource"#))
    #expect(lines[1].contains(#"--parent-id "$resource_1" --path-part b"#))
  }

  @Test("A method at a path that exists is put in its resource")
  func knownPath() {
    let command = Command.requiringKey(true, for: "GET", at: "/orders", of: "shop000000")
    #expect(
      AWSScript(command, in: Self.state()).lines == [
        "aws apigateway update-method --rest-api-id shop000000 --resource-id orde00 "
          + "--http-method GET --patch-operations op=replace,path=/apiKeyRequired,value=true"
      ])
  }

  @Test("Rotation makes a successor in the same plans, renames the old key and switches it off")
  func rotation() {
    let command = Command.rotateApiKey(
      Command.RotateApiKey(apiKey: "key0000000", value: Self.secret))
    let script = AWSScript(command, in: Self.state())
    #expect(!script.text.contains(Self.secret))
    #expect(
      script.lines == [
        "# The key's value is read from the standard input.",
        "key_1=$(aws apigateway create-api-key --name web --enabled --value file:///dev/stdin "
          + "--query id --output text)",
        #"aws apigateway create-usage-plan-key --usage-plan-id plan00 --key-id "$key_1" "#
          + "--key-type API_KEY",
        "# What the old key has used of its quotas is not taken off the new one's by these lines.",
        "aws apigateway update-api-key --api-key key0000000 "
          + #"--patch-operations '[{"op":"replace","path":"/name","value":"web (old)"},"#
          + #"{"op":"replace","path":"/enabled","value":"false"}]'"#,
      ])
  }

  @Test("Taking a change back is written as the change of each entity")
  func restore() throws {
    var state = Self.state()
    let before = try #require(state.plans["plan00"])
    var after = before
    after.throttle = ThrottleSettings(rateLimit: 9, burstLimit: 10)
    after.quota = nil
    after.description = "ours"
    after.tags = ["team": "billing"]
    after.apiStages = []
    state.apply([.put(.usagePlan(after))], sequence: 2)
    let command = Command.restore(
      Command.Restore(undoneSequence: 2, events: [.put(.usagePlan(before))]))
    let lines = AWSScript(command, in: state).lines
    #expect(lines.count == 2)
    for step in [
      "/throttle/rateLimit", "/quota/limit", "/quota/period", "/description", "/apiStages",
    ] {
      #expect(lines[0].contains(step), "\(lines[0])")
    }
    #expect(
      lines[1]
        == "aws apigateway untag-resource --resource-arn "
        + "arn:aws:apigateway:us-east-1::/usageplans/plan00 --tag-keys team")
  }

  @Test("What goes with its whole has no line of its own")
  func deletion() throws {
    let state = Self.state()
    let refs: [EntityRef] = [
      .usagePlanKey(PlanKeyID(usagePlanId: "plan00", keyId: "key0000000")),
      .resource("shop000000", "orde00"), .apiKey("key0000000"), .restApi("shop000000"),
    ]
    let steps = refs.map { AWSScript.Step(ref: $0, before: state.entity($0), after: nil) }
    #expect(
      AWSScript(steps, in: state).lines == [
        "aws apigateway delete-api-key --api-key key0000000",
        "aws apigateway delete-rest-api --rest-api-id shop000000",
      ])
  }

  @Test("A deleted API comes back with its parts under its new ids, and no key value is told")
  func creation() throws {
    let state = Self.state()
    let refs: [EntityRef] = [
      .restApi("shop000000"), .resource("shop000000", "root00"),
      .resource("shop000000", "orde00"), .apiKey("key0000000"), .usagePlan("plan00"),
      .usagePlanKey(PlanKeyID(usagePlanId: "plan00", keyId: "key0000000")),
      .model("shop000000", name: "Empty"), .model("shop000000", name: "Error"),
    ]
    let steps = refs.map { AWSScript.Step(ref: $0, before: nil, after: state.entity($0)) }
    let script = AWSScript(steps, in: state)
    #expect(!script.text.contains(Self.secret))
    #expect(!script.text.contains("-model"), "a new API has both")
    let lines = script.lines
    #expect(lines[0].hasPrefix("api_1=$(aws apigateway create-rest-api --name shop "))
    #expect(
      lines[1] == #"root_1=$(aws apigateway get-resources --rest-api-id "$api_1" --query "#
        + #"'items[?path=='\''/'\''].id' --output text)"#)
    #expect(lines[2].contains(#"--rest-api-id "$api_1" --parent-id "$root_1" --path-part orders"#))
    let plan = try #require(lines.first { $0.hasPrefix("plan_1=") })
    #expect(plan.contains(#""apiId":"'"$api_1"'""#), "\(plan)")
    #expect(
      lines.last == #"aws apigateway create-usage-plan-key --usage-plan-id "$plan_1" "#
        + #"--key-id "$key_1" --key-type API_KEY"#)
  }

  @Test("What a new API has beside what it had is taken away, and what it had otherwise is changed")
  func models() throws {
    let state = Self.state()
    let api = try #require(state.apis["shop000000"]?.api)
    let own = Model(
      id: "mod001", name: "Error", schema: #"{"type":"object"}"#, contentType: "application/json")
    let steps = [Entity.model(api.id, own), .restApi(api)].map {
      AWSScript.Step(ref: $0.ref, before: nil, after: $0)
    }
    let lines = AWSScript(steps, in: state).lines
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("api_1=$(aws apigateway create-rest-api --name shop "))
    #expect(
      lines[2]
        == #"aws apigateway delete-model --rest-api-id "$api_1" --model-name Empty"#)
    #expect(lines[3].contains("update-model --rest-api-id \"$api_1\" --model-name Error "))
    #expect(lines[3].contains("/schema") && lines[3].contains("/description"))
  }

  @Test("A text that holds an id, quotes and commands is no command to a shell")
  func hostileText() throws {
    var state = Self.state()
    let deployment = Deployment(
      id: "dep000", description: #"x'"shop000000$(echo ran)'"# + "\u{301}$(echo ran)",
      createdDate: Self.now, snapshot: try #require(state.apis["shop000000"]).snapshot)
    state.apply([.put(.deployment("shop000000", deployment))], sequence: 2)
    let refs: [EntityRef] = [.restApi("shop000000"), .deployment("shop000000", "dep000")]
    let script = AWSScript(
      refs.map { AWSScript.Step(ref: $0, before: nil, after: state.entity($0)) }, in: state)
    let child = try ChildProcess(
      ["/bin/sh", "-c", "aws() { echo made; echo \"$*\" >&2; }\n\(script.text)"],
      environment: [:], input: [])
    #expect(try child.waitForExit() == .code(0), "\(script.text)\n\(child.errorOutput)")
    let told = #"--description x'"made$(echo ran)'"# + "\u{301}$(echo ran)"
    #expect(child.errorOutput.unicodeScalars.contains(told.unicodeScalars), "\(child.errorOutput)")
  }

  @Test("Lines that make things come in an order in which each finds what it names")
  func order() throws {
    let api: RestApiID = "shop000000"
    let deployment = Deployment(
      id: "dep000", createdDate: Self.now,
      snapshot: try #require(Self.state().apis[api]).snapshot)
    let stage = Stage(
      stageName: "prod", deploymentId: "dep000",
      methodSettings: [
        "*/*": MethodSetting(throttlingBurstLimit: 7), "orders/GET": MethodSetting(),
      ],
      accessLogSettings: AccessLogSettings(format: "$context.requestId", destinationArn: "arn:x"),
      createdDate: Self.now, lastUpdatedDate: Self.now)
    let entities: [Entity] = [
      .stage(api, stage), .deployment(api, deployment),
      .method(api, "orde00", Method(httpMethod: "GET")),
      .resource(api, Resource(id: "deep00", parentId: "orde00", pathPart: "x", path: "/orders/x")),
      .resource(
        api, Resource(id: "orde00", parentId: "root00", pathPart: "orders", path: "/orders")),
      .accessory(
        AnyAccessory(
          Authorizer(id: "auth00", name: "a", type: "TOKEN", identitySource: "x"), of: api)),
    ]
    let lines = AWSScript(
      entities.map { AWSScript.Step(ref: $0.ref, before: nil, after: $0) }, in: Self.state()
    ).lines.filter { !$0.hasPrefix("#") }
    let verbs = lines.compactMap { line in
      line.split(separator: "aws apigateway ").last?.split(separator: " ").first.map(String.init)
    }
    #expect(
      verbs == [
        "create-authorizer", "create-resource", "create-resource", "put-method",
        "create-deployment", "create-stage", "update-stage",
      ])
    let update = try #require(lines.last)
    for step in [
      #""path":"/*/*/throttling/burstLimit","value":"7""#,
      #""path":"/orders/GET/throttling/burstLimit","value":"5000""#,
      #""path":"/accessLogSettings/destinationArn","value":"arn:x""#,
    ] {
      #expect(update.contains(step), "\(update)")
    }
  }
}
