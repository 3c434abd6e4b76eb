import Foundation
import GatewayModel
import TestSupport
import Testing
import Workspace

/// Each write as the lines of the AWS CLI that the console shows for it, run by a shell against the control
/// plane.
@Suite("Lines of the AWS CLI", .enabled(if: AWSTool.aws.isWanted, "\(AWSTool.aws.remedy)"))
struct AWSLinesTests {
  /// A write, by what it does; the ids it needs are looked up in the workspace it is done in. Without a
  /// command it takes back the one before it.
  typealias Write = (name: String, command: (@Sendable (GatewayState) throws -> Command)?)

  @Test("The lines of a write on APIs, plans and keys do what the write does")
  func apis() throws { try compare(Self.first + Self.parts + Self.last) }

  @Test("The lines of a write on certificates and domain names do what the write does")
  func domains() throws { try compare(Self.served + Self.publicNames) }

  /// Does writes in one workspace and runs their lines in another, which must become the same.
  private func compare(_ writes: [Write]) throws {
    let controlled = try ControlledWorkspace()
    let byLines = try Workspace.open(at: controlled.bench.workspace)
    let folder = try TemporaryDirectory()
    let byCommands = try Workspace.open(
      at: "\(folder.path)/workspace", options: WorkspaceOptions(access: .create))
    for write in writes {
      _ = try byCommands.submit(
        try command(of: write, in: byCommands), actor: Actor("ana"), surface: .console)
      _ = try byLines.catchUp()
      let script = AWSScript(try command(of: write, in: byLines), in: byLines.state)
      try run(script.text, controlled)
      _ = try byLines.catchUp()
      let (wanted, got) = (WorkspaceDigest(byCommands.state), WorkspaceDigest(byLines.state))
      try #require(
        wanted == got, "\(write.name)\n\(script.text)\n\nwanted:\n\(wanted)\n\ngot:\n\(got)")
    }
  }

  private func command(of write: Write, in workspace: Workspace) throws -> Command {
    try write.command?(workspace.state)
      ?? workspace.history().undoCommand(of: workspace.state.sequence)
  }

  private func run(_ script: String, _ controlled: ControlledWorkspace) throws {
    let aws = try #require(AWSTool.aws.path, "\(AWSTool.aws.remedy)")
    let folder = URL(fileURLWithPath: aws).deletingLastPathComponent().path
    var environment = controlled.environment
    environment["PATH"] = "\(folder):\(environment["PATH"] ?? "")"
    environment["AWS_DEFAULT_OUTPUT"] = "json"
    let shell = try ChildProcess(
      ["/bin/bash", "-euo", "pipefail", "-c", script], environment: environment,
      input: Array("the-value-of-the-new-key".utf8))
    let ended = try shell.waitForExit(timeout: .seconds(180))
    try #require(ended == .code(0), "\(script)\n\(shell.output)\n\(shell.errorOutput)")
  }

  // MARK: Writes

  private static let first: [Write] = [
    ("make an API", { _ in .createRestApi(Command.CreateRestApi(name: "shop")) }),
    (
      "make a mocked method with its path",
      { state in
        .settingUpMethod(
          "GET", at: "/pets/{id}", of: try api(state), requiresKey: false,
          backend: .mock(status: 200, body: #"["it's Rex"]"#))
      }
    ),
    (
      "make a proxied method",
      { state in
        .settingUpMethod(
          "POST", at: "/orders", of: try api(state), requiresKey: true,
          backend: .proxy(url: "http://127.0.0.1:9/a?b=c&d"))
      }
    ),
    ("deploy", { state in try deploy(state) }),
    (
      "make a key",
      { _ in
        .createApiKey(
          Command.CreateApiKey(name: "web, mobile", description: "it's theirs", enabled: true))
      }
    ),
    (
      "make a plan",
      { state in
        .createUsagePlan(
          Command.CreateUsagePlan(
            name: "gold", apiStages: [ApiStage(apiId: try api(state), stage: "prod")],
            throttle: ThrottleSettings(rateLimit: 12.5, burstLimit: 10),
            quota: QuotaInput(limit: 100, offset: 1, period: "WEEK")))
      }
    ),
    (
      "attach",
      { state in
        .createUsagePlanKey(
          Command.CreateUsagePlanKey(usagePlanId: try plan(state), keyId: try key(state)))
      }
    ),
    (
      "require the key",
      { state in .requiringKey(true, for: "GET", at: "/pets/{id}", of: try api(state)) }
    ),
    ("deploy again", { state in try deploy(state) }),
    (
      "roll back",
      { state in
        let api = try #require(state.apis.values.first)
        let first = try #require(api.deployments.values.min { $0.createdDate < $1.createdDate })
        return .rollingBack(ApiStageID(apiId: api.api.id, stage: "prod"), to: first.id)
      }
    ),
    (
      "switch off and rename",
      { state in
        .updateApiKey(
          Command.UpdateApiKey(
            apiKey: try key(state),
            patchOperations: [.replace("/enabled", "false"), .replace("/name", "web")]))
      }
    ),
    (
      "rotate",
      { state in
        .rotateApiKey(
          Command.RotateApiKey(apiKey: try key(state), value: "the-value-of-the-new-key"))
      }
    ),
    // After the rotation, whose lines say themselves that they do not carry over what was used.
    (
      "grant",
      { state in
        .updateUsage(
          Command.UpdateUsage(
            usagePlanId: try plan(state), keyId: try key(state),
            patchOperations: [.replace("/remaining", "250")]))
      }
    ),
    (
      "detach",
      { state in
        .deleteUsagePlanKey(
          Command.DeleteUsagePlanKey(usagePlanId: try plan(state), keyId: try key(state)))
      }
    ),
  ]

  /// What domain names lead to.
  private static let served = [first[0], first[1], first[3]]

  private static let last: [Write] = [
    ("delete the plan", { state in .detachingAndDeleting(try #require(state.plans.values.first)) }),
    (
      "delete the API",
      { state in .deleteRestApi(Command.DeleteRestApi(restApiId: try api(state))) }
    ),
  ]

  static func deploy(_ state: GatewayState) throws -> Command {
    .createDeployment(Command.CreateDeployment(restApiId: try api(state), stageName: "prod"))
  }

  static func api(_ state: GatewayState) throws -> RestApiID {
    try #require(state.apis.keys.first)
  }

  private static func plan(_ state: GatewayState) throws -> UsagePlanID {
    try #require(state.plans.keys.first)
  }

  /// The key that was made first.
  private static func key(_ state: GatewayState) throws -> ApiKeyID {
    try #require(state.keys.values.min { $0.createdDate < $1.createdDate }).id
  }
}
