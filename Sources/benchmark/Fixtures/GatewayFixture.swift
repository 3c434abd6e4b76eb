import GatewayModel
import Workspace

/// A workspace as a busy installation has it: 10,000 keys in one plan with throttle and quota, and an API
/// whose one method wants a key.
///
/// The limits are higher than any load here, so that every check is made and every request is served.
struct GatewayFixture {
  /// The keys unless a case wants another number.
  static let keyCount = 10_000
  /// The body of the mock's answers.
  static let body = "{\"answer\": \"served\"}"

  /// The workspace's folder.
  let folder: String
  /// The path of the method, with API and stage.
  let path: String
  /// The values of the keys.
  let keyValues: [String]

  /// Makes the workspace.
  ///
  /// - Parameters:
  ///   - folder: Where.
  ///   - backend: What answers.
  ///   - keyCount: How many keys; an account has room for 10,000.
  init(folder: String, backend: MethodBackend, keyCount: Int = keyCount) throws {
    self.folder = folder
    let workspace = try Workspace.open(at: folder)
    let api = try Self.makeApi(in: workspace, backend: backend)
    path = "/\(api)/prod/orders"
    try Self.raiseAccountLimit(in: workspace)
    let plan = try Self.makePlan(in: workspace, for: api)
    var last: Receipt?
    for number in 1...keyCount {
      last = try Self.submit(
        .createApiKey(Command.CreateApiKey(name: "customer \(number)", enabled: true)),
        to: workspace)
      if case .apiKey(let key)? = last?.subjects.first {
        last = try Self.submit(
          .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan, keyId: key)),
          to: workspace)
      }
    }
    try last?.sync()
    if workspace.suggestsCheckpoint { try workspace.checkpoint() }
    keyValues = workspace.state.keys.values.map(\.value)
  }

  private static func makeApi(
    in workspace: Workspace, backend: MethodBackend
  ) throws -> RestApiID {
    let made = try submit(.createRestApi(Command.CreateRestApi(name: "orders")), to: workspace)
    guard case .restApi(let api)? = made.subjects.first else {
      throw BenchmarkError("the API was not made")
    }
    try submit(
      .settingUpMethod("GET", at: "/orders", of: api, requiresKey: true, backend: backend),
      to: workspace)
    try submit(
      .createDeployment(Command.CreateDeployment(restApiId: api, stageName: "prod")), to: workspace)
    return api
  }

  private static func raiseAccountLimit(in workspace: Workspace) throws {
    let steps = [
      PatchOperation.replace("/throttleSettings/rateLimit", "1000000"),
      .replace("/throttleSettings/burstLimit", "1000000"),
    ]
    try submit(
      .updateAccount(Command.UpdateAccount(patchOperations: steps)), to: workspace)
  }

  private static func makePlan(in workspace: Workspace, for api: RestApiID) throws -> UsagePlanID {
    let plan = Command.CreateUsagePlan(
      name: "standard", apiStages: [ApiStage(apiId: api, stage: "prod")],
      throttle: ThrottleSettings(rateLimit: 1e6, burstLimit: 1_000_000),
      quota: QuotaInput(limit: 1_000_000_000, period: "MONTH"))
    let made = try submit(.createUsagePlan(plan), to: workspace)
    guard case .usagePlan(let id)? = made.subjects.first else {
      throw BenchmarkError("the plan was not made")
    }
    return id
  }

  @discardableResult
  private static func submit(_ command: Command, to workspace: Workspace) throws -> Receipt {
    try workspace.submit(command, actor: Actor("benchmark"), surface: .cli)
  }
}
