import Doctor
import Enforcement
import GatewayModel
import Workspace

extension VerbTable {
  static let explainVerbs = [
    VerbSpec(
      nil, "why", summary: "Explain step by step how a request would be decided",
      details: "Runs the pipeline that the gateway enforces with, takes no tokens and counts "
        + "nothing. Exit code 1 if the request would be refused.",
      arguments: [
        ArgumentSpec("VERB", help: "for example GET"),
        ArgumentSpec("PATH", help: "the path below the stage, for example /pets/7"),
      ],
      options: [
        OptionSpec("--stage", "API:STAGE", help: "the stage that is called"),
        OptionSpec("--key", "KEY", help: "a key's id or name; without it, no key is sent"),
        OptionSpec("--key-stdin", help: "take the key's value from standard input"),
      ],
      examples: ["why GET /pets --stage shop:prod --key web"], action: .administer(why)),
    VerbSpec(
      nil, "doctor", summary: "Find what is wrong and print the commands that mend it",
      details: "Exit code 1 if anything found is an error.",
      options: [
        OptionSpec(
          "--severity", "LEVEL", help: "show this and what is worse",
          choices: Severity.allCases.map(\.rawValue))
      ],
      examples: ["doctor", "doctor --json"], action: .administer(doctor)),
  ]

  private static func why(_ session: AdminSession) throws {
    let request = try explainedRequest(session)
    let workspace = try session.workspace()
    let explainer = Explainer(state: workspace.state, context: try session.decisionContext())
    let explanation = explainer.explain(request)
    if session.output.isJSON {
      session.output.json(ExplanationText(explanation, state: workspace.state).json)
    } else {
      ExplanationText(explanation, state: workspace.state).print(to: session.output)
    }
    guard explanation.verdict == .admitted else { throw AdminRefusal("refused") }
  }

  private static func explainedRequest(_ session: AdminSession) throws -> ExplainedRequest {
    let invocation = session.invocation
    guard let stage = invocation.value("--stage") else {
      throw CommandLineError("why needs --stage API:STAGE.", verb: invocation.verb)
    }
    try invocation.exclude("--key", "--key-stdin")
    var key = ExplainedRequest.Key.none
    if invocation.has("--key-stdin") {
      key = .value(try session.secretFromInput())
    } else if let name = invocation.value("--key") {
      key = .id(try session.key(name).id)
    }
    // A query plays no part in the decision.
    let path = String(invocation.argument(1).prefix { $0 != "?" })
    return ExplainedRequest(
      stage: try session.stageID(stage), verb: invocation.argument(0).uppercased(),
      path: path.hasPrefix("/") ? path : "/\(path)", key: key)
  }

  private static func doctor(_ session: AdminSession) throws {
    let state = try session.state
    let report = DoctorReport(of: state, observed: try session.observations())
    let least = session.invocation.value("--severity").flatMap { Severity(rawValue: $0) } ?? .info
    let findings = report.findings.filter { $0.severity >= least }
    if session.output.isJSON {
      session.output.json(["items": .array(findings.map(DoctorText.json))])
    } else {
      findings.forEach { DoctorText.print($0, to: session.output) }
      let counts = [(Severity.error, "error"), (.warning, "warning"), (.info, "note")]
        .map { CountText.of(report.count(of: $0.0), $0.1) }
      session.output.note(counts.joined(separator: ", "))
    }
    guard report.worst != .error else { throw AdminRefusal("errors-found") }
  }
}
