import GatewayModel
import Testing

/// A workspace in which every rule of the semantics can be broken: an API with `GET /` and `GET /test`
/// served by `prod`, two keys, a plan that opens the stage and one that does not.
struct SectionBench {
  var bench: ApiWorkbench
  let key: ApiKeyID
  let other: ApiKeyID
  let plan: UsagePlanID
  let empty: UsagePlanID
  let deployment: DeploymentID

  var api: RestApiID { bench.api }

  init() throws {
    var bench = try ApiWorkbench()
    let api = bench.api
    try bench.mock("GET", "/")
    try bench.mock("GET", "/test")
    deployment = try bench.deploy("prod")
    func make(_ command: Command) throws -> String {
      try bench.run(command).subjects.first?.shortName ?? ""
    }
    key = try make(.createApiKey(.init(name: "k", enabled: true, value: Self.value)))
    other = try make(.createApiKey(.init(name: "o", enabled: true)))
    plan = try make(
      .createUsagePlan(
        .init(
          name: "p", apiStages: [ApiStage(apiId: api, stage: "prod")],
          quota: QuotaInput(limit: 10, period: "DAY"))))
    empty = try make(.createUsagePlan(.init(name: "e")))
    try bench.run(.createUsagePlanKey(.init(usagePlanId: plan, keyId: key)))
    self.bench = bench
  }

  static let value = "valuevaluevaluevalue0000"
}

/// A rule of the semantics: what it is, the command that breaks it, and the answer in its very words.
struct SectionRow: Sendable, CustomTestStringConvertible {
  let rule: String
  let code: CommandErrorCode
  let message: String
  let command: @Sendable (SectionBench) -> Command

  init(
    _ rule: String, _ code: CommandErrorCode, _ message: String,
    _ command: @escaping @Sendable (SectionBench) -> Command
  ) {
    self.rule = rule
    self.code = code
    self.message = message
    self.command = command
  }

  var testDescription: String { "\(rule): \(message)" }

  /// Expects the answer; `{api}` and the like in it stand for what the bench drew.
  func check() throws {
    var section = try SectionBench()
    let names = [
      "{api}": section.api, "{plan}": section.plan, "{key}": section.key, "{empty}": section.empty,
    ]
    let text = names.reduce(message) { $0.replacing($1.key, with: $1.value) }
    section.bench.expect(command(section), refusedAs: code, text)
  }
}
