import Doctor
import Enforcement
import GatewayModel
import Testing
import Workspace

@testable import AdminCLI

/// Every check of the doctor, found through the command line, with mends that can be typed.
@Suite struct MendTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var check: String
    var words: [[String]] = []
    var testDescription: String { check }
  }

  private static let api = [
    ["api", "create", "a b's"], ["method", "put", "a b's", "GET", "/{proxy+}", "--require-key"],
    ["method", "put", "a b's", "OPTIONS", "/{proxy+}"],
  ]
  private static let served = api + [["deploy", "a b's", "prod", "--yes"]]
  private static let planned =
    served + [
      ["plan", "create", "p", "--rate", "1", "--burst", "1", "--stage", "a b's:prod"],
      ["key", "create", "k"], ["plan", "attach", "p", "k"],
    ]

  private static let cases = [
    Case(
      check: "key-not-required",
      words: planned + [
        ["method", "require-key", "a b's", "GET", "/{proxy+}", "off"],
        ["deploy", "a b's", "prod", "--yes"],
      ]),
    Case(check: "key-in-no-plan", words: served + [["key", "create", "k"]]),
    Case(check: "key-in-no-plan", words: planned + [["key", "create", "other"]]),
    Case(
      check: "undeployed-changes",
      words: planned + [["method", "require-key", "a b's", "GET", "/{proxy+}", "off"]]),
    Case(
      check: "plan-without-stages",
      words: planned + [["plan", "remove-stage", "p", "a b's:prod"]]),
    Case(check: "stage-without-plan", words: served),
    Case(
      check: "stage-without-plan",
      words: planned + [["plan", "remove-stage", "p", "a b's:prod"]]),
    Case(check: "api-without-stage", words: api),
    Case(check: "plan-out-of-use", words: planned + [["plan", "detach", "p", "k"]]),
    Case(
      check: "lost-plan-stage", words: planned + [["stage", "delete", "a b's", "prod", "--yes"]]),
    Case(check: "disabled-never-used", words: planned + [["key", "create", "d", "--disabled"]]),
    Case(
      check: "preflight-needs-key",
      words: planned + [["method", "require-key", "a b's", "OPTIONS", "/{proxy+}", "on"]]),
    Case(
      check: "authorizer-source-without-authorizer",
      words: planned + [["api", "set", "a b's", "--key-source", "AUTHORIZER"]]),
    Case(check: "unlimited-plan", words: planned + [["plan", "set", "p", "--no-throttle"]]),
  ]

  @Test(arguments: cases)
  func printsMendsThatCanBeTyped(case breakage: Case) throws {
    let bench = try AdminBench()
    for words in breakage.words {
      let run = bench.run(words)
      #expect(run.code == .done, "\(words): \(run.error)")
    }
    try checkMends(of: breakage.check, in: bench)
  }

  @Test func mendsASettingThatMatchesNothing() throws {
    let bench = try AdminBench()
    for words in Self.served { bench.run(words) }
    let workspace = try Workspace.open(at: bench.workspacePath)
    let api = try #require(workspace.state.apis.keys.first)
    _ = try workspace.submitDurably(
      .updateStage(
        Command.UpdateStage(
          restApiId: api, stageName: "prod",
          patchOperations: [.replace("/pets/GET/throttling/rateLimit", "5")])),
      actor: Actor("test"), surface: .cli)
    try checkMends(of: "method-setting-matches-nothing", in: bench)
    try run(mendsOf: "method-setting-matches-nothing", in: bench)
    #expect(try findings("method-setting-matches-nothing", in: bench).isEmpty)
  }

  @Test func mendsATemplate() throws {
    let bench = try AdminBench()
    for words in Self.served { bench.run(words) }
    bench.files["broken.vtl"] = "#if($a)"
    bench.files["template.vtl"] = "{\"statusCode\": 200}"
    bench.done("method", "template", "a b's", "GET", "/{proxy+}", "broken.vtl")
    try checkMends(of: "unsupported-template", in: bench)
    bench.done("deploy", "a b's", "prod", "--yes")
    let why = bench.run("why", "GET", "/x", "--stage", "a b's:prod").output
    #expect(
      why.contains(
        "answered 500: request template for application/json, line 1, column 1: #if without an #end"
      ))
    try run(mendsOf: "unsupported-template", in: bench)
    #expect(try findings("unsupported-template", in: bench).isEmpty)
  }

  @Test func mendsAnIntegrationThatIsNotServed() throws {
    let bench = try AdminBench()
    for words in Self.served { bench.run(words) }
    let workspace = try Workspace.open(at: bench.workspacePath)
    let api = try #require(workspace.state.apis.keys.first)
    _ = try workspace.submitDurably(
      .putIntegration(
        Command.PutIntegration(
          restApiId: api, resourceId: "/{proxy+}", httpMethod: "GET", type: "AWS",
          integrationHttpMethod: "POST", uri: "arn:aws:apigateway:us-east-1:sqs:path/1/queue")),
      actor: Actor("test"), surface: .cli)
    bench.done("deploy", "a b's", "prod", "--yes")
    try checkMends(of: "integration-not-served", in: bench)
    let why = bench.run("why", "GET", "/x", "--stage", "a b's:prod").output
    #expect(
      why.contains("answered 500: integration, type AWS is stored and not called from here"))
    try run(mendsOf: "integration-not-served", in: bench)
    #expect(try findings("integration-not-served", in: bench).isEmpty)
  }

  @Test func mendsAMethodThatAsksAnAuthorizer() throws {
    let bench = try AdminBench()
    for words in Self.served { bench.run(words) }
    let workspace = try Workspace.open(at: bench.workspacePath)
    let api = try #require(workspace.state.apis.values.first)
    let resource = try #require(api.resource(path: "/{proxy+}"))
    let made = try workspace.submitDurably(
      .createAuthorizer(
        Command.CreateAuthorizer(
          restApiId: api.api.id, name: "token", type: "TOKEN",
          authorizerUri: "arn:aws:apigateway:us-east-1:lambda:path/f/invocations",
          identitySource: "method.request.header.Authorization")),
      actor: Actor("test"), surface: .cli)
    guard case .accessory(let authorizer)? = made.subjects.first else {
      Issue.record("no authorizer was made")
      return
    }
    _ = try workspace.submitDurably(
      .updateMethod(
        Command.UpdateMethod(
          restApiId: api.api.id, resourceId: resource.id, httpMethod: "GET",
          patchOperations: [
            .replace("/authorizationType", "CUSTOM"), .replace("/authorizerId", authorizer.key),
          ])),
      actor: Actor("test"), surface: .cli)
    bench.done("deploy", "a b's", "prod", "--yes")
    try checkMends(of: "authorizer-cannot-run", in: bench)
    try run(mendsOf: "authorizer-cannot-run", in: bench)
    #expect(try findings("authorizer-cannot-run", in: bench).isEmpty)
  }

  @Test func mendsAPublishedKey() throws {
    let bench = try AdminBench()
    bench.input = "PLANTEDsecret0123456789abcd"
    bench.done("key", "create", "k", "--value-stdin")
    bench.done("plan", "create", "p", "--description", "call with \(bench.input)")
    try checkMends(of: "shared-key", in: bench)
    #expect(!bench.run("doctor", "--json").output.contains(bench.input))
  }

  @Test func explainsRequestsThatMatchedNothing() throws {
    let bench = try AdminBench()
    for words in Self.served { bench.run(words) }
    let workspace = try Workspace.open(at: bench.workspacePath)
    let api = try #require(workspace.state.apis.keys.first)
    let ring = try DecisionRing(writingTo: bench.workspacePath)
    ring.append(.noRoute, path: "/it's missing", of: api)
    ring.append(.noRoute, path: "/it's missing", of: api)
    ring.append(.admitted, path: "/x", of: api)
    let found = try findings("unmatched-requests", in: bench)
    #expect(found.count == 1)
    #expect((found.first?["problem"] as? String)?.hasPrefix("2 recent requests") == true)
    try checkMends(of: "unmatched-requests", in: bench)
  }

  @Test func coversEveryCheck() {
    let covered = Set(
      Self.cases.map(\.check)
        + [
          "method-setting-matches-nothing", "shared-key", "unmatched-requests",
          "unsupported-template", "integration-not-served", "authorizer-cannot-run",
          "undeclared-response",
        ])
    #expect(Set(DoctorReport.checks.map(\.id)) == covered)
  }

  private func findings(_ check: String, in bench: AdminBench) throws -> [[String: Any]] {
    try bench.items("doctor").filter { $0["check"] as? String == check }
  }

  private func checkMends(of check: String, in bench: AdminBench) throws {
    let found = try findings(check, in: bench)
    #expect(!found.isEmpty, "\(bench.run("doctor").output)")
    let text = bench.run("doctor").output
    for finding in found {
      let mends = try #require(finding["mends"] as? [String])
      #expect(!mends.isEmpty)
      for mend in mends {
        let words = ShellLine(mend, variables: ["plan": "p"]).words
        #expect(words.first == "keystile")
        #expect(throws: Never.self, "\(mend)") {
          try CommandLineParser(verbs: VerbTable.all).parse(Array(words.dropFirst()))
        }
        #expect(text.contains("→ \(mend)"), "text shows the mend as it is: \(mend)")
      }
    }
  }

  private func run(mendsOf check: String, in bench: AdminBench) throws {
    for finding in try findings(check, in: bench) {
      for mend in finding["mends"] as? [String] ?? [] {
        let run = bench.run(Array(ShellLine(mend).words.dropFirst()))
        #expect(run.code == .done, "\(mend): \(run.error)")
      }
    }
  }
}
