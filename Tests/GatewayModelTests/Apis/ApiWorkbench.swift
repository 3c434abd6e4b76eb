import GatewayModel
import Testing

/// A state with an API on it that commands are tried on.
struct ApiWorkbench {
  private(set) var state = GatewayState()
  let identifiers: SeededIdentifiers
  var now = Timestamp(seconds: 1_790_000_000)
  /// The API every bench starts with.
  private(set) var api: RestApiID = ""

  init(seed: UInt64 = 1) throws {
    identifiers = SeededIdentifiers(seed: seed)
    let made = try run(.createRestApi(.init(name: "shop")))
    guard case .restApi(let id) = made.subjects.first else { throw Unexpected() }
    api = id
  }

  struct Unexpected: Error {}

  var context: DecisionContext {
    DecisionContext(
      now: now, identifiers: identifiers, makeCertificate: { _, _ in "a certificate" })
  }

  var apiState: ApiState { state.apis[api]! }
  var root: ResourceID { apiState.api.rootResourceId }

  /// Decides and applies a command.
  @discardableResult
  mutating func run(_ command: Command) throws -> Decision {
    let decision = try state.decide(command, in: context)
    state.apply(decision.events, sequence: state.sequence + 1)
    return decision
  }

  /// The refusal of a command, or nil when it is done; the state must be the same afterwards.
  mutating func refusal(of command: Command) -> CommandError? {
    let before = state
    defer { #expect(state == before) }
    do throws(CommandError) {
      _ = try state.decide(command, in: context)
      return nil
    } catch {
      return error
    }
  }

  /// Expects a refusal with this code and text, and help for people.
  mutating func expect(
    _ command: Command, refusedAs code: CommandErrorCode, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = refusal(of: command)
    #expect(error?.code == code, sourceLocation: sourceLocation)
    #expect(error?.message == message, sourceLocation: sourceLocation)
    #expect(error?.remedy?.isEmpty == false, sourceLocation: sourceLocation)
  }

  /// Makes a path and gives its resource.
  mutating func path(_ path: String) throws -> ResourceID {
    let decision = try run(.ensureResourcePath(.init(restApiId: api, path: path)))
    guard case .resource(_, let id) = decision.subjects.first else { throw Unexpected() }
    return id
  }

  /// Makes a method with a mock behind it and gives its resource.
  @discardableResult
  mutating func mock(_ verb: String, _ path: String, key: Bool = false) throws -> ResourceID {
    let id = try self.path(path)
    try run(
      .putMethod(
        .init(restApiId: api, resourceId: id, httpMethod: verb, apiKeyRequired: key)))
    try run(
      .putIntegration(.init(restApiId: api, resourceId: id, httpMethod: verb, type: "MOCK")))
    return id
  }

  /// Deploys and gives the deployment.
  @discardableResult
  mutating func deploy(_ stage: StageName? = nil) throws -> DeploymentID {
    let decision = try run(.createDeployment(.init(restApiId: api, stageName: stage)))
    guard case .deployment(_, let id) = decision.subjects.first else { throw Unexpected() }
    return id
  }

  func method(_ verb: String, _ resource: ResourceID) -> GatewayModel.Method? {
    apiState.methods[resource]?[verb]
  }

  func stage(_ name: StageName) -> Stage? { apiState.stages[name] }

  mutating func add(_ plan: UsagePlan) {
    state.apply([.put(.usagePlan(plan))], sequence: state.sequence + 1)
  }
}
